"""An opening stock, what came, what went and the closing stock."""

import pytest

from engines.publishing.checker.claims.told import told, verdicts
from peelian.engines.publishing.checker.claims.sums import sums

STOCKS = [
    (
        "At the start of the year there were 410 open cases. During the year 150 were opened and "
        "190 closed, leaving {} open at the end.",
        "370",
        "390",
    ),
    (
        "We began the year with 84 wardens. In the spring 25 joined and 17 left, leaving us with "
        "{} at the end of March.",
        "92",
        "102",
    ),
    (
        "The fund opened the year at £5.3 million. We added £0.8 million and paid out £1.4 "
        "million, so that it closed at £{} million.",
        "4.7",
        "5.7",
    ),
]


@pytest.mark.parametrize(("text", "right", "wrong"), STOCKS)
def test_what_is_there_at_the_end(text, right, wrong):
    assert [verdict for _, verdict in verdicts(sums.find, text.format(right))] == ["agrees"]
    (found,) = told(sums.find, text.format(wrong))
    assert found.verdict.value == "does not follow"
    assert wrong in found.printed


def test_the_reckoning_is_told():
    (found,) = told(sums.find, STOCKS[0][0].format("390"))
    assert found.computed == "410 + 150 - 190 is 370"
    assert found.because == "that is not 390"


@pytest.mark.parametrize(
    "text",
    [
        "At the end of March 320 cases were open, 140 of them opened since the start of the year; "
        "175 were closed and 20 reopened.",
        "Of 320 cases open at the start of the year, 140 were closed by summer and 175 by winter, "
        "leaving 5 open at the end of the year.",
        "At the start of the year there were 410 open cases. Some 150 were opened and 190 closed "
        "or transferred, leaving 364 at the end.",
        "We began the year with 84 wardens. 25 joined, leaving us with 92 at the end of March.",
    ],
)
def test_nothing_is_refused_where_more_may_have_come_or_gone(text):
    assert "does not follow" not in [verdict for _, verdict in verdicts(sums.find, text)]


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("There were 940 crashes. Of these, 12 were fatal, 208 serious and 820 slight.", True),
        ("There were 940 crashes. Of these, 12 were fatal, 208 serious and 720 slight.", False),
        ("There were 940 crashes. Of these, 412 were fatal or serious and 600 at night.", False),
    ],
)
def test_grades_of_harm_exclude_each_other(text, refused):
    assert ("does not follow" in [verdict for _, verdict in verdicts(sums.find, text)]) is refused
