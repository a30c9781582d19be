"""Averages beside the least and the most."""

import pytest

from engines.publishing.checker.claims.worked import findings, told
from peelian.engines.publishing.checker.claims.averages.extremes import find


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Waits were between 3 and 9 days, average 11.", "11"),
        ("Waits ranged from 3 to 9 days, with a mean of 11 days.", "11 days"),
        ("The average wait was 2 days, ranging from 3 to 9 days.", "2 days"),
        ("Waits ranged from 3 to 9 days, with a median of 11 days.", "11 days"),
        ("Teams varied in size from 3 to 9 officers, with an average of 14 officers.", "14"),
        ("Detectives carried between 3 and 9 open cases each, 12 on average.", "12"),
    ],
)
def test_an_average_outside_its_range_is_refused(text, figure):
    assert told(find, text) == [("does not follow", figure, "3 to 9")]


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("The shortest wait was 3 days, the longest 20 days and the average 24 days.", "0 to 20"),
        ("The mean wait was 25 minutes (minimum 4, maximum 19).", "0 to 19"),
        ("The average wait was 2 days, the shortest 3 days.", "3 or more"),
        (
            "Response times varied from 6 to 19 minutes across forces, the mean being 22 minutes.",
            "6 to 19",
        ),
        (
            "Interviews lasted between 12 and 95 minutes. The average interview lasted 8 minutes.",
            "12 to 95",
        ),
        (
            "The busiest day saw 412 calls and the quietest 188, an average of 430.",
            "0 to 412",
        ),
        (
            "The force's 23 teams had between 4 and 11 officers, an average of 13 per team.",
            "4 to 11",
        ),
        ("Waits of up to 60 minutes were seen, and the mean was 72 minutes.", "0 to 60"),
        ("Victims waited at most 14 days, 16 days on average.", "0 to 14"),
        ("Victims waited at least 14 days, and the average wait was 9 days.", "14 or more"),
        (
            "The average sentence was 26 months, with a minimum of 4 and a maximum of 22 months.",
            "0 to 22",
        ),
        ("Fines ranged from £50 to £400 and averaged £460.", "50 to 400"),
        ("Fines of between £50 and £400 were imposed, £460 on average.", "50 to 400"),
        ("The longest wait was 41 days. The average wait was 48 days.", "0 to 41"),
        ("The average wait was 48 days. The longest was 41 days.", "0 to 41"),
    ],
)
def test_an_average_beyond_the_longest_or_the_shortest_is_refused(text, allowed):
    assert [found for _, _, found in told(find, text)] == [allowed]
    assert [verdict for verdict, _, _ in told(find, text)] == ["does not follow"]


def test_an_average_inside_its_range_agrees():
    text = "Waits ranged from 3 to 9 days, with a mean of 7 days."
    assert told(find, text) == [("agrees", "7 days", "3 to 9")]


@pytest.mark.parametrize(
    "text",
    [
        "Waits were usually between 3 and 9 days, with an average of 11 days.",
        "Waits ranged from 3 to 9 days in one force, and the national average was 11 days.",
        "The mean wait was 11 days (interquartile range 3 to 9 days).",
        "The shortest route is 30 miles and the average speed is 24 miles an hour.",
        "The average wait was 24 days, the longest since records began 20 years ago.",
        "The highest average was 24 days and the lowest average 20 days.",
        "The average wait was 24 days; the longest wait in one other force was 20 days.",
        "In between 10 and 12 forces, waits were 15 days on average.",
        "The longest wait was 41 days. The average wait for victims of fraud was 48 days.",
        "The longest sentence was 41 months. The average wait was 48 months.",
        "In the north the longest wait was 41 days. In the south the average wait was 48 days.",
        "Interviews lasted between 12 and 95 minutes. The average statement took 8 minutes.",
        "Detainees may be held for at most 24 hours, and the average was 26 hours.",
        "Some victims waited at most 14 days, 16 days on average.",
        "Officers had at least 2 years' service, and on average they waited 1 year for a place.",
        "Victims waited at most 14 days in Kent, and the average wait in Essex was 16 days.",
        "Fines of between £50 and £400 were imposed in Kent, £460 on average in Essex.",
        "The largest team had 14 officers. The average sergeant has 16 years of service.",
    ],
)
def test_ranges_that_are_no_bounds_say_nothing(text):
    assert findings(find, text) == []


@pytest.mark.parametrize(
    ("text", "verdict", "allowed"),
    [
        ("The mean age of the divers was 36 years (range 19 to 71).", "agrees", "19 to 71"),
        ("The mean stay was 12 weeks (range 2 to 9).", "does not follow", "2 to 9"),
        (
            "The sitters had a mean age of 63.5 years (range 20 to 61).",
            "does not follow",
            "20 to 61",
        ),
        ("The sitters had a median age of 43 years (range 20 to 61).", "agrees", "20 to 61"),
    ],
)
def test_a_range_without_a_unit_has_that_of_its_average(text, verdict, allowed):
    assert [one[::2] for one in told(find, text)] == [(verdict, allowed)]


def test_a_range_of_other_things_is_not_that_of_the_average():
    text = "The average time was 11 minutes, ranging over 3 to 9 stations."
    assert told(find, text) == []


def test_a_range_without_its_millions_is_read_in_millions_too():
    said = [
        verdict for verdict, *_ in told(find, "The mean cost was £1.4 million (range 0.2 to 6.1).")
    ]
    assert "agrees" in said
