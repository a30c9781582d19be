"""Means of numbers that stand in a row before them."""

import pytest

from engines.publishing.checker.claims.worked import findings, told
from peelian.engines.publishing.checker.claims.averages.mean_of import find


def test_the_mean_of_a_row_is_recomputed():
    """210 + 340 + 260 = 810, over three."""
    (found,) = findings(
        find, "The three areas recorded 210, 340 and 260 burglaries, an average of 290."
    )
    assert (found.verdict, found.printed) == ("does not follow", "290")
    assert found.computed == "the mean of 210, 340, 260 is 270"
    assert found.because == "the numbers before it have another mean"


@pytest.mark.parametrize(
    ("text", "verdict", "figure", "allowed"),
    [
        (
            "The scores of the four teams were 62, 71, 58 and 69, giving an average of 75.",
            "does not follow",
            "75",
            "65",
        ),
        (
            "Monthly searches were 412 in April, 388 in May and 430 in June, a mean of 410.",
            "agrees",
            "410",
            "410",
        ),
        (
            "The journeys took 5, 7 and 9 minutes, an average of 12 minutes.",
            "does not follow",
            "12 minutes",
            "6.5 to 7.5 minutes",
        ),
    ],
)
def test_rows_of_scores_of_months_and_of_minutes(text, verdict, figure, allowed):
    assert told(find, text) == [(verdict, figure, allowed)]


@pytest.mark.parametrize(
    "text",
    [
        "Crews drove 212, 340 and 260 miles, an average of 41 miles an hour.",
        "The team made 12 arrests, 34 searches and 5 seizures, an average of 3 arrests a week.",
        "Calls rose from 210 to 340 and then to 400, an average of 12 a day.",
        "We interviewed 14 officers, 9 staff and 6 volunteers, with an average length of service "
        "of 8 years.",
        "The scores were 62, 71 and 58, against a national average of 75.",
        "The three areas recorded 210, 340 and 260 burglaries, a median of 260.",
    ],
)
def test_averages_of_something_else_are_left_alone(text):
    assert findings(find, text) == []
