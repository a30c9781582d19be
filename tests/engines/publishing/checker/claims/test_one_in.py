""" "One in so many" and "one for every so many", against the counts beside them."""

import pytest

from engines.publishing.checker.claims.worked import findings, told
from peelian.engines.publishing.checker.claims.rates.one_in import find


@pytest.mark.parametrize(
    ("text", "verdict", "says"),
    [
        (
            "One care home in 12 (8.3%) had called the police.",
            "agrees",
            "100 over 8.3 is one in 11.98 to 12.12",
        ),
        (
            "At the last count one household in 12 (12%) on the coast had no car.",
            "does not follow",
            "100 over 12 is one in 8 to 8.7",
        ),
        (
            "Roughly one in 26 residents, 4,210 of 101,600, had used the food bank.",
            "agrees",
            "101,600 over 4,210 is one in 24.12 to 24.14",
        ),
        (
            "Roughly one in 40 residents, 4,210 of 101,600, had used the food bank.",
            "does not follow",
            "101,600 over 4,210 is one in 24.12 to 24.14",
        ),
        (
            "With a population of 1.15 million and 1,890 officers, the area has one officer for "
            "every 806 people.",
            "does not follow",
            "1.15 million over 1,890 is one in 605.82 to 611.11",
        ),
    ],
)
def test_one_in_so_many(text, verdict, says):
    (found,) = findings(find, text)
    assert (found.verdict, found.computed) == (verdict, says)


@pytest.mark.parametrize(
    "text",
    [
        "One in 12 had called the police, and 8.9% had been called on.",
        "One officer in the first 12 weeks lost 4% of the files.",
    ],
)
def test_one_in_so_many_without_its_own_counts_is_left_alone(text):
    assert told(find, text) == []


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Fewer than one pupil in ten was late: 47 of 620.", "agrees"),
        ("Fewer than one pupil in ten was late: 87 of 620.", "does not follow"),
        ("More than one pupil in ten was late: 87 of 620.", "agrees"),
        ("More than one pupil in ten was late: 47 of 620.", "does not follow"),
        ("One in 25 households was burgled: 480 of 12,000.", "agrees"),
        ("One in 25 households was burgled: 680 of 12,000.", "does not follow"),
    ],
)
def test_words_before_the_one_say_on_which_side_it_lies(text, verdict):
    (found,) = findings(find, text)
    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "Only 31 dentists serve its 62,000 people, which is one for every 2,000 people.",
            "agrees",
        ),
        (
            "Only 31 dentists serve its 62,000 people, which is one for every 1,450 people.",
            "does not follow",
        ),
        (
            "The island has 12 doctors and 15,000 inhabitants: one for every 1,900 residents.",
            "does not follow",
        ),
    ],
)
def test_one_of_a_thing_that_was_named_before(text, verdict):
    assert [one.verdict for one in findings(find, text)] == [verdict]


def test_one_for_every_so_many_elsewhere_is_not_accused():
    text = (
        "The town has 31 dentists and 62,000 people, which is one for every 2,000 people; "
        "nationally there is one for every 1,700 people."
    )

    assert [one.verdict for one in findings(find, text)] == ["agrees"]
