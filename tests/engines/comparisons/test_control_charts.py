"""One force's own months between limits that its own months set."""

import statistics
from dataclasses import replace
from itertools import pairwise

import pytest

from engines.comparisons.comparison_samples import STEADY, series
from engines.measures.measure_samples import count, share
from peelian.areas.crime.measures import charged_share
from peelian.engines.comparisons.compared import Rebased
from peelian.engines.comparisons.control import MATURING, control_chart
from peelian.engines.measures.request import BadRequest


def chart(*numbers, measure=None, **asked):
    return control_chart(measure or count(), series(*numbers), force="kent", **asked)


def anew(month, by="R. Clerk, Registrar", at="2026-11-22T09:00:00+00:00"):
    return Rebased(month=month, by=by, reason="A new system counts differently.", at=at)


def test_limits_lie_2_66_moving_ranges_from_the_mean():
    (step,) = chart(*STEADY).steps
    moving = statistics.fmean(abs(later - earlier) for earlier, later in pairwise(STEADY))

    assert (step.first, step.last) == (0, 11)
    assert step.mean == pytest.approx(6.5)
    assert step.upper == pytest.approx(6.5 + 2.66 * moving)
    assert step.lower == pytest.approx(6.5 - 2.66 * moving)


def test_a_point_beyond_the_limits_is_said_with_its_month():
    found = chart(*STEADY, 14)

    assert [(one.rule, one.at, one.says) for one in found.signals] == [
        ("point beyond limits", (12,), "January 2021 lies above the upper limit.")
    ]


def test_seven_on_one_side_and_six_falls_are_said():
    shifted = chart(*STEADY, *(12, 11, 12, 11, 12, 11, 12))
    falling = chart(*STEADY, 9, 8, 7, 6, 5, 4, 3)
    rules = {one.rule: one.says for one in (*shifted.signals, *falling.signals)}

    assert rules["shift"] == "January to July 2021: 7 months in a row above the mean."
    assert rules["trend"] == "January to July 2021: 6 falls in a row."


def test_limits_are_cut_to_what_can_be():
    (low,) = chart(*(0, 9) * 6).steps
    (both,) = chart(
        *(4,) * 12, measure=share(counting=count().counting, among=count().counting)
    ).steps

    assert low.lower == 0
    assert (both.lower, both.mean, both.upper) == (1.0, 1.0, 1.0)


def test_fewer_than_twelve_months_have_no_limits():
    found = chart(*STEADY[:11])

    assert found.refusal == (
        "The longest series without a gap has 11 months, and limits need 12 or more to be relied "
        "on."
    )
    assert (len(found.cells), found.steps, found.signals) == (11, (), ())


def test_a_month_without_a_figure_ends_the_series_and_is_named():
    found = chart(*STEADY, None, *STEADY, None, 5, 6)

    assert [(step.first, step.last) for step in found.steps] == [(0, 11), (13, 24)]
    assert found.notes == (
        "January 2021 has no figure and ends the series. No crime file of Kent Police is loaded "
        "for January 2021.",
        "February 2022 has no figure and ends the series. No crime file of Kent Police is loaded "
        "for February 2022.",
        "March to April 2022 has no limits: 2 of the 12 months that they need stand together.",
    )


def test_signals_after_a_gap_stand_at_their_place_in_the_whole():
    (signal,) = chart(*STEADY, None, *STEADY, 14).signals

    assert (signal.at, signal.says) == ((25,), "February 2022 lies above the upper limit.")


def test_a_rebase_gives_each_side_its_own_limits():
    found = chart(*STEADY, *(number + 40 for number in STEADY), rebases=[anew("2021-01")])

    assert [(step.first, step.last, step.mean) for step in found.steps] == [
        (0, 11, 6.5),
        (12, 23, 46.5),
    ]
    assert found.signals == ()
    assert [one.by for one in found.rebases] == ["R. Clerk, Registrar"]


def test_a_rebase_that_leaves_too_few_months_is_not_drawn_and_it_is_said():
    found = chart(*STEADY, *STEADY, rebases=[anew("2021-06")])

    assert (len(found.steps), found.rebases) == (1, ())
    assert found.notes == (
        "The rebase from June 2021 (R. Clerk, Registrar: A new system counts differently.) is not "
        "drawn: it would leave fewer than 12 months on one side.",
    )


def test_of_two_rebases_in_one_month_the_later_entry_stands():
    later = anew("2021-01", by="S. Clerk, Registrar", at="2026-11-23T09:00:00+00:00")
    found = chart(*STEADY, *STEADY, rebases=[later, anew("2021-01")])

    assert found.rebases == (later,)


def test_cohorts_that_are_still_followed_have_no_chart():
    open_ended = replace(charged_share)
    found = control_chart(open_ended, series(*STEADY), force="kent")

    assert (found.refusal, found.steps) == (MATURING, ())


def test_one_force_is_named_once():
    with pytest.raises(BadRequest, match="A control chart is of one force"):
        chart(*STEADY, where={"force": "essex"})
