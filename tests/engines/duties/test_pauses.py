"""Pauses: what was left when a clock stopped is left when it goes on, worked by hand."""

import pytest
from duty_samples import LAW, at, duties, event, local, rule

from peelian.engines.duties.clocks import (
    AtMoment,
    Days,
    Earliest,
    Hours,
    Months,
    OnDay,
    WorkingDays,
)
from peelian.engines.duties.rule import Pause, Retime
from peelian.engines.duties.unfold import state_at
from peelian.engines.duties.words import State
from peelian.spine.happenings import What

START, DONE = What.BAILED, What.BAIL_ENDED
STOP, GO = What.REFERRED, What.REFERRAL_DECLINED
STOP_2, GO_2 = What.SUSPECT_CIRCULATED, What.SUSPECT_ARRESTED


def paused(due, *events, start="2026-03-02 10:00", **facts):
    ruled = rule(
        due,
        about="bail_ref",
        starts=(START,),
        done_when=(DONE,),
        retimed_by=(Retime(What.BAIL_CHANGED),),
        pauses=(
            Pause(STOP, GO, "With the prosecutor", LAW),
            Pause(STOP_2, GO_2, "Nobody knows where the suspect is", LAW),
        ),
    )
    (one,) = duties(ruled, event(start, START, **facts), *events)
    return one


def stops(since, until):
    return event(since, STOP), event(until, GO)


@pytest.mark.parametrize(
    ("due", "since", "until", "end"),
    [
        # True time: 72 hours from Monday 10:00, stopped for 5 and a half.
        (Hours(72), "2026-03-03 12:00", "2026-03-03 17:30", "2026-03-05 15:30"),
        # Whole days move the end of a day by as many days.
        (Days(10), "2026-03-04 00:00", "2026-03-07 00:00", "2026-03-16 00:00"),
        # A part of a day moves it by one.
        (Days(10), "2026-03-04 09:00", "2026-03-04 11:00", "2026-03-14 00:00"),
        (Days(10), "2026-03-04 09:00", "2026-03-06 11:00", "2026-03-16 00:00"),
        # Over the change to summer time and back ten days stay ten days.
        (Days(40), "2026-03-20 00:00", "2026-03-30 00:00", "2026-04-22 00:00"),
        (Months(8), "2026-10-20 00:00", "2026-10-30 00:00", "2026-11-13 00:00"),
        # Noon to noon over that change are 23 hours of true time: from 13 April 03:00.
        (Hours(1000), "2026-03-28 12:00", "2026-03-29 12:00", "2026-04-14 02:00"),
        # Working days: a weekend that is paused loses nothing, and two working days lose two.
        (WorkingDays(5), "2026-03-07 00:00", "2026-03-09 00:00", "2026-03-10 00:00"),
        (WorkingDays(5), "2026-03-03 00:00", "2026-03-05 00:00", "2026-03-12 00:00"),
        (WorkingDays(5), "2026-03-06 12:00", "2026-03-09 12:00", "2026-03-11 00:00"),
        # The end may not fall on a day of rest: from Friday it moves to Monday.
        (WorkingDays(4), "2026-03-03 12:00", "2026-03-03 13:00", "2026-03-10 00:00"),
        # Over Easter (3 and 6 April) only Thursday and Tuesday were lost.
        (WorkingDays(25), "2026-04-02 00:00", "2026-04-08 00:00", "2026-04-11 00:00"),
    ],
)
def test_the_end_moves_by_what_was_paused(due, since, until, end):
    one = paused(due, *stops(since, until))

    assert local(one.due_at) == end
    assert one.paused_minutes == (at(until) - at(since)).total_seconds() // 60


def test_while_it_stands_still_it_has_no_end_and_is_paused():
    one = paused(Days(10), event("2026-03-04 09:00", STOP))

    assert (one.due_at, local(one.due_without)) == (None, "2026-03-13 00:00")
    assert local(one.paused_since) == "2026-03-04 09:00"
    assert state_at(one, at("2026-06-01")) is State.PAUSED
    assert state_at(one, at("2026-03-03")) is State.RUNNING


def test_times_that_overlap_count_once():
    one = paused(
        Days(10),
        *stops("2026-03-04", "2026-03-08"),
        event("2026-03-06", STOP_2),
        event("2026-03-10", GO_2),
    )

    assert local(one.due_at) == "2026-03-19 00:00"
    assert one.paused_minutes == 6 * 24 * 60


def test_one_cause_that_goes_on_while_another_holds_keeps_it_still():
    one = paused(
        Days(10), event("2026-03-04", STOP), event("2026-03-05", STOP_2), event("2026-03-06", GO)
    )

    assert (one.due_at, local(one.paused_since)) == (None, "2026-03-04 00:00")


def test_it_can_stop_twice_and_stopping_twice_is_stopping_once():
    again = (event("2026-03-05", STOP, "B"), event("2026-03-08", GO, "B"))
    one = paused(
        Days(10), *stops("2026-03-04", "2026-03-06"), *again, *stops("2026-03-10", "2026-03-11")
    )

    # Stopped on the 4th until the first that goes on (the 6th), and on the 10th for a day.
    assert local(one.due_at) == "2026-03-16 00:00"


def test_parts_of_days_are_added_up_before_the_day_is_made_full():
    one = paused(
        Days(10),
        *stops("2026-03-04 09:00", "2026-03-04 11:00"),
        *stops("2026-03-05 09:00", "2026-03-05 11:00"),
    )

    assert local(one.due_at) == "2026-03-14 00:00"


def test_a_cause_that_stops_and_goes_on_at_one_moment_changes_nothing():
    one = paused(Days(10), *stops("2026-03-04", "2026-03-04"))

    assert (local(one.due_at), one.paused_minutes) == ("2026-03-13 00:00", 0)


def test_a_time_that_ran_out_stays_over():
    one = paused(Days(10), *stops("2026-03-13", "2026-03-20"))
    still = paused(Days(10), event("2026-03-14", STOP))

    assert local(one.due_at) == local(still.due_at) == "2026-03-13 00:00"
    assert state_at(still, at("2026-03-15")) is State.LATE


def test_what_was_still_before_the_start_counts_from_the_start():
    one = paused(Days(10), *stops("2026-02-01", "2026-03-04 10:00"))

    assert local(one.due_at) == "2026-03-15 00:00"
    assert one.paused_minutes == 48 * 60


def test_what_is_met_while_it_stands_still_is_met_in_time():
    one = paused(Days(10), event("2026-03-04 09:00", STOP), event("2026-04-04 09:00", DONE))

    assert state_at(one, at("2026-05-01")) is State.MET
    assert local(one.due_at) == "2026-04-13 00:00"
    assert one.paused_minutes == 30 * 24 * 60 + 24 * 60 - 60
    late = paused(Days(10), event("2026-03-14 09:00", STOP), event("2026-04-04 09:00", DONE))
    assert state_at(late, at("2026-05-01")) is State.MET_LATE


def test_a_day_that_is_stated_after_a_pause_allows_for_it():
    days = stops("2026-03-04", "2026-03-08")
    stated = event("2026-03-09", What.BAIL_CHANGED, ends_on="2026-03-20")
    same = event("2026-03-09", What.BAIL_CHANGED, ends_on="2026-03-12")

    assert local(paused(OnDay("ends_on"), *days, ends_on="2026-03-12").due_at) == "2026-03-17 00:00"
    one = paused(OnDay("ends_on"), *days, stated, ends_on="2026-03-12")
    assert local(one.due_at) == "2026-03-21 00:00"
    one = paused(OnDay("ends_on"), *days, same, ends_on="2026-03-12")
    assert local(one.due_at) == "2026-03-17 00:00"


def test_of_several_clocks_each_moves_in_its_own_way_and_the_earliest_counts():
    clock = Earliest((WorkingDays(5), Days(7), AtMoment("until")))
    weekend = stops("2026-03-07 00:00", "2026-03-09 00:00")

    # Five working days stay until Monday night; seven days would be Tuesday to Thursday.
    one = paused(clock, *weekend, until="2026-03-20T10:00:00+00:00")
    assert local(one.due_at) == "2026-03-10 00:00"
    # A moment moves by true time: from Monday 10:00 to Wednesday 10:00.
    one = paused(AtMoment("until"), *weekend, until="2026-03-09T10:00:00+00:00")
    assert local(one.due_at) == "2026-03-11 10:00"
