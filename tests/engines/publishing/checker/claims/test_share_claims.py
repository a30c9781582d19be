"""Percentages beside their counts: every order of words, once right and once wrong."""

import pytest

from engines.publishing.checker.claims.told import told, verdicts
from peelian.engines.publishing.checker.claims.shares.shares import find

# Each with the percentage that follows, another that does not, and the sentence.
ORDERS = [
    ("72.5 percent", "73.5 percent", "The rest (542 of 748, {}) were sound."),
    ("72.5 percent", "73.5 percent", "We found {} of all respondents (542 of 748) content."),
    ("72.5%", "27.5%", "We found {} of respondents (542/748) content."),
    ("44.5", "48.9", "The percentage of cases with a visit was {} (137 of 308)."),
    ("72.5%", "75.2%", "In all, 542 of the 748 people who replied ({}) agreed."),
    ("72.5%", "71.5%", "A visit was made in 542 of 748 cases, or {}."),
    ("72.5%", "71.5%", "Sound files: 542 of 748: {}."),
    ("72.5 percent", "74.5 percent", "542 of 748 replies is {}."),
    ("72.5 percent", "74.5 percent", "542 of the 748 files were sound, which represents {}."),
    ("72.5 percent", "72.4 percent", "We found {}, or 542 of 748, sound."),
    ("49%", "59%", "A rate of {}, with 1,000 out of 2,040 found."),
    ("72.5%", "27.5%", "We saw 542 ({}) of the 748 files."),
    ("72.5%", "70.5%", "We saw {} (542) of the 748 files."),
    ("72.5%", "62.5%", "We heard 542 people ({} of the 748 who replied)."),
    ("72.5 percent", "77.5 percent", "The 542 people made up {} of the 748 voters."),
    ("72.5 percent", "72.9 percent", "We saw 542, or {}, of the 748 files."),
    ("72.5 percent", "72.9 percent", "We saw {}, or 542, of the 748 files."),
    ("72.5 percent", "72.9 percent", "Content were {} of the 748 people who replied (542)."),
    ("72.5 percent", "71.9 percent", "Content were {} of the 748 people who replied, or 542."),
    ("72.5 percent", "71.5 percent", "We heard 542 of those who replied (n = 748), or {}."),
    ("72.5%", "75.2%", "Of the 748 people who replied, 542 ({}) agreed."),
    ("72.5 percent", "71.5 percent", "Among 748 files, 542, or {}, were sound."),
    ("72.5%", "71.5%", "Of 748 files, {} of them (542) were sound."),
    ("72.5 percent", "62.5 percent", "Of 748 files, 542 were sound, a rate of {}."),
    ("72.5%", "72.9%", "Of 748 files, some were sound ({}; n = 542)."),
    ("72.5 percent", "72.9 percent", "Of 748 files, {}, or 542, were sound."),
    ("9.0%", "8.0%", "We opened 7,020 parcels and found letters in 633 of them, or {}."),
    ("9.0%", "8.0%", "We opened 7,020 parcels, of which 633 ({}) held letters."),
    ("A third", "A quarter", "{} of the files (249 of 748) were late."),
    ("79%", "91%", "We spent £4.1m of £5.2m ({}) on pay."),
    ("seventy-two percent", "sixty-two percent", "In 542 of 748 files ({}) a plan was made."),
]


@pytest.mark.parametrize(("right", "_wrong", "sentence"), ORDERS)
def test_what_follows_agrees(right, _wrong, sentence):
    assert verdicts(find, sentence.format(right)) == [(right, "agrees")]


@pytest.mark.parametrize(("_right", "wrong", "sentence"), ORDERS)
def test_what_does_not_follow_is_said_so(_right, wrong, sentence):
    assert verdicts(find, sentence.format(wrong)) == [(wrong, "does not follow")]


def test_a_finding_tells_what_was_recomputed_and_what_rounding_allows():
    (one,) = told(find, "A plan was made in 587 of 748 files (78.4%).")

    assert one.computed == "587 of 748 is 78.48 per cent, which rounds to 78.5"
    assert one.allowed == "78.35 to 78.45 per cent"
    assert one.because == "no whole number of 748 gives 78.4%"
    assert [one.sentence[start:end] for start, end in one.marks] == ["78.4%", "587", "748"]


def test_a_part_larger_than_its_whole_is_told_as_such():
    (one,) = told(find, "In all 800 of 748 files (100%) were sound.")

    assert one.verdict == "does not follow"
    assert (one.computed, one.because) == (
        "800 is more than 748",
        "the part is larger than the whole",
    )


def test_a_last_figure_that_was_cut_off_is_told_as_such():
    (one,) = told(find, "We saw 2,000 of the 3,000 files (66.6%).")

    assert (one.printed, one.because) == ("66.6%", "the last figure was cut off and not rounded")


@pytest.mark.parametrize(
    "text",
    [
        "In 137 of 308 cases (44.5%), about 140 were urgent.",
        "About 540 of the 748 files (72.5%) were sound.",
        "Nearly 550 of 748 files (72.5%) were sound.",
        "Over 500 of 748 files (72.5%) were sound.",
        "Some 120,000 of 250,000 people (48.2%) replied.",
        "About £4.1m of £5.2m (80%) was spent.",
        "One of 3 files (33%) was late.",
        "Of 85 emergency (999) calls, 61 (72%) were graded 2 in 2023/24.",
        "In 48 of 120 files (40%) none was made, and in 12 of these 48 (25%) one.",
        "Of 200 files, 25 (12.5%) were late and 25 (12%) or so lost.",
        "Of the 250 officers, 85, 110 and 55 respectively (34%, 44% and 22%) replied.",
        "Of the 200 people aged 16 to 24, 84 (42%) agreed.",
        "Seven of the 12 (58 percent) had gone by 31 March 2023.",
    ],
)
def test_traps_in_which_everything_follows(text):
    assert {verdict for _, verdict in verdicts(find, text)} == {"agrees"}


@pytest.mark.parametrize(
    "text",
    [
        "Crime rose 20 percent to 542 of 748 places.",
        "In 542 cases, up 12% on 748 last year, we called.",
        "Calls fell by 12 percent, to 542.",
        "We were 95 percent confident of 542 of 748.",
        "Staff asked for 5% more than the 748 they had.",
        "In 12 forces 40% were late.",
        "Pay grew from £210m to £231m, a rise of 10%, of which £14m (67%) is for nights.",
        "Some 30 percent of the 2,450 were under 25, against 12% of the 8,000 on the register.",
        "In all 542 agreed, and 12% of the 748 did not.",
        "Across 43 forces, 21% of 4,300 posts were vacant.",
        "Of those who had called 999, 81% (of 120) were content.",
    ],
)
def test_growth_confidence_and_other_claims_are_no_shares(text):
    assert {verdict for _, verdict in verdicts(find, text)} <= {"cannot be checked"}


def test_respectively_pairs_each_part_with_its_percentage():
    text = "Of the 250 officers, 85, 110 and 55 respectively (34%, 45% and 22%) replied."

    assert verdicts(find, text) == [
        ("34%", "agrees"),
        ("45%", "does not follow"),
        ("22%", "agrees"),
    ]


def test_a_whole_alone_refuses_what_no_number_of_it_gives():
    (refused,) = told(find, "Sound were 78.4 percent of the 748.")
    (left_open,) = told(find, "Sound were 72.5 percent of the 748.")

    assert refused.verdict == "does not follow"
    assert refused.computed == "586 of 748 is 78.34 per cent and 587 is 78.48"
    assert left_open.verdict == "cannot be checked"
    assert left_open.computed == "542 of 748 would give it"


def test_a_whole_that_its_words_make_smaller_refuses_nothing():
    assert verdicts(find, "Sound were 78.4 percent of the 748 who replied in time.") == []
