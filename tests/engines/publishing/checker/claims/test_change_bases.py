"""Changes whose earlier figure stands in the sentence before, is implied, or is nowhere."""

import pytest

from engines.publishing.checker.claims.worked import findings, refused, told
from peelian.engines.publishing.checker.claims.changes.changes import find

BEFORE = "There were 412 burglaries in 2022."


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"{BEFORE} In 2023 the number rose by 20.9 percent to 498.", []),
        (f"{BEFORE} In 2023 the number rose by 25 percent to 498.", ["25 percent"]),
        (f"{BEFORE} In 2023 there were 498, an increase of 33 percent.", ["33 percent"]),
        (
            "There were 900 referrals in 2022 and 1,200 in 2023. This is a rise of 45 percent.",
            ["45 percent"],
        ),
        (
            "The force recorded 94.1 percent (with a confidence interval of +/- 2.2 percent) of "
            "crime. This is an improvement of 9.6 percentage points compared with our 2018 "
            "inspection (85.5 percent).",
            ["9.6 percentage points"],
        ),
        (
            "The force recorded 94.1 percent (with a confidence interval of +/- 2.2 percent) of "
            "crime. This is an improvement of 8.6 percentage points compared with our 2018 "
            "inspection (85.5 percent).",
            [],
        ),
    ],
)
def test_the_sentence_before_may_hold_the_earlier_figure(text, wrong):
    assert refused(find, text) == wrong
    assert wrong or any(verdict == "agrees" for verdict, _, _ in told(find, text))


@pytest.mark.parametrize(
    "text",
    [
        "Burglary stood at 412 in 2022. Robbery stood at 98 in 2023, up 5 percent.",
        "Burglary stood at 412 in 2023, up 12 percent. It is 98 for robbery, up 5 percent.",
        "There were 60 officers in 2022. There are now 75 vehicles, an increase of 5 percent.",
        "Prior to 2018 searches fell for 12 months. They had dropped by 81% in nine years.",
        "There were 7,877 cases in 2011, 8,161 in 2012 and 10,390 in 2015. This is a 45% increase.",
    ],
)
def test_a_figure_of_another_thing_is_no_base(text):
    assert refused(find, text) == []


def test_an_earlier_period_may_be_told_last():
    """39,638 less 31,966 is 7,672: two digits changed places."""
    text = (
        "The force recorded 39,638 crimes between June 2016 and June 2017. In the same period of "
        "2015 and 2016 there were 31,966 crimes \u2013 a rise of 7,762."
    )
    (found,) = findings(find, text)
    assert (found.verdict, found.printed) == ("does not follow", "7,762")
    assert found.computed == "From 31,966 to 39,638 is a rise of 7,672"


def test_the_sentence_after_may_bear_a_change_out_but_not_refuse_it():
    after = "There were 1,392 offences last year compared to 841 the previous year."
    assert ("agrees", "65.5 per cent", "65.52 per cent") in told(
        find, f"Public order offences have increased by 65.5 per cent. {after}"
    )
    assert refused(find, f"Public order offences have increased by 75.5 per cent. {after}") == []


def test_items_of_a_list_are_no_earlier_figures_of_each_other():
    lines = ("- Burglary: 412 in 2022, up 12 percent", "- Robbery: 98 in 2023, up 5 percent")
    assert refused(find, *lines) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The fall in complaints, by 83 to 301, is one of 21.6 per cent.", []),
        ("The fall in complaints, by 83 to 301, is one of 31.6 per cent.", ["31.6 per cent"]),
        ("Arrests were up by 1,204 to 5,618, an increase of 27.3%.", []),
        ("Arrests were up by 1,204 to 5,618, an increase of 21.4%.", ["21.4%"]),
        ("The precept rose by £13, or 4.9%, to £278.60 a household.", []),
        ("The precept rises by £15 to £285, an increase of 9.5%.", ["9.5%"]),
        (
            "It had 4,950 referrals, 24 percent more than before \u2013 around 950\u2013960 more.",
            [],
        ),
        (
            "It made 26,411 searches, 24 percent more than before, or around 7,300-7,400 more.",
            ["24 percent"],
        ),
        ("Use rose by 45 percent, around 950 more than the 2,090 of the year before.", []),
        (
            "Use rose by 18 percent, around 950 more than the 2,090 of the year before.",
            ["18 percent"],
        ),
    ],
)
def test_a_difference_and_one_figure_imply_the_other(text, wrong):
    """4,950 after 950 to 960 more was 3,990 to 4,000, of which that is 23.8 to 24.1 per cent."""
    assert refused(find, text) == wrong


def test_a_percentage_and_a_difference_imply_a_base_that_nobody_printed():
    """1,350 of 24.5 per cent are 5,490; 1,760 of 23.5 per cent are 7,468."""
    text = (
        "It has increased the use of its powers by 24 percent, which it tells us is around "
        "1,500\u20131,600 more searches than in the previous year."
    )
    (found,) = findings(find, text)
    assert (found.verdict, found.printed) == ("cannot be checked", "24 percent")
    assert found.computed == (
        "1,500\u20131,600 and 24 percent together imply a figure of 5,490 to 7,468 before "
        "the change"
    )
    assert found.because.startswith("the report prints neither")


def test_the_figure_before_is_implied_by_the_one_after():
    (found,) = findings(find, "Searches fell by 33% to 215,400.")
    assert found.verdict == "cannot be checked"
    said = "215,400 after a change of 33% implies 319,037 to 323,985 before it"
    assert found.computed == said


def test_figures_of_the_sentence_before_are_marked_too():
    text = f"{BEFORE} In 2023 the number rose by 25 percent to 498."
    found = next(one for one in findings(find, text) if one.verdict == "does not follow")
    assert [text[start:end] for start, end in found.marks] == ["25 percent", "412", "498"]


def test_a_change_alone_cannot_be_checked():
    (found,) = findings(find, "The force saw a 55 percent reduction in such incidents.")
    assert (found.verdict, found.printed) == ("cannot be checked", "55 percent")


def test_a_row_that_lost_its_lines_is_left_alone():
    assert findings(find, "rose by 3% from 4 to 5, " * 40) == []
