"""Rates beside the only two counts of a sentence, and the words that forbid to divide them."""

import pytest

from engines.publishing.checker.claims.worked import findings, refused
from peelian.engines.publishing.checker.claims.rates.rates import find


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "In a population of 4.2 million, 312 people died, {} for every 100,000.",
            ("7.4", "9.4"),
        ),
        (
            "The trust treated 468 people, {} per 100,000 of a population of 1.3 million.",
            ("36.0", "63.0"),
        ),
        (
            "The city has 812,000 residents. Its 406 homicides amount to {} per 100,000 residents.",
            ("50.0", "40.0"),
        ),
        (
            "The board answered 9,120 alarms in the year. For a population of 2.85 million that is "
            "a rate of {} per 1,000 people.",
            ("3.2", "2.3"),
        ),
        (
            "At {} per 1,000 households, arson was below the average for the county: the parish "
            "had 24 arsons and 6,000 households.",
            ("4.0", "5.0"),
        ),
        (
            "With 406 homicides in a city of 812,000, the rate was {} per 100,000.",
            ("50", "40"),
        ),
        ("The homicide rate was {} per 100,000 (406/812,000).", ("50", "40")),
        (
            "With 58 deaths among 731,000 people, the county's rate was {} per 100,000.",
            ("7.9", "8.9"),
        ),
        (
            "The force has 2,300 officers for 1.15 million people, or {} per 100,000.",
            ("200", "250"),
        ),
    ],
)
def test_the_larger_of_two_counts_is_the_population(text, says):
    right, wrong = says
    (found,) = findings(find, text.format(right))
    assert (found.printed, found.verdict) == (right, "agrees")
    assert refused(find, text.format(wrong)) == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "Of 62,000 residents 18,400 are under 25, and the burglary rate is 14 per 1,000.",
        "The county has 1.2 million people and 480,000 homes; burglary is at 9 per 1,000 homes.",
        "The rate fell by 3 per 1,000: 1,550 burglaries among 62,000 people.",
        "If the rate were 20 per 1,000, the town of 62,000 would have 1,550 burglaries fewer.",
        "The age-adjusted rate was 9.1 per 100,000, with 406 deaths among 4.9 million people.",
        "There were 23 cases among 2,300 people, an incidence of 5.0 per 1,000 person-years.",
        "Of the 48,000 residents, 1,310 called; among men the rate was 40 per 1,000.",
        "The city of 812,000 people had 406 homicides; for men the rate was 90 per 100,000.",
        "Among the 9,400 pupils, 141 were excluded, a rate of 15.0 per 1,000 pupils - twice the "
        "rate for girls (7.1 per 1,000).",
    ],
)
def test_a_rate_of_others_or_of_another_kind_is_not_refused(text):
    assert refused(find, text) == []


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            "Wardens used a leash 264 times, equal to {} times per 10,000 of the 660,000 people "
            "living in the district.",
            "4.0",
            "5.0",
        ),
        (
            "Weddings numbered 4,200. Given 350,000 single adults, the rate was {} weddings per "
            "1,000 adults.",
            "12.0",
            "21.0",
        ),
        (
            "Drownings stood at {} per 100,000 population: 96 deaths in a province of 1,600,000.",
            "6.0",
            "9.0",
        ),
    ],
)
def test_times_per_so_many_and_counts_of_the_sentence_before(text, right, wrong):
    assert [one.verdict for one in findings(find, text.format(right))] == ["agrees"]
    assert refused(find, text.format(wrong))


@pytest.mark.parametrize(
    "text",
    [
        "Weddings numbered 4,200 in the port. Given 350,000 single adults, the rate was 21.0 "
        "weddings per 1,000 adults.",
        "Weddings numbered 4,200 in May. Given 350,000 single adults, the rate was 21.0 weddings "
        "per 1,000 adults.",
        "Divorces numbered 4,200. Given 350,000 single adults, the rate was 21.0 weddings per "
        "1,000 adults.",
    ],
)
def test_a_count_of_another_place_time_or_thing_is_left_alone(text):
    assert refused(find, text) == []


def test_a_count_that_is_of_some_only_is_left_alone():
    text = (
        "Drownings stood at 9.0 per 100,000 population: 96 deaths in a province of 1,600,000 were "
        "among anglers."
    )
    assert refused(find, text) == []
