"""A count of a span of time beside so many a day, a week or a month."""

import pytest

from engines.publishing.checker.claims.worked import findings, told
from peelian.engines.publishing.checker.claims.rates.paces import find


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "The force takes 18,250 calls a year, or 50 a day.",
            "18,250 over 365 to 366 days is 49.86 to 50 a day",
        ),
        (
            "Between October 2020 and September 2021, officers made 255,084 searches, or 4,905 "
            "per week.",
            "255,084 over 365 days is 4,892.02 to 4,905.46 a week",
        ),
        (
            "From July–September 2020, police searched 67,997 people, or about 740 each day.",
            "67,997 over 92 days is 739.1 a day",
        ),
        (
            "From 1 April to 30 June 2023 there were 910 calls (10 a day).",
            "910 over 91 days is 10 a day",
        ),
        (
            "From October to March 2024 there were 1,830 calls, or 10 a day.",
            "1,830 over 183 days is 10 a day",
        ),
        (
            "In the past six months there were 4,000 complaints, or 22 every day.",
            "4,000 over 179.5 to 185.5 days is 21.56 to 22.28 a day",
        ),
    ],
)
def test_paces_that_follow(text, says):
    (found,) = findings(find, text)
    assert (found.verdict, found.computed) == ("agrees", says)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The force takes 18,250 calls a year, or 60 a day.", "60"),
        (
            "From January–December 2020, police searched 325,657 people and vehicles, or about "
            "3,540 each day.",
            "3,540",
        ),
        ("From 1 April to 30 June 2023 there were 910 calls (12 a day).", "12"),
        ("The line answered 1,200 calls in January 2023, or 93 a day.", "93"),
    ],
)
def test_paces_that_do_not_follow(text, figure):
    (found,) = findings(find, text)
    assert (found.verdict, found.printed.split()[-1]) == ("does not follow", figure)


def test_a_pace_of_working_days_is_left_open():
    """5,200 over 260 working days is 20."""
    (found,) = findings(find, "The clinic saw 5,200 patients last year, or 20 a day.")
    assert found.verdict == "cannot be checked"
    assert found.because == "it follows only for working days"


@pytest.mark.parametrize(
    "text",
    [
        "Of the 33 boroughs, the most searches in October 2020 to September 2021 took place in "
        "one (1,325 searches per month).",
        "This means subject 122060 was receiving 4 complaints per day for the past 5 years.",
        "The unit took 18,250 calls in 2023, against 60 a day in the year before.",
        "The force takes 18,250 calls, or 60 a day.",
        "Thefts went from 900 to 700 per month, or 2,400 fewer a year.",
    ],
)
def test_paces_of_other_things_or_times_are_left_alone(text):
    assert told(find, text) == []
