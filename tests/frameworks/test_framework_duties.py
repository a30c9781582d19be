"""The duties that join areas: each worked example, and what holds whatever happens."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian.engines.duties.authority import Weight
from peelian.engines.duties.calendars import Calendar
from peelian.engines.duties.unfold import Event, unfold
from peelian.engines.duties.worked import worked
from peelian.frameworks.domestic_abuse.duties import RULES as DOMESTIC_ABUSE
from peelian.frameworks.victims_code.duties import RULES as VICTIMS_CODE
from peelian.frameworks.victims_code.told import TOLD
from peelian.frameworks.victims_code.updates import UPDATED
from peelian.records.derive import CALENDAR_ZONE
from peelian.spine.happenings import What

RULES = (*VICTIMS_CODE, *DOMESTIC_ABUSE)
EXAMPLES = [
    pytest.param(held, id=f"{rule.key}: {held.says}") for rule in RULES for held in worked(rule)
]
(ARREST, *_) = TOLD
FIRST = datetime(2026, 11, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 510 * 24 * 60).map(lambda minutes: FIRST + timedelta(minutes=minutes))


def event(name, at, sequence=0, **facts):
    return Event(str(name), at, ("example", str(sequence)), facts, sequence)


def duties(rule, *events):
    return unfold(rule, events, calendar=Calendar(), number=lambda setting, _day: setting.default)


@pytest.mark.parametrize("held", EXAMPLES)
def test_an_example_holds(held):
    assert (held.found_due, held.found_state) == (held.due, held.state)


@pytest.mark.ledger("INV-25")
def test_each_thing_of_right_6_has_a_duty_of_its_own_that_nobody_can_waive():
    assert len(TOLD) == 6
    assert {rule.terms[0].authority.weight for rule in TOLD} == {Weight.CODE}
    assert all(not rule.waived_by for rule in TOLD)
    assert len({rule.done_when_facts["about"] for rule in TOLD}) == 6


@pytest.mark.ledger("INV-25")
def test_every_victim_of_an_investigation_is_owed_their_own():
    """Of two victims one has enhanced rights and one is recorded after the arrest."""
    at = datetime(2027, 3, 22, 12, tzinfo=UTC)
    found = duties(
        ARREST,
        event(What.VICTIM_RECORDED, at - timedelta(days=1), victim_ref="V1"),
        event(
            What.ENHANCED_RIGHTS, at - timedelta(days=1), 1, victim_ref="V1", enhanced_rights=True
        ),
        event(What.SUSPECT_ARRESTED, at, 2),
        event(What.VICTIM_RECORDED, at + timedelta(days=3), 3, victim_ref="V2"),
        event(
            What.VICTIM_UPDATED,
            at + timedelta(hours=2),
            4,
            victim_ref="V1",
            about="Arrest",
            by_safe_route=True,
        ),
    )

    assert [one.each for one in found] == ["V1", "V2"]
    assert [one.done is not None for one in found] == [True, False]
    # Tuesday for the one; for the other the Wednesday after Easter, five working days on.
    last = [(one.due_at - timedelta(minutes=1)).astimezone(CALENDAR_ZONE) for one in found]
    assert [f"{one:%Y-%m-%d}" for one in last] == ["2027-03-23", "2027-03-31"]


@given(MOMENTS, st.integers(-400, 400))
def test_rights_that_are_recognised_lengthen_nothing(arrested, hours):
    recorded = event(What.VICTIM_RECORDED, arrested - timedelta(days=30), victim_ref="V1")
    start = event(What.SUSPECT_ARRESTED, arrested, 1)
    rights = event(
        What.ENHANCED_RIGHTS,
        arrested + timedelta(hours=hours),
        2,
        victim_ref="V1",
        enhanced_rights=True,
    )
    (without,) = duties(ARREST, recorded, start)
    (with_them,) = duties(ARREST, recorded, start, rights)

    assert with_them.due_at <= without.due_at
    if hours <= 0:
        (at_once,) = duties(
            ARREST,
            recorded,
            start,
            event(
                What.ENHANCED_RIGHTS,
                arrested - timedelta(days=9),
                3,
                victim_ref="V1",
                enhanced_rights=True,
            ),
        )
        assert with_them.due_at == at_once.due_at


@pytest.mark.ledger("INV-21")
@given(st.lists(MOMENTS, min_size=1, max_size=8, unique=True), st.integers(1, 60))
def test_promises_follow_each_other_without_a_gap(told, days):
    """Each update keeps one promise and begins the next; one is always open."""
    agreed = event(
        What.CONTRACT_AGREED, min(told) - timedelta(days=1), victim_ref="V1", update_every_days=days
    )
    updates = [
        event(What.VICTIM_UPDATED, at, place, victim_ref="V1", by_safe_route=True)
        for place, at in enumerate(sorted(told), start=1)
    ]
    found = duties(UPDATED, agreed, *updates)

    assert [one.started.at for one in found] == [agreed.at, *sorted(told)]
    assert [one.done is None for one in found] == [False] * len(told) + [True]


@pytest.mark.ledger("VUL-01")
def test_a_refusal_meets_the_duty_to_assess_and_what_it_calls_for_is_a_duty_of_its_own():
    assessed, referred, _school, orders = DOMESTIC_ABUSE

    assert What.RISK_REFUSED in assessed.done_when
    assert referred.starts == (What.REFERRAL_CALLED_FOR,)
    assert orders.done_when == (What.ORDERS_CONSIDERED,)
