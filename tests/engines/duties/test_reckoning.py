"""When clocks end, worked by hand on a calendar: the last moment or day that is still in time."""

import pytest
from duty_samples import at, default, local

from peelian.engines.duties.calendars import Calendar
from peelian.engines.duties.clocks import (
    AtMoment,
    Days,
    DependsOn,
    Earliest,
    FromRecord,
    Hours,
    Minutes,
    Months,
    OnDay,
    WorkingDays,
)
from peelian.engines.duties.reckoning import NoFact, ends
from peelian.engines.duties.settings import Setting

WITH = "beginning with"
ENGLAND = Calendar()


def due(clock, start, calendar=ENGLAND, number=default, **facts):
    return local(ends(clock, at(start), facts, calendar, number))


# First late moments: a day is over at the local midnight after it.
@pytest.mark.parametrize(
    ("clock", "start", "late"),
    [
        # The three days of SOA 2003 s83(1) begin with the day itself.
        (Days(3, WITH), "2026-03-27 14:00", "2026-03-30 00:00"),
        (Days(3), "2026-03-27 14:00", "2026-03-31 00:00"),
        (Days(0), "2026-03-27 14:00", "2026-03-28 00:00"),
        (Days(1, WITH), "2026-03-27 23:59", "2026-03-28 00:00"),
        # The clocks go forward on 29 March 2026 and back on 25 October: days stay days.
        (Days(1), "2026-03-28 23:30", "2026-03-30 00:00"),
        (Days(2), "2026-10-24 00:00", "2026-10-27 00:00"),
        # Half past midnight in summer is the evening before in UTC, and counts as today.
        (Days(1), "2026-07-01 00:30", "2026-07-03 00:00"),
        (Days(1), "2028-02-28 10:00", "2028-03-01 00:00"),
        (Days(28), "2027-02-01 10:00", "2027-03-02 00:00"),
    ],
)
def test_days_end_at_local_midnight(clock, start, late):
    assert due(clock, start) == late


@pytest.mark.parametrize(
    ("clock", "start", "late"),
    [
        # PACE s47ZB(4)(a): arrested on 14 March, so the first day is the 15th.
        (Months(3, WITH), "2026-03-15", "2026-06-15 00:00"),
        (Months(3, WITH), "2026-03-01", "2026-06-01 00:00"),
        (Months(6, WITH), "2026-03-15", "2026-09-15 00:00"),
        (Months(1), "2026-01-31 12:00", "2026-03-01 00:00"),
        (Months(1), "2028-01-31 12:00", "2028-03-01 00:00"),
        (Months(1, WITH), "2026-01-31 12:00", "2026-03-01 00:00"),
        (Months(3, WITH), "2026-11-30", "2027-03-01 00:00"),
        (Months(3, WITH), "2027-11-30", "2028-03-01 00:00"),
        (Months(3, WITH), "2027-11-29", "2028-02-29 00:00"),
        (Months(3), "2026-11-30", "2027-03-01 00:00"),
        (Months(1), "2026-02-28", "2026-03-29 00:00"),
        (Months(12), "2028-02-29", "2029-03-01 00:00"),
        (Months(12, WITH), "2028-02-29", "2029-03-01 00:00"),
        (Months(12, WITH), "2027-03-01", "2028-03-01 00:00"),
        (Months(12), "2027-02-28", "2028-02-29 00:00"),
        # Over a change of clocks the day stays the day.
        (Months(1), "2026-03-10 23:00", "2026-04-11 00:00"),
    ],
)
def test_months_end_on_the_day_of_the_same_number_or_the_last(clock, start, late):
    assert due(clock, start) == late


@pytest.mark.parametrize(
    ("clock", "start", "late"),
    [
        # Victims' Code right 6: five working days over Easter 2026 (3 and 6 April).
        (WorkingDays(5), "2026-04-01 10:00", "2026-04-11 00:00"),
        (WorkingDays(1), "2026-04-02 10:00", "2026-04-08 00:00"),
        (WorkingDays(1), "2026-04-03 10:00", "2026-04-08 00:00"),
        # Boxing Day 2026 is a Saturday: Monday stands in for it.
        (WorkingDays(1), "2026-12-24 10:00", "2026-12-30 00:00"),
        # In 2027 both days of Christmas fall on a weekend: Monday and Tuesday stand in.
        (WorkingDays(1), "2027-12-24 10:00", "2027-12-30 00:00"),
        (WorkingDays(5), "2026-12-23 10:00", "2027-01-05 00:00"),
        (WorkingDays(5), "2026-03-23 10:00", "2026-03-31 00:00"),
        (WorkingDays(5, WITH), "2026-03-23 10:00", "2026-03-28 00:00"),
        # A period that begins with a Saturday has Monday as its first working day.
        (WorkingDays(1, WITH), "2026-03-28 10:00", "2026-03-31 00:00"),
        (WorkingDays(0), "2026-03-28 10:00", "2026-03-31 00:00"),
        (WorkingDays(0), "2026-03-27 10:00", "2026-03-28 00:00"),
        (WorkingDays(1), "2026-03-27 23:59", "2026-03-31 00:00"),
    ],
)
@pytest.mark.ledger("INV-25")
def test_working_days_leave_out_weekends_and_bank_holidays(clock, start, late):
    assert due(clock, start) == late


def test_working_days_are_those_of_the_force_s_own_part_of_the_country():
    assert due(WorkingDays(1), "2026-11-27 10:00") == "2026-12-01 00:00"
    assert due(WorkingDays(1), "2026-11-27 10:00", Calendar("SCT")) == "2026-12-02 00:00"


@pytest.mark.parametrize(
    ("clock", "start", "late"),
    [
        (Minutes(60), "2026-03-27 14:00", "2026-03-27 15:00"),
        (Hours(24), "2026-03-27 14:00", "2026-03-28 14:00"),
        # A day has 23 hours when the clocks go forward, and 25 when they go back.
        (Hours(24), "2026-03-28 14:00", "2026-03-29 15:00"),
        (Hours(24), "2026-10-24 14:00", "2026-10-25 13:00"),
        (Minutes(90), "2026-03-29 00:15", "2026-03-29 02:45"),
        (Hours(72), "2026-12-24 18:00", "2026-12-27 18:00"),
    ],
)
def test_minutes_and_hours_are_true_time(clock, start, late):
    assert due(clock, start) == late


def test_the_record_can_state_the_day_or_the_moment():
    assert due(OnDay("ends_on"), "2026-03-01", ends_on="2026-03-29") == "2026-03-30 00:00"
    moment = "2026-06-14T14:00:00+00:00"
    assert due(AtMoment("until"), "2026-03-01", until=moment) == "2026-06-14 15:00"


@pytest.mark.parametrize(
    ("clock", "facts", "told"),
    [
        (OnDay("ends_on"), {}, "'ends_on' and the record does not state it; right would be a day"),
        (OnDay("ends_on"), {"ends_on": "14/06/2026"}, "states '14/06/2026'"),
        (OnDay("ends_on"), {"ends_on": "9999-12-31"}, "not after 2200"),
        (OnDay("ends_on"), {"ends_on": 20260614}, "right would be a day as 2026-03-27"),
        (AtMoment("until"), {"until": "2026-06-14T14:00"}, "a moment with its zone"),
        (AtMoment("until"), {"until": None}, "does not state it"),
        (Days(FromRecord("every")), {"every": "28"}, "a whole number from 1"),
        (Days(FromRecord("every")), {"every": 0}, "states '0'"),
        (Days(FromRecord("every")), {"every": True}, "states 'True'"),
        (Months(FromRecord("every")), {"every": 10**9}, "whole number from 1 to 50000"),
    ],
)
def test_a_missing_or_malformed_fact_is_named_with_what_would_be_right(clock, facts, told):
    with pytest.raises(NoFact) as refused:
        due(clock, "2026-03-01", **facts)

    assert told in str(refused.value)


def test_the_longest_that_a_record_can_state_can_be_reckoned():
    for clock in (Minutes, Hours, Days, Months):
        assert due(clock(FromRecord("every")), "2026-03-01", every=50_000)


def test_a_number_is_the_record_s_own_or_the_force_s_on_the_day_of_the_start():
    setting = Setting("sample.visits", "How often", 28, "days")
    seen = []

    def number(asked, day):
        seen.append((asked.key, f"{day}"))
        return 7

    assert due(Days(FromRecord("every")), "2026-03-01", every=14) == "2026-03-16 00:00"
    assert due(Days(setting), "2026-03-01") == "2026-03-30 00:00"
    assert due(Days(setting), "2026-07-01 00:30", number=number) == "2026-07-09 00:00"
    assert seen == [("sample.visits", "2026-07-01")]


@pytest.mark.ledger("INV-21", "INV-25")
def test_a_fact_can_choose_the_clock_and_an_unstated_one_chooses_the_other():
    clock = DependsOn("enhanced", (True,), WorkingDays(1), WorkingDays(5))

    assert due(clock, "2026-03-23", enhanced=True) == "2026-03-25 00:00"
    assert due(clock, "2026-03-23", enhanced=False) == "2026-03-31 00:00"
    assert due(clock, "2026-03-23") == "2026-03-31 00:00"


def test_whichever_ends_first_counts_and_all_must_be_stated():
    clock = Earliest((Months(3, WITH), OnDay("ends_on")))

    assert due(clock, "2026-03-15", ends_on="2026-04-11") == "2026-04-12 00:00"
    assert due(clock, "2026-03-15", ends_on="2026-09-11") == "2026-06-15 00:00"
    with pytest.raises(NoFact):
        due(clock, "2026-03-15")
