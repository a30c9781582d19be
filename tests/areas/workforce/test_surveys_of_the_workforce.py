"""Leavers of a force and of one department, and what is made of what they say."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from peelian.areas.workforce.survey_leavers import DEPARTMENT, LEAVERS
from peelian.areas.workforce.surveys import SURVEYS
from peelian.engines.surveys.answering import answer
from peelian.engines.surveys.closing import close_round
from peelian.engines.surveys.declared import VOLUNTARY
from peelian.engines.surveys.inviting import invite
from peelian.engines.surveys.opening import extend, open_round
from peelian.engines.surveys.results import results_of
from people import FORCE, small_force

OPENS = datetime(2026, 1, 5, 9, tzinfo=UTC)
CLOSES = OPENS + timedelta(days=180)


@pytest.fixture
def services(db):
    return small_force()["people-services"]


def held_by(services, survey, title, invited):
    """A round with so many links, and what answers by the next of them."""
    held = open_round(
        survey,
        force_id=FORCE,
        title=title,
        design=VOLUNTARY,
        opens_at=OPENS,
        closes_at=CLOSES,
        actor=services,
        at=OPENS,
    )
    tokens = iter(invite(held, wanted=invited, actor=services, at=OPENS))

    def say(number, **answers):
        for _one in range(number):
            answer(
                next(tokens),
                surveys=SURVEYS,
                answers=answers,
                words={},
                once=uuid4(),
                at=OPENS + timedelta(days=3),
            )

    return held, say


@pytest.mark.ledger("WRK-02")
def test_commanders_read_why_people_leave_and_how_many_told(services):
    held, say = held_by(services, LEAVERS, "First half of 2026", 60)
    say(12, reason="workload", supervised="disagree", role="officer", service="under-2")
    say(8, reason="retiring", supervised="agree", role="staff", service="10-or-more")
    say(4, reason="supervision", supervised="disagree", role="officer", service="under-2")
    close_round(held, LEAVERS, actor=services, at=CLOSES)

    found = results_of(held, LEAVERS)
    assert found.progress.says == "24 of 60 invitations were answered (40.0%)."
    could_act = found.tables[0]
    assert (could_act.everyone.counted, could_act.everyone.base) == (16, 24)
    assert dict(could_act.answers)["Workload or hours"] == 12
    # Eight of staff are too few, and with them the others of the force are not told apart.
    assert all(one.lines == () for one in could_act.breakdowns)


@pytest.mark.ledger("WRK-03")
def test_a_department_that_is_too_small_asks_for_longer(services):
    held, say = held_by(services, DEPARTMENT, "Leavers of the control room", 20)
    say(7, reason="supervision", supervised="strongly-disagree")
    later = extend(
        held, closes_at=CLOSES + timedelta(days=180), actor=services, at=OPENS + timedelta(days=99)
    )
    say(4, reason="pay", supervised="agree")
    close_round(later, DEPARTMENT, actor=services, at=later.closes_at)

    weak = results_of(later, DEPARTMENT).tables[0]
    assert (weak.everyone.counted, weak.everyone.base, weak.everyone.percent) == (7, 11, "63.6")
