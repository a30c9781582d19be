"""Reckoning against a plain walk over a hand-written calendar, for any start from 2024 to 2028."""

from datetime import UTC, datetime, timedelta

from duty_samples import at, default
from hypothesis import given
from hypothesis import strategies as st
from plain_days import BANK_HOLIDAYS, first_late, is_working, last_day

from peelian.engines.duties.calendars import Calendar
from peelian.engines.duties.clocks import Days, Hours, Minutes, Months, WorkingDays
from peelian.engines.duties.reckoning import ends

COUNTINGS = st.sampled_from(["after", "beginning with"])
# Early enough that the longest period of each kind still ends in 2028.
STARTS = st.datetimes(
    datetime(2024, 1, 1),  # noqa: DTZ001
    datetime(2027, 6, 30),  # noqa: DTZ001
    timezones=st.just(UTC),
)


def due(clock, start):
    return ends(clock, start, {}, Calendar(), default)


def check(kind, clock, start):
    counted = clock.counting == "beginning with"
    last = last_day(kind, clock.number, start, first_counts=counted)
    assert due(clock, start) == first_late(last)


@given(STARTS, st.integers(1, 200), COUNTINGS)
def test_days(start, number, counting):
    check("days", Days(number, counting), start)


@given(STARTS, st.integers(1, 200), COUNTINGS)
def test_working_days(start, number, counting):
    check("working", WorkingDays(number, counting), start)


@given(STARTS, st.integers(1, 17), COUNTINGS)
def test_months(start, number, counting):
    check("months", Months(number, counting), start)


@given(STARTS, st.integers(0, 5000))
def test_hours_and_minutes_are_true_time(start, number):
    assert due(Hours(number), start) == due(Minutes(60 * number), start)
    assert due(Hours(number), start) - start == timedelta(hours=number)


@given(STARTS, st.integers(1, 60), st.sampled_from([Days, WorkingDays, Months]), COUNTINGS)
def test_a_later_start_or_a_longer_time_never_ends_sooner(start, number, kind, counting):
    number = min(number, 12) if kind is Months else number

    assert due(kind(number, counting), start) <= due(kind(number + 1, counting), start)
    assert due(kind(number, counting), start) <= due(
        kind(number, counting), start + timedelta(hours=9)
    )


def test_every_day_of_five_years_is_a_working_day_for_both_or_for_neither():
    day, differing = at("2024-01-01 12:00").date(), []
    while day.year < 2029:
        if Calendar().is_working(day) != is_working(day):
            differing.append(f"{day}")
        day += timedelta(days=1)

    assert differing == []
    assert len(BANK_HOLIDAYS) == 40
