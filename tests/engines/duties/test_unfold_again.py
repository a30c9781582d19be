"""What is to be done again and again: one clock at a time, and what goes on begins the next."""

import pytest
from duty_samples import VISITS, duties, event, local, rule, said

from peelian.engines.duties.clocks import (
    Days,
    FromRecord,
)
from peelian.spine.happenings import What

SEARCHED, REVIEWED = What.SEARCHED, What.SEARCH_REVIEWED


@pytest.mark.ledger("OFF-07")
def test_what_is_done_again_and_again_meets_one_clock_and_begins_the_next():
    found = duties(
        VISITS,
        event("2026-01-01", What.MANAGED, visit_every_days=30),
        event("2026-01-10", What.MANAGED, "M-2", visit_every_days=7),
        event("2026-01-31", What.VISITED, "V-1"),
        event("2026-03-20", What.VISITED, "V-2"),
    )

    assert said(found) == [
        ("", "2026-01-01 00:00", "2026-02-01 00:00", "Met"),
        # It goes on by the frequency of the clock before, and was due on 2 March.
        ("", "2026-01-31 00:00", "2026-03-03 00:00", "Met late"),
        ("", "2026-03-20 00:00", "2026-04-20 00:00", "Late"),
    ]


@pytest.mark.ledger("INV-21")
def test_what_only_goes_on_begins_no_first_clock_and_none_after_one_that_became_void():
    ruled = rule(
        Days(FromRecord("update_every_days")),
        starts=(What.CONTRACT_AGREED, What.VICTIM_UPDATED),
        done_when=(What.VICTIM_UPDATED,),
        ends_when=(What.SUPPORT_WITHDRAWN,),
        one_at_a_time=True,
        goes_on=(What.VICTIM_UPDATED,),
    )
    found = duties(
        ruled,
        event("2026-01-01", What.VICTIM_UPDATED, "U-1"),
        event("2026-01-05", What.CONTRACT_AGREED, update_every_days=28),
        event("2026-01-20", What.VICTIM_UPDATED, "U-2"),
        event("2026-01-25", What.SUPPORT_WITHDRAWN),
        event("2026-01-30", What.VICTIM_UPDATED, "U-3"),
    )

    assert said(found) == [
        ("", "2026-01-05 00:00", "2026-02-03 00:00", "Met"),
        ("", "2026-01-20 00:00", "2026-02-18 00:00", "Ended"),
    ]


def test_two_visits_of_one_day_begin_one_clock():
    found = duties(
        VISITS,
        event("2026-01-01", What.MANAGED, visit_every_days=30),
        event("2026-01-20", What.VISITED, "V-1", sequence=1),
        event("2026-01-20", What.VISITED, "V-2", sequence=2),
    )

    assert [local(one.started.at) for one in found] == ["2026-01-01 00:00", "2026-01-20 00:00"]
    assert found[1].done is None


def test_a_clock_that_closes_and_one_that_begins_on_one_day_are_two():
    ruled = rule(ends_when=(What.BAIL_ENDED,), one_at_a_time=True)
    found = duties(
        ruled,
        event("2026-03-01", SEARCHED, "S-1"),
        event("2026-03-02", What.BAIL_ENDED, "S-1"),
        event("2026-03-02", SEARCHED, "S-2"),
    )

    assert said(found) == [
        ("", "2026-03-01 00:00", "2026-03-02 00:00", "Ended"),
        ("", "2026-03-02 00:00", "2026-03-03 00:00", "Late"),
    ]
