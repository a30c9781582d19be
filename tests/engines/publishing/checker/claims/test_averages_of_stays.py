"""Stays beside when patients left, and averages of each beside the total of the next sentence."""

import pytest

from engines.publishing.checker.claims.worked import refused, told
from peelian.engines.publishing.checker.claims.averages import averages, divided


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            "The median length of stay was 9 days, nine in ten patients having gone home within "
            "6 days.",
            "9 days",
        ),
        (
            "The median stay was 7 days. Eighty per cent of patients were discharged within "
            "5 days of admission.",
            "7 days",
        ),
        (
            "The median length of stay on the ward was 9 days. Even so, discharge was prompt by "
            "the standards of similar units, with nine in ten of these patients having gone home "
            "within 6 days of admission.",
            "9 days",
        ),
    ],
)
def test_most_cannot_leave_before_the_median_stay(text, figure):
    assert refused(averages.find, text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "The median length of stay was 9 days. Nine in ten patients had gone home within 16 days.",
        "The median stay was 9 days. Nine in ten were readmitted within 6 days of admission.",
        "The median stay was 9 days. Nine in ten patients were seen by a consultant within 2 days "
        "of admission.",
        "The median stay was 9 days. Nine in ten discharged patients were visited at home within "
        "2 days.",
        "The median stay was 9 days. Nine in ten patients returned to clinic within 6 days of "
        "discharge.",
        "The median stay was 9 days. On the day unit 40 patients were treated, nine in ten of "
        "these patients having gone home within 6 days.",
    ],
)
def test_what_is_of_something_else_forbids_no_median(text):
    assert refused(averages.find, text) == []


EACH = "Our 48 befrienders each gave an average of 5.5 hours a week. "


def test_the_total_of_the_next_sentence_is_held_against_the_average():
    """364 hours over 48 befrienders are 7.58 each; 264 hours are 5.5."""
    assert refused(divided.find, f"{EACH}Together they gave 364 hours a week.") == ["5.5 hours"]
    (fits,) = told(divided.find, f"{EACH}Together they gave 264 hours a week.")
    assert fits[:2] == ("agrees", "5.5 hours")


@pytest.mark.parametrize(
    "after",
    [
        "Together with the staff they gave 364 hours a week.",
        "Together they gave 1,144 hours a month.",
        "Together they saved the council 364 hours.",
    ],
)
def test_another_total_says_nothing(after):
    assert told(divided.find, EACH + after) == []
