"""The staffing view on rows of calls: what it expects, what it advises, how far off it has been."""

import csv
import io
import json
from dataclasses import replace
from datetime import timedelta

import pytest

from areas.staffing_samples import FIRST_MONDAY, Caller, Held, mondays, row
from peelian.areas.contact.staffing import words
from peelian.areas.contact.staffing.backtest import back_test
from peelian.areas.contact.staffing.demand import NotEnoughCalls, demand, slots
from peelian.areas.contact.staffing.plan import BadQuestion, Question, Verdict, plan
from peelian.areas.contact.staffing.search import first_guess, needed
from peelian.areas.contact.staffing.simulate import play
from peelian.areas.contact.staffing.tables import as_csv, as_json
from peelian.spine.force import UnknownForce

# A small room: quiet nights, a busy late afternoon.
HOURS = {"999": (3,) * 16 + (14,) * 3 + (5,) * 5, "101": (4,) * 16 + (16,) * 3 + (5,) * 5}
HANDLING = {"999": 300, "101": 300}
PATIENCE = {"999": 400, "101": 400}
STAFF = 3
LATE_AFTERNOON = range(64, 76)


@pytest.fixture(scope="module")
def calls():
    return Held(mondays(8, HOURS, STAFF, handling=HANDLING, patience=PATIENCE, handover=2, seed=4))


@pytest.fixture(scope="module")
def told(calls):
    return plan(Question("staffordshire", 1, staff=(STAFF,) * 96, shrinkage=0.3), calls)


def a_call(day, quarter, line="999", **given):
    caller = Caller(quarter * 900.0, line, 0.0, False, 120.0)
    return row(day, caller) | given


def monday(week):
    return FIRST_MONDAY + timedelta(weeks=week)


def test_calls_are_brought_down_to_days_quarters_and_lines():
    rows = [
        a_call(monday(0), 8, carrier_seconds=9, force_seconds=6, waited_seconds=6),
        a_call(monday(0), 8, carrier_seconds=15, force_seconds=12, waited_seconds=12),
        a_call(monday(0), 8, carrier_seconds=None, force_seconds=None, abandoned=True)
        | {"waited_seconds": 30, "handling_seconds": None},
        a_call(monday(0), 8, carrier_seconds=None, force_seconds=1, waited_seconds=1),
        a_call(monday(0), 8, "Online report"),
        a_call(monday(0) + timedelta(days=1), 8),
        a_call(monday(0), 8) | {"force_id": "cheshire"},
    ]
    (slot,) = slots(Held(rows), "staffordshire", 1, 8)

    assert (slot.day, slot.quarter, slot.line, slot.calls) == (monday(0), 8, "999", 4)
    assert (slot.within, slot.clocked) == (1, 3)
    assert (slot.waits, slot.waited, slot.gave_up) == (4, 49, 1)
    assert (slot.handlings, slot.handled) == (3, 360)
    assert (slot.handovers, slot.handed) == (2, 6)


def test_the_mean_day_has_calls_handling_patience_and_the_time_lost_before():
    rows = [
        a_call(monday(0), 8, carrier_seconds=9, force_seconds=6, waited_seconds=6),
        a_call(monday(0), 9, carrier_seconds=4, force_seconds=3, waited_seconds=3),
        a_call(monday(1), 8, carrier_seconds=None, force_seconds=None, abandoned=True)
        | {"waited_seconds": 51, "handling_seconds": None},
    ]
    day = demand(slots(Held(rows), "staffordshire", 1, 8))

    assert day.days == (monday(0), monday(1))
    assert day.emergency.calls[8:10] == (1.0, 0.5)
    assert day.emergency.handling == 120
    assert day.emergency.patience == 60
    assert day.handover == 2
    assert sum(day.other.calls) == 0


def test_only_the_last_weeks_are_asked():
    rows = [a_call(monday(week), 8, carrier_seconds=3) for week in range(12)]

    found = slots(Held(rows), "staffordshire", 1, 3)

    assert [slot.day for slot in found] == [monday(9), monday(10), monday(11)]


def test_without_calls_or_handling_times_it_says_what_is_missing():
    unhandled = Held([a_call(monday(0), 8, carrier_seconds=3, handling_seconds=None)])

    with pytest.raises(NotEnoughCalls, match="No call file of Kent Police is loaded"):
        slots(unhandled, "kent", 1, 8)
    with pytest.raises(NotEnoughCalls, match="on a Sunday is loaded"):
        slots(unhandled, "staffordshire", 7, 8)
    with pytest.raises(NotEnoughCalls, match="No handling time of a 999 call"):
        demand(slots(unhandled, "staffordshire", 1, 8))


@pytest.mark.ledger("P-CON-01", "CON-02", "CON-09")
def test_a_supervisor_sees_which_quarters_miss_and_what_would_fix_them(told):
    missing = [quarter.begins for quarter in told.of(Verdict.MISS)]

    assert len(missing) >= 6
    assert all("16:00" <= begins <= "19:15" for begins in missing)
    busy = [told.quarters[quarter] for quarter in LATE_AFTERNOON]
    assert all(quarter.needed > STAFF for quarter in busy)
    assert all(quarter.rostered > quarter.needed for quarter in busy)
    said = words.answer(told)
    assert said.startswith(
        "On a Monday, Staffordshire Police will miss 90% of 999 calls within ten seconds in "
        f"{len(missing)} of 96 quarters of an hour."
    )
    assert "would meet 90%" in said


def test_with_the_staff_advised_the_busy_hours_meet_the_aim(told, calls):
    day, staff = told.demand, [quarter.needed for quarter in told.quarters]

    made = play(day, staff, seconds=told.seconds, seed=77, days=30)

    assert made.likely(LATE_AFTERNOON).share > 0.88
    one_less = play(day, [one - 1 for one in staff], seconds=told.seconds, seed=77, days=30)
    assert one_less.likely(LATE_AFTERNOON).share < 0.9


def test_without_staff_the_smallest_that_meet_the_aim_are_played(calls):
    asked = Question("staffordshire", 1)

    found = plan(asked, calls)

    assert [one.staff for one in found.quarters] == [one.needed for one in found.quarters]
    assert found.whole.share > 0.88
    assert words.answer(found).startswith("On a Monday, Staffordshire Police needs from ")
    assert "no staff were given" in words.tested(found)


def test_days_kept_back_show_how_far_off_it_was(told):
    """The room really had three staff, so what was forecast and what was seen are close."""
    test = told.test

    assert test.days == (monday(6), monday(7))
    assert abs(test.calls_bias) < 0.15
    assert abs(test.share_bias) < 0.08
    assert abs(test.share_bias) <= test.share_error
    assert "points too" in words.tested(told)


def test_a_forecast_of_the_wrong_room_is_seen_to_be_wrong(calls):
    found = back_test(slots(calls, "staffordshire", 1, 8), (8,) * 96, seed=1)

    assert found.share_bias > 0.1


def test_calls_that_doubled_are_an_error_of_the_forecast():
    rows = [a_call(monday(week), 8, carrier_seconds=3) for week in range(8) for _ in range(2)]
    rows += [a_call(monday(week), 8, carrier_seconds=3) for week in (6, 7) for _ in range(2)]
    found = back_test(slots(Held(rows), "staffordshire", 1, 8), None, seed=1)

    assert (found.calls_bias, found.calls_error) == (-0.5, 0.5)
    assert found.share_bias is None


def test_three_days_are_too_few_to_hold_back(calls):
    assert back_test(slots(calls, "staffordshire", 1, 3), None, seed=1) is None


def test_what_is_assumed_is_printed_with_its_numbers(told):
    said = " ".join(words.assumptions(told))

    assert "the 8 Mondays, 5 January 2026 to 23 February 2026" in said
    assert "The carrier's clock has run 2.0 seconds" in said
    assert "8.0 of 10 seconds are left" in said
    assert "An aim for forces, not law" in said
    assert "shrinkage of 30%" in said
    assert f"played {told.played} times" in said


def test_csv_and_json_carry_every_quarter(told):
    rows = list(csv.DictReader(io.StringIO(as_csv(told))))
    whole = json.loads(as_json(told))

    assert [row["begins"] for row in rows][:2] == ["00:00", "00:15"]
    assert len(rows) == len(whole["quarters"]) == 96
    assert whole["quarters"][64]["staff"] == STAFF
    assert whole["errors"]["share_bias"] == told.test.share_bias
    assert whole["assumptions"] == list(words.assumptions(told))


def test_where_nobody_misses_it_says_so(told):
    calm = tuple(replace(one, verdict=Verdict.FINE) for one in told.quarters)

    assert words.answer(replace(told, quarters=calm)) == (
        "On a Monday, Staffordshire Police will not clearly miss 90% of 999 calls within ten "
        "seconds at any time."
    )


def test_the_formulas_begin_the_search_and_nobody_calling_needs_one():
    night = [a_call(monday(week), 8, carrier_seconds=3) for week in range(4)]
    day = demand(slots(Held(night), "staffordshire", 1, 8))

    assert first_guess(day, 0.9, 10)[7] == 0
    assert needed(day, 0.9, 10, seed=1)[7] == 1


@pytest.mark.parametrize(
    ("given", "error", "sentence"),
    [
        ({"weeks": 0}, BadQuestion, "from 1 to 52"),
        ({"aim": 90}, BadQuestion, "such as 0.9"),
        ({"shrinkage": 30}, BadQuestion, "such as 0.3"),
        ({"force": "stafordshire"}, UnknownForce, "staffordshire"),
    ],
)
def test_a_question_that_cannot_be_answered_says_what_could(given, error, sentence):
    with pytest.raises(error, match=sentence):
        Question(**{"force": "staffordshire", "weekday": 1} | given)
