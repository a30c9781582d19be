"""Look-ups by exact key: what is found, by whom, and what is said where nothing is (CON-15)."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from peelian.access.conflict import Conflict
from peelian.access.seal import Seal
from peelian.areas.contact.models import Call
from peelian.areas.investigation.models import Investigation
from peelian.engines.linkage.keys import Key, NoMoment, key_fields, moment_field
from peelian.engines.linkage.look_up import MOST_SHOWN, look_up
from peelian.records.store.reader import open_reader
from peelian.spine.incident import Incident
from peelian.spine.unit import Unit
from peelian.spine.victim import Victim
from peelian.trail.models import Entry
from people import FORCE, NOW
from stored_rows import put_rows

PERSON, PLACE = (Key.PERSON,), (Key.PLACE,)


def incident(ref, days=0, *, save=True, **more):
    """An incident so many days before now; person P-1 at place A-1 unless said otherwise."""
    made = Incident(
        **{
            "record_id": f"incident-{ref}",
            "force_id": FORCE,
            "source": "extracts",
            "incident_ref": ref,
            "opened_at": NOW - timedelta(days=days),
            "month": "2026-03",
            "unit_ref": "N1",
            "person_key": "P-1",
            "place_key": "A-1",
            **more,
        },
    )
    if save:
        made.save()
    return made


def loaded(root, *refs, days=30, **more):
    """The same as rows of an extract."""
    rows = [
        {
            "record_id": f"loaded-{ref}",
            "incident_ref": ref,
            "opened_at": NOW - timedelta(days=days),
            "month": "2026-02",
            "unit_ref": "N1",
            "person_key": "P-1",
            "place_key": "A-1",
            **more,
        }
        for ref in refs
    ]
    put_rows(root, Incident, rows, month="2026-02", until="2026-02-28")


def looked(force, root, record, *, by="call-handler", kinds=PERSON, models=(Incident,), **more):
    return look_up(
        force[by],
        type(record),
        record,
        open_reader(root),
        kinds=kinds,
        models=models,
        at=NOW,
        **more,
    )


def refs(found):
    return [match.ref for match in found.matches]


@pytest.mark.ledger("CON-15")
def test_earlier_records_of_the_same_person_are_found_in_both_storages_newest_first(force, root):
    loaded(root, "L1", days=30)
    incident("T1", 10)
    incident("T2", 20, person_key="P-2")

    found = looked(force, root, incident("NOW"))

    assert (found.match, refs(found), found.number) == ("match", ["T1", "L1"], 2)
    first = found.matches[0]
    assert (first.record_type, first.title, first.says) == (
        "incident",
        "incident",
        "same person key",
    )
    assert first.row["place_key"] == "A-1"
    assert found.says.startswith(
        "2 earlier records with the same person in the 12 months before. Sources: incidents by "
        "person (delivered yesterday at 06:00, up to 28 February 2026 and kept here)."
    )


@pytest.mark.ledger("CON-16")
def test_a_place_is_looked_up_by_its_own_key(force, root):
    incident("SAME", 10, person_key="P-2")
    incident("OTHER", 10, place_key="A-2")

    found = looked(force, root, incident("NOW"), kinds=PLACE)

    assert refs(found) == ["SAME"]
    assert found.matches[0].says == "same place key"


def test_a_record_with_two_same_keys_is_one_match(force, root):
    incident("T1", 10)

    found = looked(force, root, incident("NOW"), kinds=(Key.PERSON, Key.PLACE))

    assert (refs(found), found.matches[0].kind) == (["T1"], Key.PERSON)


def test_a_key_is_equal_or_it_is_another_one(force, root):
    incident("LOWER", 10, person_key="p-1")
    incident("LONGER", 10, person_key="P-10")
    incident("NONE", 10, person_key=None)

    assert looked(force, root, incident("NOW")).match == "no-match"


def test_only_earlier_records_within_the_months_count(force, root):
    now = datetime(2026, 3, 30, 22, 30, tzinfo=UTC)
    day = timedelta(days=1)
    for ref, moment in (
        ("YEAR", datetime(2025, 3, 30, 22, 30, tzinfo=UTC)),
        ("OVER", datetime(2025, 3, 30, 22, 29, tzinfo=UTC)),
        ("LATER", now + day),
        ("SAME", now),
    ):
        incident(ref, opened_at=moment)

    record = incident("NOW", opened_at=now)
    assert refs(looked(force, root, record)) == ["SAME", "YEAR"]
    assert refs(looked(force, root, record, months=1)) == ["SAME"]


def test_a_caller_is_looked_up_among_people_concerned_and_victims(force, root):
    incident("I1", 10)
    Victim.objects.create(
        record_id="v",
        force_id=FORCE,
        source="extracts",
        victim_ref="V1",
        person_key="P-1",
        recorded_at=NOW - timedelta(days=5),
        month="2026-02",
        unit_ref="N1",
    )
    call = Call.objects.create(
        record_id="c",
        force_id=FORCE,
        source="extracts",
        received_at=NOW,
        month="2026-03",
        line="999",
        caller_key="P-1",
    )

    found = looked(force, root, call, models=(Incident, Victim, Call))

    assert [(match.title, match.ref) for match in found.matches] == [
        ("victim", "V1"),
        ("incident", "I1"),
    ]


def test_no_match_names_the_sources_and_never_says_no(force, root):
    loaded(root, "L1", person_key="P-2")
    found = looked(force, root, incident("NOW"), models=(Incident, Victim))

    assert found.match == "no-match"
    assert found.says == (
        "No match in these sources for this person in the 12 months before. Sources: incidents by "
        "person (delivered yesterday at 06:00, up to 28 February 2026 and kept here); victims by "
        "person (nothing is loaded). Records that you may not see are not in it."
    )


def test_where_nothing_is_loaded_nothing_was_looked_up(force, root):
    found = looked(force, root, incident("NOW", save=False))

    assert found.match == "not-looked-up"
    assert found.says == (
        "Not looked up: there is nothing to look in. Sources: incidents by person (nothing is "
        "loaded)."
    )


def test_without_a_key_nothing_was_looked_up_and_the_trail_says_nothing(force, root):
    incident("T1", 10, person_key=None)
    found = looked(force, root, incident("NOW", person_key=None))

    assert (found.match, found.matches) == ("not-looked-up", ())
    assert found.says == "Not looked up: no key of the person is open in this record."
    assert not Entry.objects.filter(verb="consulted").exists()


def test_a_kind_without_a_key_is_said_beside_what_was_found(force, root):
    found = looked(force, root, incident("NOW", place_key=""), kinds=(Key.PERSON, Key.PLACE))

    assert (found.asked, found.without) == ((Key.PERSON,), (Key.PLACE,))
    assert "Not looked up by place: no such key is open in this record." in found.says


def test_a_type_without_the_key_is_no_source(force, root):
    found = looked(force, root, incident("NOW"), kinds=PLACE, models=(Incident, Victim))

    assert [source.record_type for source in found.sources] == ["incident"]


def test_what_the_reader_may_not_see_is_not_found_and_changes_no_number(force, root):
    """T03: the work of another team, what is sealed and what is in conflict."""
    incident("MINE", 10)
    incident("OTHER", 11, unit_ref="S1")
    incident("SEALED", 12)
    Seal.objects.create(
        record_type="incident",
        record_id="incident-SEALED",
        starts_at=NOW - timedelta(days=1),
        reason="staff",
        sealed_by="person:x",
    )
    record = incident("NOW")

    assert refs(looked(force, root, record, by="investigator")) == ["MINE"]
    whole = looked(force, root, record)
    assert (refs(whole), whole.number) == (["MINE", "OTHER"], 2)
    Conflict.objects.create(
        user=force["call-handler"],
        kind="friend",
        force_id=FORCE,
        record_type="incident",
        record_id="incident-OTHER",
        starts_at=NOW - timedelta(days=1),
        declared_by="person:x",
    )
    assert refs(looked(force, root, record)) == ["MINE"]


def test_a_key_that_is_hidden_from_the_reader_finds_nothing(force, root):
    incident("T1", 10)
    found = looked(force, root, incident("NOW"), by="analyst")

    assert (found.match, found.without, found.number) == ("not-looked-up", PERSON, 0)


def test_whoever_may_see_nothing_of_a_type_has_not_looked_in_it(force, root):
    record = incident("NOW")
    found = look_up(
        force["inspector"],
        Incident,
        record,
        open_reader(root),
        kinds=PERSON,
        models=(Incident,),
        at=NOW,
    )

    assert found.match == "not-looked-up"
    assert found.matches == ()


def test_another_force_s_keys_are_its_own(force, root):
    incident("THERE", 10, force_id="cheshire")

    assert looked(force, root, incident("NOW")).match == "no-match"


def test_a_loaded_row_with_an_edited_copy_is_found_once(force, root):
    loaded(root, "L1")
    incident("L1", 30, record_id="loaded-L1")

    assert refs(looked(force, root, incident("NOW"))) == ["L1"]


@pytest.mark.parametrize("number", [MOST_SHOWN + 3])
def test_the_newest_are_shown_and_all_are_counted(force, root, number):
    for place in range(number):
        incident(f"T{place}", place + 1)

    found = looked(force, root, incident("NOW"))
    assert (len(found.matches), found.number, found.matches[0].ref) == (50, number, "T0")


def test_the_look_is_in_the_trail_with_what_was_shown_and_without_the_key(force, root):
    incident("T1", 10)
    looked(force, root, incident("NOW"), models=(Incident, Victim))

    entries = Entry.objects.filter(verb="consulted").order_by("sequence")
    told = [(one.record_type, json.loads(one.detail)) for one in entries]
    assert [(name, detail["shown"], detail["result"]) for name, detail in told] == [
        ("incident", ["incident-T1"], "done"),
        ("victim", [], "nothing_found"),
    ]
    assert told[0][1]["filters"] == {"same": ["person"], "as": "incident-NOW"}
    assert "P-1" not in entries[0].detail


def test_keys_are_found_by_their_names_and_moments_by_the_month():
    assert key_fields(Incident, Key.PERSON) == ("person_key",)
    assert key_fields(Call, Key.PERSON) == ("caller_key",)
    assert key_fields(Investigation, Key.PLACE) == ()
    assert moment_field(Victim) == "recorded_at"
    with pytest.raises(NoMoment, match="Unit does not say when its rows began"):
        moment_field(Unit)


def test_a_sealed_row_that_is_kept_here_does_not_tell_that_rows_are_kept_here(force, tables):
    """T03: with the only typed row sealed, the sources read as if there were none."""
    reader, asks = force["call-handler"], incident("now", save=False)

    def says():
        return look_up(
            reader, Incident, asks, tables, kinds=PERSON, models=(Incident,), at=NOW
        ).says

    without = says()
    hidden = incident("hidden", 3)
    assert says() != without
    Seal.objects.create(
        record_type="incident",
        record_id=hidden.record_id,
        force_id=FORCE,
        reason="staff",
        sealed_by="person:x",
        starts_at=NOW - timedelta(days=1),
    )

    assert says() == without
