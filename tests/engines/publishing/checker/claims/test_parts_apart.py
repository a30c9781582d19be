"""Parts that nobody can be in at once: by sex, age, rank, arm of a trial, or a plain negation."""

import pytest

from engines.publishing.checker.claims.told import told, verdicts
from peelian.engines.publishing.checker.claims.sums import ages, divisions, sums


def refused(text):
    return [one.computed for one in told(sums.find, text) if one.verdict.value == "does not follow"]


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("boys under 16", range(16)),
        ("drivers over 70", range(71, ages.OLDEST)),
        ("people aged 25 to 44", range(25, 45)),
        ("women aged 65 or over", range(65, ages.OLDEST)),
        ("women aged 65 over", range(65, ages.OLDEST)),
        ("men aged 30 or younger", range(31)),
        ("files of 12 pages and 9 notes", None),
        ("nobody of any age", None),
    ],
)
def test_the_years_of_age_that_words_name(said, years):
    assert ages.ages_of(said.split()) == years


@pytest.mark.parametrize(
    ("parts", "apart"),
    [
        (["sworn officers", "civilian staff"], True),
        (["solved", "remain unsolved"], True),
        (["were fatal", "were non-fatal"], True),
        (["were not paid", "were paid"], True),
        (["men over 60", "men aged 60 or under", "women"], True),
        (["men", "women", "aged 65 or over"], False),
        (["supported the merger", "opposed parts of it"], False),
        (["support it", "oppose it", "are not sure"], True),
        (["smoke", "don't drive"], False),
        (["were charged", "were discharged"], False),
    ],
)
def test_words_that_keep_parts_apart(parts, apart):
    assert divisions.exclude_each_other([one.split() for one in parts]) is apart


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "There were 91 drownings, of which 40 were of boys under 16, 35 of boys aged 16 or "
            "over and 26 of girls.",
            ["40 + 35 + 26 is 101"],
        ),
        (
            "Of the 84 post offices that were open in 2012, 29 have since shut and 65 are still "
            "open.",
            ["29 + 65 is 94"],
        ),
        (
            "The council made 66 promises in May, of which 48 have been implemented and 28 are "
            "outstanding.",
            ["48 + 28 is 76"],
        ),
        (
            "In 2022 there were 39 fires, 25 of which were solved and 24 of which remain unsolved.",
            ["25 + 24 is 49"],
        ),
        (
            "Of 820 patients randomised, 410 received the drug and 430 received placebo.",
            ["410 + 430 is 840"],
        ),
        (
            "A total of 820 patients were randomly assigned (410 to the intervention group and "
            "430 to the control group).",
            ["410 + 430 is 840"],
        ),
        (
            "The agency employs 940 people (702 sworn and 258 civilian).",
            ["702 + 258 is 960"],
        ),
        ("Some 46% support the ban, 41% oppose it and 23% are not sure.", ["46% + 41% + 23% is"]),
    ],
)
def test_parts_that_exclude_each_other_cannot_exceed_their_whole(text, made):
    (found,) = refused(text)
    assert found.startswith(made[0])


@pytest.mark.parametrize(
    "text",
    [
        "Of the 84 post offices that were open in 2012, 29 have since been painted and 65 are "
        "still open.",
        "There were 500 patients: 300 men, 200 women, and 120 aged 65 or over.",
        "We asked 200 officers: 150 supported the change and 90 opposed parts of it.",
        "Of 1,000 adults, 620 were not content with the police and 540 were content with the "
        "council.",
        "Of 1,000 adults, 620 use the bus and 540 do not use the train.",
        "60% of respondents were men, 35% were women and 42% don't drive.",
    ],
)
def test_parts_that_may_overlap_are_left_alone(text):
    assert refused(text) == []


def test_the_age_that_ends_one_part_is_not_joined_to_the_next():
    text = (
        "Of the 400 drivers, 120 were aged under 40, 180 were aged 40 to 64 and 100 were aged 65 "
        "and over."
    )
    assert verdicts(sums.find, text) == [("400", "agrees")]
    assert refused(text.replace("100 were", "140 were")) == ["120 + 180 + 140 is 440"]
