"""Averages beside their total and the number of parts."""

import pytest

from engines.publishing.checker.claims.worked import findings, told
from peelian.engines.publishing.checker.claims.averages.divided import find


@pytest.mark.parametrize(
    ("text", "figure", "allowed"),
    [
        (
            "The 25 extra patrols took 310 hours altogether, a mean of 14.2 hours each.",
            "14.2 hours",
            "12.4",
        ),
        (
            "The five custody suites held 1,420 people in January, an average of 248 per suite.",
            "248",
            "284",
        ),
        (
            "The desk took 4,200 calls in 30 days, an average of 160 a day.",
            "160",
            "140",
        ),
        (
            "The 36 schools taught 7,812 pupils, which is an average of 271 pupils per school.",
            "271",
            "217",
        ),
        (
            "Each of the 15 volunteers gave 24 hours on average, 306 hours in all.",
            "24 hours",
            "20.4",
        ),
        (
            "The fund made 42 grants worth £14,910 in all, with an average of £530.",
            "£530",
            "355",
        ),
    ],
)
def test_an_average_that_is_not_the_total_over_its_parts_is_refused(text, figure, allowed):
    assert told(find, text) == [("does not follow", figure, allowed)]


@pytest.mark.parametrize(
    "text",
    [
        "The eight neighbourhood teams had 96 officers between them, an average of 12 each.",
        "The line took 6,630 calls in the 52 weeks of the year, 127.5 a week on average.",
        # 75 hours over 8 are 9.375, which rounds to 9.4
        "The 8 patrols took 75 hours in total, a mean of 9.4 hours each.",
        # Looks rounded: 11,950 to 12,050 over 31 are 385.5 to 388.7
        "The desk took 12,000 calls in 31 days, an average of 386 a day.",
    ],
)
def test_an_average_that_is_agrees(text):
    assert [one.verdict for one in findings(find, text)] == ["agrees"]


@pytest.mark.parametrize(
    "text",
    [
        "The 43 forces recorded 1,200 searches in March, an average of 14 each day.",
        "The 43 forces recorded 1,200 searches, an average of 8.5 per 1,000 population.",
        "The five suites held 1,420 people, an average of 248 fewer than last year.",
        "Inspectors made 12 visits to 4 sites, an average of 5 each.",
        "The 4 districts held 12 workshops, with an average of 15 people each.",
        "Of 1,420 people, 300 of whom were children, an average of 12 each were held.",
        "The team closed 450 complaints within 20 days, an average of 12 a day.",
    ],
)
def test_averages_over_something_that_is_not_printed_are_left_alone(text):
    assert findings(find, text) == []


def test_each_may_point_back_to_those_who_shared():
    text = "A total of 1,440 calls were answered by 12 operators, an average of {} calls each."
    assert told(find, text.format(140)) == [("does not follow", "140", "120")]
    assert told(find, text.format(120)) == [("agrees", "120", "120")]
    assert findings(find, text.format(36).replace("each", "each a week")) == []


def test_over_three_years_are_three_years_or_more():
    text = "In total 36 meetings were held over three years, an average of {} a year."
    assert told(find, text.format(14)) == [("does not follow", "14", "0 to 12")]
    assert told(find, text.format(12)) == [("agrees", "12", "0 to 12")]
