"""What the review learns from the trail, the staff tables and the ties of a force."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

import people
from peelian.access.actors import service_account
from peelian.access.conflict import Conflict, ConflictKind
from peelian.access.tie import Tie, TieKind
from peelian.engines.oversight.evidence import Signal
from peelian.engines.oversight.from_trail import FromTrail
from peelian.engines.oversight.models import Alert
from peelian.engines.oversight.review_night import review_night
from peelian.spine.person import Involvement, Person
from peelian.spine.shift import Shift
from peelian.trail.append import append
from peelian.trail.looks import append_look
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb

pytestmark = pytest.mark.django_db
NIGHT = datetime(2026, 3, 2, tzinfo=UTC)
NEXT = NIGHT + timedelta(days=1)
NOON = NIGHT + timedelta(hours=12)


def person(key, name="Smith", address=None):
    return Person.objects.create(
        record_id=f"record-of-{key}",
        source="extracts",
        force_id=people.FORCE,
        person_key=key,
        family_name=name,
        address_key=address,
    )


def consulted(account, kind="person", address="record-of-p-1", at=NOON, verb="consulted", **said):
    with transaction.atomic():
        return append(
            actor=account.trail_name,
            verb=Verb(verb),
            ref=(kind, address),
            detail=Particulars(**said).detail(),
            at=at,
        )


@pytest.fixture
def force():
    made = people.small_force()
    person("p-1")
    return made


@pytest.fixture
def sources():
    return FromTrail(people.FORCE)


def sights(sources):
    return [
        (one.person, one.relationship, one.reason, one.broke_glass)
        for one in sources.look_ups(NIGHT, NEXT)
    ]


@pytest.mark.parametrize(
    ("relationship", "tie", "glass"),
    [
        ("tied", "tied", False),
        ("scope", "scope", False),
        ("force", None, False),  # the reach of a role over everybody joins it to nobody
        ("glass", None, True),
        ("", None, False),
    ],
)
def test_which_relationships_are_ties(force, sources, relationship, tie, glass):
    consulted(force["investigator"], relationship=relationship, reason="call: Mrs Smith rang")

    asked = "A caller or somebody in front of me asks about it"
    assert sights(sources) == [("p-1", tie, asked, glass)]


def test_a_reason_of_another_list_keeps_its_word_and_none_is_none(force, sources):
    consulted(force["investigator"], reason="life: a child")
    consulted(force["investigator"])

    assert [reason for _, _, reason, _ in sights(sources)] == ["life", None]


def test_somebody_of_another_force_looks_too_and_a_service_does_not(force, sources):
    consulted(force["inspector"], relationship="force")
    consulted(service_account("command-line"))

    assert [one.actor for one in sources.look_ups(NIGHT, NEXT)] == [force["inspector"].trail_name]
    assert force["inspector"].trail_name not in sources.staff(NIGHT, NEXT)


def test_a_record_is_looked_at_for_everybody_with_a_part_in_it(force, sources):
    people.investigation("I-1")
    for key in ("p-1", "p-2"):
        Involvement.objects.create(
            record_id=f"part-{key}",
            source="extracts",
            force_id=people.FORCE,
            person_key=key,
            record_type="investigation",
            reference="I-1",
            part="Victim",
            basis="Fact",
        )
    consulted(force["investigator"], kind="investigation", address="investigation-I-1")

    assert [who for who, *_ in sights(sources)] == ["p-1", "p-2"]


def test_what_is_no_sight_of_a_person(force, sources):
    investigator = force["investigator"]
    consulted(investigator, verb="denied")
    consulted(investigator, kind="unit", address="unit-N1")
    consulted(investigator, kind="figure", address="crime.rate")
    consulted(investigator, at=NIGHT - timedelta(seconds=1))
    consulted(investigator, at=NEXT)
    with transaction.atomic():
        append_look(
            actor=investigator.trail_name,
            record_type="person",
            query="smith",
            filters={},
            shown=["record-of-p-1"],
            at=NOON,
        )

    assert sights(sources) == []


def test_what_the_staff_tables_say(force, sources):
    officer = force["investigator"]
    person("person-investigator", name="Ackroyd", address="a-1")
    Conflict.objects.create(
        user=officer,
        kind=ConflictKind.FAMILY,
        force_id=people.FORCE,
        person_key="p-brother",
        declared_by="self",
        starts_at=NIGHT - timedelta(days=100),
    )
    hours = (NIGHT + timedelta(hours=7), NIGHT + timedelta(hours=17))
    Shift.objects.create(
        record_id="shift-1",
        source="extracts",
        force_id=people.FORCE,
        officer_ref=officer.officer_ref,
        starts_at=hours[0],
        ends_at=hours[1],
    )
    staff = sources.staff(NIGHT, NEXT)
    one = staff[officer.trail_name]

    assert (one.unit, one.own_person, one.address, one.surname) == (
        "N1",
        "person-investigator",
        "a-1",
        "Ackroyd",
    )
    assert (one.declared_family, one.shifts) == (frozenset({"p-brother"}), (hours,))
    assert staff[force["supervisor"].trail_name].shifts is None


def test_who_is_involved_by_the_time_of_the_review(force, sources):
    """Without a tie in the whole force nobody can say what is being worked on."""
    assert sources.people({"p-1"}, NEXT)["p-1"].open_work is None
    Tie.objects.create(
        user=force["investigator"],
        record_type="person",
        record_id="record-of-p-1",
        kind=TieKind.TASK,
        given_by="person:supervisor",
        starts_at=NOON,
    )
    person("p-2")
    facts = FromTrail(people.FORCE).people({"p-1", "p-2", "p-unknown"}, NEXT)

    assert facts["p-1"].involved == {force["investigator"].trail_name}
    assert (facts["p-1"].open_work, facts["p-2"].open_work) == (True, False)
    assert "p-unknown" not in facts


def test_how_common_a_surname_is(force, sources):
    person("p-2", name=" smith")
    person("p-3", name="Ackroyd")
    person("p-4", name=None)

    assert sources.surnames().share("SMITH") == pytest.approx(2 / 3)


@pytest.mark.ledger("STD-12")
def test_a_night_over_the_real_tables(force, sources):
    """A call handler opens the record of somebody at their own address without a tie."""
    handler = force["call-handler"]
    person("person-call-handler", address="a-1")
    person("p-2", name="Jones", address="a-1")
    entry = consulted(handler, address="record-of-p-2", relationship="force", reason="call")
    consulted(force["investigator"], relationship="tied")
    review_night(
        force_id=people.FORCE,
        night=NIGHT.date(),
        by=force["trail-reviewer"],
        at=NEXT,
        sources=sources,
    )

    (alert,) = Alert.objects.all()
    assert (alert.actor, alert.person, alert.look_ups) == (
        handler.trail_name,
        "p-2",
        [entry.sequence],
    )
    assert alert.signals == {Signal.SAME_ADDRESS, Signal.NO_TIE}
