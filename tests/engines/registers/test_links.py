"""Who has which part in what: always seen through a record that the reader may open."""

import pytest

from peelian.access.decide import NotAllowed
from peelian.areas.investigation.models import Investigation
from peelian.engines.registers.errors import Invalid, NoSuchRecord
from peelian.engines.registers.links import link, people_of, records_of
from peelian.records.store.reader import open_reader
from peelian.spine.person import Involvement, Person
from peelian.trail.models import Entry
from people import FORCE, NOW, investigation
from stored_rows import put_rows


def person(key, **more):
    return Person.objects.create(
        record_id=f"person-{key}", source="typed", force_id=FORCE, person_key=key, **more
    )


def part(key, reference, part="Victim", basis="Fact", **more):
    return Involvement.objects.create(
        record_id=f"part-{key}-{reference}",
        source="typed",
        force_id=FORCE,
        person_key=key,
        record_type="investigation",
        reference=reference,
        part=part,
        basis=basis,
        **more,
    )


def people(user, record_id, tables):
    return [
        (one.person_key, one.part, one.basis)
        for one in people_of(user, Investigation, record_id, tables, at=NOW)
    ]


def records(user, person_id, tables):
    found = records_of(user, person_id, tables, registers=(Investigation,), at=NOW)
    return [(one.record_id, one.part) for one in found]


def test_typed_and_loaded_parts_are_told_with_their_basis(force, root):
    investigation("A")
    part("p1", "A")
    put_rows(
        root,
        Involvement,
        [
            {
                "record_id": "loaded-part",
                "person_key": "p2",
                "record_type": "investigation",
                "reference": "A",
                "part": "Suspect",
                "basis": "Opinion",
            }
        ],
        month="",
    )

    found = people(force["investigator"], "investigation-A", open_reader(root))

    assert found == [("p1", "Victim", "Fact"), ("p2", "Suspect", "Opinion")]
    assert Entry.objects.latest("sequence").verb == "consulted"


def test_people_are_not_told_to_who_sees_only_facts_or_nothing(force, tables):
    investigation("A")
    part("p1", "A")

    assert people(force["analyst"], "investigation-A", tables) == []
    with pytest.raises(NoSuchRecord):
        people(force["other-team"], "investigation-A", tables)


def test_the_address_of_a_person_stands_only_where_the_reader_may_open_it(force, tables):
    """People belong to no unit: call handlers open them by their post, investigators do not."""
    investigation("A")
    person("p1")
    part("p1", "A")

    def address(role):
        (found,) = people_of(force[role], Investigation, "investigation-A", tables, at=NOW)
        return found.person_id

    assert (address("call-handler"), address("investigator")) == ("person-p1", "")


def test_records_of_a_person_are_those_that_the_reader_may_open(force, tables):
    for ref, unit in (("A", "N1"), ("B", "S1")):
        investigation(ref, unit=unit)
        part("p1", ref)
    # Somebody who has a part in it themselves does not learn of the others.
    investigation("C")
    part("p1", "C")
    part("person-call-handler", "C", part="Witness")
    person("p1")

    assert records(force["call-handler"], "person-p1", tables) == [
        ("investigation-A", "Victim"),
        ("investigation-B", "Victim"),
    ]
    with pytest.raises(NoSuchRecord):
        records(force["investigator"], "person-p1", tables)


def test_a_link_is_made_by_who_may_change_the_record(force, tables):
    investigation("A")

    def linked(role, **more):
        given = {"person_key": "p9", "part": "Witness", "basis": "Fact", **more}
        return link(
            Investigation, "investigation-A", **given, actor=force[role], at=NOW, tables=tables
        )

    made = linked("patrol-officer")
    assert (made.reference, made.part, made.source) == ("A", "Witness", "typed")
    assert Entry.objects.latest("sequence").verb == "combined"
    with pytest.raises(NotAllowed):
        linked("investigator")
    with pytest.raises(Invalid, match="not on the list"):
        linked("patrol-officer", part="witness")
    with pytest.raises(Invalid, match="Enter a value"):
        linked("patrol-officer", basis="")
