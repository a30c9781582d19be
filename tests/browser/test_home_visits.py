"""Managed people: visits as the plan says and by two, breaches in a minute, plans looked at."""

import pytest

from journeys.hands import KEYBOARD
from journeys.walking import come_in, go_on, look, refused, walk, words_of
from journeys.world import local
from peelian.areas.offenders.visit import HomeVisit

SINCE = "2026-11-02 09:00"
ALONE = {
    "answer-at": "2026-12-01 09:30",
    "answer-crew": "One officer with approval",
    "answer-announced": "no",
}
APPROVED = {"answer-approver": "Inspector", "words-alone": "My colleague fell ill on the way."}
SEEN = {
    "answer-outcome": "Seen",
    "answer-devices": "yes",
    "words-household": "Nobody else stays there.",
    "answer-risk": "No change",
}
BREACH = {"answer-what": "Bank or card details", "answer-found": "2026-12-01 09:40"}


@pytest.fixture
def managed(world):
    """A plan with a visit every 30 days, and one that is managed reactively without approval."""
    plan(world, "P-1", visit_every_days=30, reactive=False)
    reactive = {"reactive": True, "reactive_at": local(SINCE), "visit_every_days": 30}
    plan(world, "P-2", **reactive)
    world.now = local(SINCE)
    world.deliver()
    return world


def plan(world, ref, **more):
    world.record(
        "managed-people",
        ref,
        plan_ref=ref,
        visor_ref=f"V-{ref}",
        person_key=f"K-{ref}",
        managed_at=local(SINCE),
        plan_set_at=local(SINCE),
        unit_ref="N1",
        officer_ref="no-offender-manager",
        **({"level": "High"} | more),
    )


def visits_of(world, plan_ref):
    return world.duties("offenders.home_visit", plan_ref)


@pytest.mark.ledger("OFF-07", "OFF-08")
def test_a_lone_visit_counts_with_an_inspector_and_a_reason_alone(managed, reader):
    """Due by the plan's own frequency; by keyboard alone."""
    (duty,) = visits_of(managed, "P-1")
    assert duty.due_at == local("2026-12-03 00:00")
    managed.turn_to("2026-12-01 10:00")
    managed.deliver()
    come_in(reader, managed, managed.force["offender-manager"])
    page = reader.open("/force/")
    assert "A home visit is due in two days." not in words_of(reader)
    look(reader, "visits-my-day")
    KEYBOARD.follow(page, "Home visit")
    reader.settled()
    KEYBOARD.send(page, {}, "Begin")
    reader.settled()
    KEYBOARD.send(page, ALONE, "Save and continue")
    reader.settled()
    KEYBOARD.send(page, {}, "Save and continue")
    assert "Who approved that one officer went?" in refused(reader)
    look(reader, "visits-lone-refused")
    go_on(reader, APPROVED | SEEN, hand=KEYBOARD)
    look(reader, "visits-done")

    row = HomeVisit.objects.get()
    assert (row.crew, row.lone_approved_by) == ("One officer with approval", "Inspector")
    managed.work()
    assert managed.states("offenders.home_visit", "P-1") == ["Met", "Running"]
    assert visits_of(managed, "P-1")[1].due_at == local("2027-01-01 00:00")
    assert managed.figure("offenders.home_visit.in_time") == (1, 1)


@pytest.mark.ledger("OFF-12")
def test_a_breach_takes_a_minute_and_the_third_is_a_pattern(managed, plain_reader, reader):
    """Twice without scripts, the third time by keyboard; each opens the recording of a crime."""
    managed.turn_to("2026-12-01 10:00")
    (duty,) = visits_of(managed, "P-1")
    begin = f"/force/procedures/of/{duty.of_id}/offenders.breach/"
    come_in(plain_reader, managed, managed.force["offender-manager"])
    for _time in range(2):
        plain_reader.open(begin)
        walk(plain_reader, BREACH)
    come_in(reader, managed, managed.force["offender-manager"])
    page = reader.open(begin)
    look(reader, "breach-start")
    KEYBOARD.send(page, {}, "Begin")
    reader.settled()
    go_on(reader, BREACH, hand=KEYBOARD, parts=1)
    assert "With this one there are 3 breaches in twelve months" in words_of(reader)
    look(reader, "breach-pattern")
    go_on(reader, {}, hand=KEYBOARD)

    managed.work()
    reader.open("/force/")
    said = words_of(reader)
    assert said.count("Record a breach as a crime") == 3
    look(reader, "breach-my-day")


@pytest.mark.ledger("OFF-09", "OFF-10", "OFF-11")
def test_plans_are_reviewed_and_reactive_management_needs_an_approver(managed, reader):
    """Risk and plan have clocks of their own; reactive without approval, visits go on."""
    assert managed.states("offenders.risk_review", "P-1") == ["Running"]
    (review,) = managed.duties("offenders.plan_review", "P-1")
    assert review.due_at == local("2027-02-03 00:00")
    assert managed.states("offenders.home_visit", "P-2") == ["Running"]
    come_in(reader, managed, managed.force["offender-manager"])
    reader.open(
        f"/force/records/managedperson/{managed.duties('offenders.home_visit', 'P-2')[0].of_id}/"
    )
    assert "visits go on until all three are recorded" in words_of(reader)
    look(reader, "managed-reactive")

    managed.now = local("2026-11-20 10:00")
    plan(
        managed,
        "P-2",
        reactive_at=managed.now,
        reactive_because="No offence in ten years; low level",
        reactive_by="no-supervisor",
        reactive_review_on=local("2027-05-20 12:00").date(),
        level="Low",
    )
    plan(managed, "P-1", risk_reviewed_at=managed.now, plan_reviewed_at=managed.now)
    managed.deliver()
    assert managed.states("offenders.home_visit", "P-2") == ["Ended"]
    (again,) = managed.duties("offenders.reactive_review", "P-2")
    assert (str(again.state), again.due_at) == ("Running", local("2027-05-21 00:00"))
    assert managed.states("offenders.risk_review", "P-1") == ["Met", "Running"]
    assert managed.states("offenders.plan_review", "P-1") == ["Met", "Running"]
    assert managed.figure("offenders.managed")[0] == 2
