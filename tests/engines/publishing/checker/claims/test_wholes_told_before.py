"""Totals and what is left of them where an earlier sentence or an odd turn of words names them."""

import pytest

from engines.publishing.checker.claims.told import told
from peelian.engines.publishing.checker.claims.sums import flows, sums


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "The canvassers visited 2,340 addresses. At 1,205 somebody answered, at 640 nobody was "
            "in and at the remaining 495 the door stayed shut.",
            "1,205 + 640 + 495 is 2,340",
        ),
        (
            "The team rang 1,250 numbers. In 610 cases someone answered, in 402 the line was dead, "
            "and in the remaining 238 nobody picked up.",
            "610 + 402 + 238 is 1,250",
        ),
        (
            "The total of 1,340 incidents is the sum of 720 thefts, 410 frauds and 210 burglaries.",
            "720 + 410 + 210 is 1,340",
        ),
        (
            "Total spending was £60.1 million (£41.2 million on pay and £18.9 million on other "
            "costs).",
            "£41.2 million + £18.9 million is £60.1 million",
        ),
        (
            "Of the 80 files we saw, we graded 52 good, 20 adequate and 8 inadequate.",
            "52 + 20 + 8 is 80",
        ),
        (
            "A total of 616 patients took part; 308 were assigned to receive the drug and 308 to "
            "receive placebo.",
            "308 + 308 is 616",
        ),
    ],
)
def test_parts_make_the_whole_and_one_changed_figure_does_not(text, made):
    (found,) = told(sums.find, text)
    assert (found.verdict.value, found.computed) == ("agrees", made)
    last = made.rpartition(" + ")[2].partition(" is ")[0]
    wrong = last.replace("8", "9", 1) if "8" in last else last.replace("2", "7", 1)
    wrong = wrong if wrong != last else last.replace("4", "9", 1)
    (found,) = told(sums.find, text[::-1].replace(last[::-1], wrong[::-1], 1)[::-1])
    assert found.verdict.value == "does not follow"


def test_what_remains_after_some_were_taken_out():
    text = "The search found 2,418 records; after removal of 618 duplicates, {} remained."
    (found,) = told(flows.find, text.format("1,800"))
    assert (found.printed, found.verdict.value) == ("1,800", "agrees")
    (found,) = told(flows.find, text.format("1,700"))
    assert found.computed == "2,418 - 618 is 1,800"
    assert found.verdict.value == "does not follow"


@pytest.mark.parametrize(
    "text",
    [
        "The two firms paid £40 million, more than the sum of £18 million and £15 million offered.",
        "Auditors looked at 380 files. In 214 the form was complete and in 65 there was none; the "
        "remaining files could not be found.",
        "The force visited 90 shops and 40 pubs. In 60 of the shops the licence was shown, and in "
        "the remaining 30 it was not.",
        "The team has 60 officers: 30 constables, 25 sergeants.",
        "There were 60 replies: 30 from women and 20 from men. Ten did not say.",
        "542 of 748 were sound (61 percent in the north and 80 percent in the south).",
        "Of the 14 aims set in 2019, nine have been met, three partly met and two not met.",
        "The year began with 1,200 open cases; 3,400 were opened and 3,100 closed, leaving 1,500.",
    ],
)
def test_other_turns_are_left_alone(text):
    assert not [one for one in told(sums.find, text) if one.verdict.value == "does not follow"]
