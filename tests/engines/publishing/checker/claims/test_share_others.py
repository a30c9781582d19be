"""Percentages beside counts that are of something else: nobody is accused of what they did not say.

Each sentence of a report that may be right stands beside one that can only be wrong.
"""

import pytest

from engines.publishing.checker.claims.told import told
from peelian.engines.publishing.checker.claims.shares.shares import find


def accused(text):
    """The printed figures of which a share is refused."""
    return [one.printed for one in told(find, text) if one.verdict == "does not follow"]


OF_ANOTHER = [
    # a target, a promise, a law
    "542 of 748 officers were trained (target 80 percent).",
    "Against a target of 80 percent, 542 of 748 officers were trained.",
    "The target was 80 percent, and 542 of 748 officers were trained.",
    "542 of 748 are trained and the plan is to reach 90 percent.",
    "The force promised 80 percent, but 542 of 748 officers were trained.",
    "The law requires 80 percent: 542 of 748 officers were trained.",
    "542 of 748 officers were trained, close to the 80 percent hoped for.",
    # another time, place or group
    "542 of 748 officers were trained (last year 61 percent).",
    "542 of 748 officers were trained (61 percent the year before).",
    "542 of 748 officers were trained (national average 81 percent).",
    "542 of 748 officers were trained (61 percent elsewhere).",
    "542 of 748 officers were trained, 61 percent in the north.",
    "542 of 748 officers were trained, for constables 61 percent.",
    "542 of 748 officers were trained (constables 61 percent, sergeants 80 percent).",
    "542 of 748 officers were trained; for constables this was 61 percent.",
    "542 of 748 officers replied (65 percent women).",
    "For men it was 80 percent; 542 of 748 women agreed.",
    "In 12 of 43 forces, 50 percent or more of victims were satisfied.",
    "The force has 300 officers, 100 of whom are women; women are 40 percent of sergeants.",
    "We reviewed 60 of 600 cases; 45 percent had no plan.",
    "Two-thirds of the 60 forces replied, 10 late.",
    "Half of the officers, 30 of 50 in the north and 20 of 50 in the south, knew.",
    # what is left, or some of those counted
    "5 of 50 did not agree (90 percent did).",
    "All but 5 of 50 (90 percent) agreed.",
    "542 of 748 were sound; the other 27.5 percent were not.",
    "The vacancy rate is 12 percent: 88 of 100 posts are filled.",
    "542 of 748 (73.6 percent of those known) were sound.",
    "542 of 748 (73.6 percent, excluding unknowns) were sound.",
    "542 of 748 files (weighted 74.1 percent) were sound.",
    "542 of 748 officers were trained (confidence level 95 percent).",
    # a figure that the report itself does not hold to be right
    "The force wrongly said that 542 of 748 (78.4 percent) had been trained.",
    "The press release said 587 of 748 files (78.4 percent), which is wrong: it is wrong by far.",
    "An earlier version of this report said 542 of 748 (78 percent).",
    "The force reported 80 percent, but we found 542 of 748.",
    "Is it true that 50 of 100 officers, 60 percent, were absent?",
]


@pytest.mark.parametrize("sentence", OF_ANOTHER)
def test_a_percentage_of_something_else_accuses_nobody(sentence):
    assert accused(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("542 of 748 officers were trained (78 percent).", "78 percent"),
        ("The target was missed: 542 of 748 officers (78 percent) were trained.", "78 percent"),
        ("The target of 80 percent was missed by 542 of 748 officers (78 percent).", "78 percent"),
        ("The target was met in 78 percent of cases (542 of 748).", "78 percent"),
        ("78 percent of officers were trained (542 of 748).", "78 percent"),
        ("542 of 748 officers, or 78 percent, were trained in the north.", "78 percent"),
        ("5 of 50 did not agree (80 percent did).", "80 percent"),
        ("542 of 748 (27.5 percent) were sound.", "27.5 percent"),
        ("Of the 21 forces that replied, 55 percent had no plan.", "55 percent"),
        ("Of the nine members, 60 percent were against the merger.", "60 percent"),
    ],
)
def test_what_can_only_be_of_its_counts_is_still_refused(sentence, wrong):
    assert wrong in accused(sentence)


def test_the_reader_is_told_why_nobody_can_tell():
    (one,) = told(find, "542 of 748 officers were trained (target 80 percent).")

    assert one.verdict == "cannot be checked"
    assert one.because == "it may be a target, or of another time, place or group"


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Nine of the 60 shops were closed, which amounts to {}.", "15%", "25%"),
        (
            "The panel upheld 30 of the 120 appeals that it heard, a success rate of {}.",
            "25%",
            "35%",
        ),
        ("18 of the 36 rooms were used for more than 12 hours ({}).", "50%", "60%"),
        ("Dogs were used in 126 searches, {} of the 1,000 that were made.", "12.6%", "16.2%"),
        ("We took 2,000 calls. In 640 of them, {}, the caller was at home.", "32%", "23%"),
        ("Of the 240 letters that came, 72 were for the mayor, or {}.", "30%", "35%"),
    ],
)
def test_a_pair_at_the_percentage_itself_is_no_setting(text, right, wrong):
    assert accused(text.format(right)) == []
    assert accused(text.format(wrong)) == [wrong]


def test_a_setting_that_opens_the_clause_is_no_part():
    assert accused("Across 43 forces, 21% of the 4,300 posts were vacant.") == []


def test_two_changes_in_turn_are_no_shares():
    text = (
        "Thefts and frauds fell by 12.5% and 7.5% respectively (from 48 to 42 and 1,960 to 1,813)."
    )

    assert accused(text) == []
