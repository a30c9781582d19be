"""Demo people: one for each role, invented, with one printed password, at a demo alone (T34)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.test import Client

from peelian.access.decide import may
from peelian.access.identity import clock
from peelian.access.identity.standing import asleep
from peelian.access.roles import ROLES
from peelian.access.standing import standing_of
from peelian.access.user import User
from peelian.areas.investigation.models import Investigation
from peelian.areas.standards.models import ConductMatter
from peelian.jobs.demo.people import NotADemo, make_demo_people
from peelian.records.store.reader import open_reader
from peelian.spine.officer import Officer
from peelian.spine.person import Person
from peelian.spine.shift import Shift
from peelian.spine.unit import Unit
from peelian.trail.models import Entry

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.fixture
def demo(db, settings, monkeypatch, tmp_path):
    monkeypatch.setenv("PEELIAN_DEMO", "1")
    settings.PEELIAN_HOME, settings.STORE_ROOT = tmp_path, tmp_path / "store"
    settings.DEMO = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return make_demo_people(at=NOW)


def person(role):
    return User.objects.get(email=f"{role}@demo.invalid")


def investigations():
    """Those that the demo has loaded, as an extract of a crime system brings them."""
    tables = open_reader(settings.STORE_ROOT)
    rows = tables.to_arrow(tables.loaded(Investigation)).to_pylist()
    return [Investigation(**row) for row in rows]


def test_there_is_one_for_each_role_who_holds_it(demo):
    assert [address for _, address in demo.addresses] == [f"{key}@demo.invalid" for key in ROLES]
    for key in ROLES:
        assert [one.role.key for one in standing_of(person(key), NOW).roles] == [key]


def test_the_password_is_random_and_kept_hashed_only(demo):
    assert len(demo.password) == 19
    user = person("analyst")
    assert check_password(demo.password, user.password)
    assert demo.password not in str(list(User.objects.values()))
    assert demo.password not in str(list(Entry.objects.values()))


def test_a_second_run_changes_nothing_and_tells_no_password(demo):
    counts = [m.objects.count() for m in (User, Unit, Officer, Shift)]
    again = make_demo_people(at=NOW + timedelta(days=1))

    assert again.password == ""
    assert [m.objects.count() for m in (User, Unit, Officer, Shift)] == counts
    assert len(investigations()) == 240


def test_another_password_takes_the_first_ones_place(demo):
    other = make_demo_people(at=NOW, new_password=True)

    assert other.password != demo.password
    assert check_password(other.password, person("supervisor").password)
    assert not check_password(demo.password, person("supervisor").password)


def test_shifts_are_made_anew_when_they_have_run_out(demo):
    later = NOW + timedelta(days=60)
    make_demo_people(at=later)

    assert Shift.objects.filter(starts_at__gte=later).exists()


def test_every_page_has_something_to_show_and_nobody_sounds_real(demo):
    assert len(investigations()) == 240
    assert ConductMatter.objects.count() == 9
    assert Person.objects.count() == 36
    names = Officer.objects.values_list("name", flat=True)
    assert all(name.startswith(("Demo ", "Invented ")) for name in names)
    assert {one.given_names for one in Person.objects.all()} == {"Invented"}
    assert all("nvented" in one.summary for one in investigations())


def test_access_can_be_seen_at_work(demo):
    """The sealed one, the one with a part in it, the shared ones, the tied one."""
    sealed = [r for r in investigations() if not _sees("chief-officer", r)]
    assert len(sealed) == 1
    assert _sees("records-manager", sealed[0])
    (own,) = (one for one in investigations() if one.investigation_ref == "DEMO-0001")
    assert not _sees("investigator", own)
    assert any(_sees("partner", one) for one in investigations())
    assert any(_sees("panel-member", one) for one in investigations())
    hidden = ConductMatter.objects.get(matter_ref="DEMO-M001")
    assert not may(person("supervisor"), "consult", ConductMatter, hidden, at=NOW)


def _sees(role, record):
    return may(person(role), "consult", Investigation, record, at=NOW)


def test_outside_demo_mode_they_are_not_made(db, monkeypatch):
    monkeypatch.delenv("PEELIAN_DEMO", raising=False)
    with pytest.raises(NotADemo, match="PEELIAN_DEMO=1"):
        make_demo_people(at=NOW)
    assert not User.objects.exists()


def test_they_are_not_made_beside_real_people_or_a_real_organisation(db, monkeypatch):
    monkeypatch.setenv("PEELIAN_DEMO", "1")
    own = {"source": "extracts", "force_id": "staffordshire", "starts_on": NOW.date()}
    Unit.objects.create(record_id="u", unit_ref="N", name="North", kind="Team", **own)
    with pytest.raises(NotADemo, match="real organisation"):
        make_demo_people(at=NOW)
    User.objects.create_person(email="one@force.example", name="Demo one")
    with pytest.raises(NotADemo, match="real people"):
        make_demo_people(at=NOW)


def test_a_demo_that_slept_for_a_month_wakes_up(demo):
    later = NOW + timedelta(days=31)
    assert asleep(person("analyst"), later)
    make_demo_people(at=later)

    assert not asleep(person("analyst"), later)


def test_a_server_that_is_no_demo_lets_none_of_them_in(demo, settings, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)
    said = {"login": "analyst@demo.invalid", "password": demo.password}
    inside = Client()
    assert inside.post("/people/sign-in/", said).status_code == 302
    assert inside.get("/people/").status_code == 200

    settings.DEMO = False
    assert inside.get("/people/").status_code == 302  # a visit begun before is over as well
    refused = Client().post("/people/sign-in/", said)
    assert refused.status_code == 403
    assert "an account of the demo" in refused.content.decode()
