"""Averages and tails in two sentences, of parts named before, and of one thing."""

import pytest

from engines.publishing.checker.claims.worked import refused
from peelian.engines.publishing.checker.claims.averages.averages import find
from peelian.engines.publishing.checker.claims.averages.divided import find as find_divided
from peelian.engines.publishing.checker.claims.averages.extremes import find as find_extremes
from peelian.engines.publishing.checker.claims.averages.mean_of import find as find_mean_of


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            (
                "Callers waited 3 minutes on average. For 25% of callers, the wait was at least "
                "20 minutes."
            ),
            "3 minutes",
        ),
        (
            (
                "The average fine was £180, while 60 per cent of the fines imposed were of £500 "
                "or more."
            ),
            "£180",
        ),
        ("The average loan was £2,400. Half of all loans were of £8,000 or more.", "£2,400"),
        (
            "The average claim was settled in 20 days; one in four claims took at least 100 days.",
            "20 days",
        ),
        (
            (
                "Across 50 appeals the mean time was 14 weeks, yet 30 of the appeals took over "
                "40 weeks."
            ),
            "14 weeks",
        ),
        (
            (
                "The court heard 50 appeals, taking 14 weeks on average. Thirty of them took "
                "over 40 weeks."
            ),
            "14 weeks",
        ),
        ("Average class size is 24, but in 60% of classes there are 42 pupils or more.", "24"),
        (
            "The average response to a category 2 call was 18 minutes. A quarter of these "
            "patients, "
            "however, waited longer than 90 minutes.",
            "18 minutes",
        ),
    ],
)
def test_a_tail_of_the_same_things_forbids_the_average(text, figure):
    assert refused(find, text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Callers waited 3 minutes on average. For 10% of callers, the wait was at least 20 "
            "minutes."
        ),
        (
            "Callers waited 3 minutes on average. For 25% of those who gave up, the wait was "
            "over 20 minutes."
        ),
        (
            "The average fine was £180, while 60 per cent of fines imposed in 2019 were of £500 "
            "or more."
        ),
        "The average fine was £180, while 60 per cent of the fines on firms were of £500 or more.",
        "Across 50 appeals the mean time was 14 weeks, yet 10 of the appeals took over 40 weeks.",
        "Across 50 appeals the mean time was 14 weeks, yet 30 of the reviews took over 40 weeks.",
        (
            "We heard 50 appeals and 40 reviews, taking 14 weeks on average. Thirty of them took "
            "over 40."
        ),
        (
            "The average award was £2,000, excluding two large ones. Half of the awards were of "
            "£6,000 or more."
        ),
        (
            "The average penalty was reduced to £750; before, 45 percent of penalties were of "
            "£2,000 or more."
        ),
        "The mean award was £2,100. Half of the awards appealed were of £6,000 or more.",
    ],
)
def test_a_tail_of_fewer_or_of_others_is_left_alone(text):
    assert refused(find, text) == []


def test_the_highest_is_no_less_than_the_average():
    text = "Pupils scored 34 on average, the highest score being {}."
    assert refused(find_extremes, text.format(31)) == ["34"]
    assert refused(find_extremes, text.format(41)) == []


def test_words_may_stand_between_the_numbers_and_their_mean():
    text = (
        "They took 4, 8 and 12 minutes respectively to reach the test calls, a mean of {} minutes."
    )
    assert refused(find_mean_of, text.format(10)) == ["10 minutes"]
    assert refused(find_mean_of, text.format(8)) == []


def test_what_each_gives_a_week_makes_what_all_give_a_week():
    """30 x 6 is 180."""
    text = "Our 30 drivers each gave an average of 6 hours a week, or {} of transport every week."
    assert refused(find_divided, text.format("240 hours")) == ["6 hours"]
    assert refused(find_divided, text.format("180 hours")) == []
    assert refused(find_divided, text.format("240 buses")) == []
