"""What a reader asks of answering and attending, from rows to the sentence."""

import pytest

from peelian.areas.contact import examples as contact_rows
from peelian.areas.contact import measures as contact
from peelian.areas.response import examples as response_rows
from peelian.areas.response import measures as response
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.examples import ExampleTables
from peelian.engines.measures.request import request
from peelian.engines.publishing.manual import entry
from peelian.engines.publishing.shown import internal


def asked(measure, example, **question):
    """The figures of an example and the remarks beside them."""
    answer = calculate(request(measure, **question), ExampleTables(example, "duckdb"))
    return internal(answer, measure), answer.warnings


@pytest.mark.ledger("CON-01")
def test_the_demand_of_999_stands_for_every_thousand_residents():
    """Calls to 999 are set against the residents of the force's own area."""
    ((figure,), _warnings) = asked(contact.calls_rate, contact_rows.CALLS_RATE[0], by=["force"])

    assert figure.sentence.startswith(
        "2.00 999 calls were presented for every 1,000 residents by Staffordshire Police"
    )


@pytest.mark.ledger("CON-02")
def test_answers_in_ten_seconds_are_held_against_the_aim_by_the_carriers_clock():
    """The share in ten seconds, its likely range, what is not known, and the aim that is no law."""
    ((figure,), _warnings) = asked(
        contact.answered_999_in_10s, contact_rows.ANSWERED_999_IN_10S[0], by=["force"]
    )

    assert figure.sentence.startswith("50% of 999 calls presented by Staffordshire Police")
    assert (figure.counts, figure.unknown) == ("2 of 4", "1")
    lines = dict(entry(contact.answered_999_in_10s).sections[0].lines)
    assert lines["Standard"].startswith("0.9, an aim, not binding: National Contact Management")
    assert "one clock" in lines["Comparing forces"]
    own = dict(entry(contact.answered_999_in_10s_force_clock).sections[0].lines)
    assert own["Comparing forces"].startswith("Not comparable. Each force's clock starts")


@pytest.mark.ledger("CON-03", "CON-04")
def test_callers_who_give_up_on_101_are_counted_with_the_wait_that_counts():
    """The share given up says from which wait and for which queue it counts."""
    first, second = asked(contact.abandoned_101, contact_rows.ABANDONED_101[1], by=["queue"])[0]

    assert (first.label("queue"), first.value) == ("First answer", "50%")
    assert (second.label("queue"), second.value) == ("Second queue", "33%")
    assert "every hang-up counts" in contact.abandoned_101.definition
    ((held,), _warnings) = asked(
        contact.wait_before_hanging_up, contact_rows.WAIT_BEFORE_HANGING_UP[0]
    )
    assert held.value == "45.0"


@pytest.mark.ledger("CON-09")
def test_demand_is_seen_by_hour_and_line():
    """Calls, online reports and messages stand side by side, hour by hour."""
    figures, _warnings = asked(contact.calls, contact_rows.CALLS[0], by=["line", "hour"])

    shown = {(one.label("line"), one.label("hour")): one.value for one in figures}
    assert shown["101", "17"] == "2"
    assert shown["Online report", "17"] == "0"


@pytest.mark.ledger("CON-19")
def test_attendance_is_a_median_with_its_tail_and_the_forces_own_limit():
    """Half, nine in ten, the share over the limit of the day, and a mean that is named as one."""
    ((figure,), _warnings) = asked(
        response.attendance_time, response_rows.ATTENDANCE_TIME[0], by=["grade"]
    )

    assert figure.sentence == (
        "Half of incidents that needed attendance, grade at arrival or closure Priority, in March "
        "2021 took 90.0 minutes or less: 4 cases. Nine in ten: 237.0 minutes "
        "(4.0 hours) or less. 2 of 4 (50%) "
        "took longer than the force's own limit for their grade. Mean, which a few long ones move: "
        "127.5 minutes (2.1 hours)."
    )
    assert figure.unknown == "1"


@pytest.mark.ledger("VUL-03")
def test_domestic_abuse_waits_are_told_apart_and_an_impossible_average_is_refused():
    """The published 22 hours cannot be the mean of waits of which 41% were over seven days."""
    figures, warnings = asked(
        response.attendance_time, response_rows.ATTENDANCE_TIME[1], by=["domestic_abuse"]
    )

    assert [(one.label("domestic_abuse"), one.value) for one in figures] == [
        ("Flagged", "200.0"),
        ("Not flagged", "40.0"),
        ("not recorded", "60.0"),
    ]
    assert any("0.41 x 168 = 68.9, which is more than 22" in warning for warning in warnings)
    told = {section.title: section.lines for section in entry(response.attendance_time).sections}
    assert "As a mean it is refused" in told["Averages published about it"][0][1]


@pytest.mark.ledger("CON-20")
def test_it_is_known_whether_callers_were_told_of_a_delay():
    """Of the incidents known to have passed their limit, those whose caller was told."""
    ((figure,), _warnings) = asked(response.delay_told, response_rows.DELAY_TOLD[0])

    assert (figure.counts, figure.unknown) == ("1 of 2", "1")
