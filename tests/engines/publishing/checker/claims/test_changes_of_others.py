"""Changes whose words are of something else than the figures beside them, and of these after all.

A report is not accused for a change that is adjusted, of a part, of another subject or of another
time than its two figures.
"""

import pytest

from engines.publishing.checker.claims.worked import refused, told
from peelian.engines.publishing.checker.claims.changes.changes import find


@pytest.mark.parametrize(
    "text",
    [
        # Something was taken out of the figures, or added to them.
        "Thefts fell from 640 to 560, a fall of 6 percent once the new rules are allowed for.",
        "Thefts fell from 640 to 560, a fall of 6 percent if the airport is left out.",
        "Thefts fell from 640 to 560; allowing for the new rules, they fell by 6 percent.",
        "There were 640 thefts in May. In June there were 560, excluding the airport 6% fewer.",
        "Posts rose from 640 to 720, or by 60 in full-time terms.",
        "Posts rose from 640 to 720, or by 50 officers and 30 staff.",
        # Another subject, or a part of what was counted.
        "Thanks rose from 64 to 96, complaints fell by 12 percent.",
        "Thanks rose from 64 to 96, complaints down 12 percent.",
        "Thanks rose from 64 to 96 (complaints: down 12 percent).",
        "Thanks rose from 64 to 96, doubling in the east.",
        "Thanks rose from 64 to 96, a rise of 12 percent among women.",
        "Thanks rose from 64 to 96, then fell by 12 percent.",
        "The median rose by 12 percent from 32 to 40 minutes at the 90th percentile.",
        # Per person, and over another time than the figures.
        "There were 180 stops, three times as many as in the next county (95) per officer.",
        "There were 180 stops, three times as many as in the next county (95) for its size.",
        "Women were stopped 3.1 times as often per head: 180 stops against 410.",
        "Calls fell from 640 to 560 a week, or 4,160 fewer a year.",
        "Each week calls fell from 640 to 560, or by 4,160 over the year.",
        "Costs fell from £8 to £6 per call, a saving of £24,000.",
        "Costs rose from £64m to £72m, or by £11 a head.",
        # Two years do not order figures of two things.
        "In 2021 we closed 1,240 and in 2020 we opened 1,100, so the number rose by 11.3%.",
        "In 2021 the east had 1,240 and in 2020 the west 1,100, a rise of 5%.",
        "In 2021 there were 1,240 and in 2020 1,100, a yearly rise of 5%.",
        "In 2021 there were 1,240 and in 2020 1,100, a rise of 5% on 2019.",
        "In 2021 there were 1,240 and in 2020 1,100, 11.3% fewer.",
        # A gap that is of another time or another measure, and a date with another count.
        "The gap between men (31.5%) and women (24.1%) was 9.9 percentage points in 2015.",
        "The gap between men (31.5%) and women (24.1%) was 2 percentage points wider than before.",
        "The difference between rail (12) and road (14) was 30 minutes.",
        "There were 840 waiting in May, 210 fewer than in April, when there were 630 nurses.",
        "There were 840 waiting in May, 210 fewer than in April, when there were 630 in hospital.",
        # What people did for longer than a limit is no growth.
        "The 75th percentile of waits was 40 days, and 15% waited longer than 25 days.",
        # Measured in two periods, and compared with somebody else.
        "They waited 5.5 hours in the first week and 4.5 in the second, 2 hours less than here.",
    ],
)
def test_a_change_of_something_else_is_not_refused(text):
    assert refused(find, text) == []


@pytest.mark.parametrize(
    ("right", "allowed", "wrong"),
    [
        (
            "The share of calls lost went up from 12.3% to 15.1%, that is by {}.",
            "2.8 percentage points",
            "3.8 percentage points",
        ),
        ("Costs fell from £412,000 to £380,000, or by {}.", "7.8%", "9.8%"),
        (
            "The gap between men (31.5%) and women (24.1%) was {}.",
            "7.4 percentage points",
            "8.4 percentage points",
        ),
        ("The difference between rail (412) and road (388) was {}.", "24", "34"),
        (
            "Patients waited 5.5 days in the first half and 4.1 in the second, {} less.",
            "1.4 days",
            "2.4 days",
        ),
        # The years tell which figure is the earlier: 140 is 11.3 per cent of 1,240.
        (
            "In 2021 we closed 1,240 cases and, in 2020, 1,100, so it went up by {}.",
            "12.7%",
            "11.3%",
        ),
        ("We closed 1,240 cases in 2021 and 1,100 in 2020, a rise of {}.", "12.7%", "11.3%"),
        ("We had 1,100 in 2020 and 1,240 in 2021, a rise of {}.", "12.7%", "11.3%"),
        (
            "Some 8,140 people were waiting, {} fewer than in May, when there were 9,020.",
            "880",
            "980",
        ),
        ("Thefts fell from 640 to 560, a fall of {} in the year.", "12.5%", "16.5%"),
        ("Thefts fell from 640 to 560, a fall of {} in the force as a whole.", "12.5%", "16.5%"),
        ("Of them 180 were men, {} as many as women (60).", "three times", "four times"),
    ],
)
def test_a_change_of_the_figures_beside_it_is_judged(right, allowed, wrong):
    said = told(find, right.format(allowed))
    assert ("agrees", allowed) in [(verdict, figure) for verdict, figure, _ in said]
    assert refused(find, right.format(wrong)) == [wrong]
