"""An organisation from CSV files to what people may see: loaded, renewed, refused when broken."""

from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command

from peelian.access.decide import may
from peelian.access.user import User
from peelian.areas.investigation.models import Investigation
from peelian.jobs.management.commands import load as load_command
from peelian.jobs.management.commands import organisation as organisation_command
from peelian.spine.officer import Officer
from peelian.spine.person import Involvement
from peelian.spine.post import Holding, Post
from peelian.spine.shift import Absence, Shift
from peelian.spine.unit import Unit
from peelian.trail.models import Entry

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)

UNITS = """Org code,Org name,Org level,Parent code,Valid from,Valid to
F,Whole force,Constabulary,,01/01/2020,
N,North,LPT,F,01/01/2020,
N1,North team,Section,N,01/01/2020,
S1,South team,Section,F,01/01/2020,
"""
PEOPLE = """Staff no,Known as,Rank or grade,Work e-mail,Nominal no,Start,Leaving
1001,Demo constable,Constable,one@force.example,NOM1,01/04/2021,
1002,Demo sergeant,Sergeant,two@force.example,,01/04/2011,
"""
POSTS = """Position no,Position title,Org code,Reports to,Job code,Valid from,Valid to
P1,Response constable,N1,P2,RESP-PC,01/01/2020,
P2,Response sergeant,N,,SGT,01/01/2020,
"""
HOLDINGS = """Position no,Staff no,From,To
P1,1001,01/04/2021,
P2,1002,01/06/2022,
"""
DUTIES = """Staff no,Org code,Duty date,On,Duty end,Off
1001,N1,02/03/2026,07:00,02/03/2026,16:00
"""
ABSENCES = """Staff no,Org code,First day,Last day,Reason
1002,N,01/03/2026,,Sickness
"""
LINKS = """Nominal no,Crime no,Link,Verified,Linked on
NOM1,CR/7,SUSP,N,01/03/2026
"""
FILES = {
    "organisation-units.toml": UNITS,
    "organisation-people.toml": PEOPLE,
    "organisation-posts.toml": POSTS,
    "organisation-holdings.toml": HOLDINGS,
    "organisation-shifts.toml": DUTIES,
    "organisation-absences.toml": ABSENCES,
    "involvements.toml": LINKS,
}


@pytest.fixture
def bring(tmp_path, settings, monkeypatch, capsys):
    """Loads one CSV file as people do, and gives what was said."""
    settings.PEELIAN_HOME = tmp_path / "home"
    settings.STORE_ROOT = settings.PEELIAN_HOME / "store"
    # The reference tables of the package have no part in this.
    monkeypatch.setattr(load_command, "prepare", lambda: None)
    monkeypatch.setattr(organisation_command, "prepare", lambda: None)

    def run(mapping, text, *words):
        path = tmp_path / f"{mapping.removesuffix('.toml')}.csv"
        path.write_text(text)
        call_command("load", "extracts", str(path), "--mapping", mapping, *words)
        said = capsys.readouterr()
        return said.out + said.err

    return run


@pytest.fixture
def constable(bring):
    """The whole organisation, and the account of the constable in its north team."""
    for mapping, text in FILES.items():
        said = bring(mapping, text)
        assert "rejected 0" in said, said
    user = User.objects.create_person(email="one@force.example", name="Demo constable")
    user.force_id, user.officer_ref = "staffordshire", "1001"
    user.save()
    return user


def sees(user, ref="CR/1", unit="N1"):
    record = Investigation(
        record_id=ref,
        source="extracts",
        force_id="staffordshire",
        investigation_ref=ref,
        unit_ref=unit,
    )
    return may(user, "consult", Investigation, record, at=NOW)


def test_what_was_loaded_decides_who_sees_what(constable):
    counts = [m.objects.count() for m in (Unit, Officer, Post, Holding, Shift, Absence)]
    assert counts == [4, 2, 2, 2, 1, 1]
    assert Unit.objects.get(unit_ref="N").kind == "Local policing area"
    assert Shift.objects.get().starts_at == datetime(2026, 3, 2, 7, tzinfo=UTC)
    assert Involvement.objects.get().part == "Suspect"

    assert sees(constable)
    assert not sees(constable, unit="S1")
    assert not sees(constable, ref="CR/7")  # they are said to be the suspect


def test_whoever_moved_or_left_has_lost_it_when_the_load_is_over(constable, bring):
    """T05: the next extract, and not a next sign-in."""
    moved = POSTS.replace("P1,Response constable,N1", "P1,Response constable,S1")
    said = bring("organisation-posts.toml", moved)
    assert "staffordshire: post: 0 added, 1 changed, 0 gone" in said
    assert (sees(constable), sees(constable, unit="S1")) == (False, True)

    bring("organisation-holdings.toml", HOLDINGS.replace("P1,1001,01/04/2021,\n", ""))
    assert not sees(constable, unit="S1")


def test_whoever_has_left_the_force_sees_nothing(constable, bring):
    bring("organisation-people.toml", PEOPLE.replace("01/04/2021,", "01/04/2021,28/02/2026"))

    assert not sees(constable)


@pytest.mark.parametrize(
    ("mapping", "text", "sentence"),
    [
        (
            "organisation-holdings.toml",
            HOLDINGS + "P9,1002,01/01/2024,\n",
            "is of an unknown post: add the post 'P9'",
        ),
        (
            "organisation-holdings.toml",
            HOLDINGS + "P1,1002,01/01/2024,\n",
            "Post P1 has two holders from 2024-01-01, 1001 and 1002",
        ),
        (
            "organisation-units.toml",
            UNITS.replace("LPT,F", "LPT,N1"),
            "stand in a circle on 2020-01-01",
        ),
        ("organisation-people.toml", PEOPLE.replace("1001", "1003"), "names '1001'"),
        (
            "organisation-shifts.toml",
            DUTIES.replace("02/03/2026,16:00", "01/03/2026,16:00"),
            "ends before it begins",
        ),
    ],
)
def test_a_broken_extract_is_refused_and_nothing_changes(constable, bring, mapping, text, sentence):
    before = [list(m.objects.order_by("pk").values()) for m in (Unit, Officer, Holding, Shift)]
    with pytest.raises(CommandError, match=sentence):
        bring(mapping, text)

    after = [list(m.objects.order_by("pk").values()) for m in (Unit, Officer, Holding, Shift)]
    assert after == before
    assert sees(constable)


def test_typed_rows_stay_and_one_that_is_brought_as_well_is_named(constable, bring):
    Officer.objects.create(
        record_id="typed-1",
        source="typed",
        force_id="staffordshire",
        officer_ref="9000",
        name="Demo volunteer",
    )
    more = PEOPLE + "1003,Demo clerk,,,,01/01/2026,\n"
    bring("organisation-people.toml", more)
    assert Officer.objects.filter(officer_ref__in=("9000", "1003")).count() == 2

    with pytest.raises(CommandError, match="9000 was typed here and is in the extract as well"):
        bring("organisation-people.toml", more + "9000,Demo volunteer,,,,01/01/2026,\n")


def test_several_files_are_loaded_and_then_renewed_together(constable, bring, capsys):
    """A post goes with its holding: either file alone would be refused."""
    bring("organisation-posts.toml", POSTS.replace("P1,", "P7,", 1), "--without-renewal")
    bring("organisation-holdings.toml", HOLDINGS.replace("P1,", "P7,", 1), "--without-renewal")
    assert Post.objects.filter(post_ref="P1").exists()

    call_command("organisation", "renew", "--force", "staffordshire")
    said = capsys.readouterr().out
    assert "staffordshire: post: 1 added, 0 changed, 1 gone" in said
    assert not Post.objects.filter(post_ref="P1").exists()
    assert sees(constable)
    entries = Entry.objects.filter(record_type="organisation").count()
    call_command("organisation", "renew")
    assert "was taken in before" in capsys.readouterr().out
    call_command("organisation", "renew", "--everything")  # nothing new: no entry, no row
    assert "holding: 0 added, 0 changed, 0 gone" in capsys.readouterr().out
    assert Entry.objects.filter(record_type="organisation").count() == entries


def test_without_an_extract_there_is_nothing_to_renew(bring, capsys):
    call_command("organisation", "renew")
    assert "nothing to renew" in capsys.readouterr().out
    with pytest.raises(CommandError, match="is not a force"):
        call_command("organisation", "renew", "--force", "staffs")
