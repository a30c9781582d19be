"""One share in many words, and rates by their name after the counts that they are of."""

import pytest

from engines.publishing.checker.claims.told import assert_told_apart, verdicts
from peelian.engines.publishing.checker.claims.shares.shares import find

BY_NAME = [
    ("The jury convicted 81 of 108 defendants, a conviction rate of {}%.", "75", "85"),
    (
        "Juries convicted in 81 of the 108 trials held. The conviction rate was thus {}%.",
        "75",
        "85",
    ),
    ("Juries sat in 108 trials and convicted in 81, so the conviction rate was {}%.", "75", "85"),
    ("108 trials led to 81 convictions, a rate of {}%.", "75", "85"),
    ("There were 108 trials and 81 convictions, a conviction rate of {}%.", "75", "85"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), BY_NAME)
def test_a_rate_by_the_name_of_its_part(text, right, wrong):
    assert_told_apart(find, text, right, wrong)


IN_MANY_WORDS = [
    (
        "The most common reasons in the 492,000 incidents were:\n- {}% to protect others "
        "(341,000)\n- 18% to search (89,000)",
        "69",
        "59",
    ),
    (
        "Of the 2,320 people referred, one in three ({}) were women and two in three (1,562) men.",
        "757",
        "1,157",
    ),
    (
        "In the year 4,524 people were referred. The most common nationalities were Polish ({}%; "
        "1,105), Albanian (17%; 791) and Vietnamese (11%; 493).",
        "24",
        "34",
    ),
    ("The survey had 1,200 answers. {}% (348) came from women under 30.", "29", "39"),
    ("The survey had 1,200 answers, and {}% (348) of them came from women under 30.", "29", "39"),
    (
        "A total of 58,810 incidents were recorded. {}% (27,496) of incidents led to a crime "
        "report.",
        "47",
        "57",
    ),
    (
        "There were 650,900 referrals. There were 147,200 repeat referrals, which represented {}% "
        "of all referrals.",
        "23",
        "33",
    ),
    (
        "There were 650,900 referrals, of which 147,200 were repeats, representing {}% of all "
        "referrals.",
        "23",
        "33",
    ),
    (
        "A total of 173 people were interviewed at home and {}% (121) in the street of the 294 in "
        "all.",
        "41",
        "51",
    ),
    ("81 defendants were convicted ({}% of the 108 tried).", "75", "85"),
    ("81 defendants were convicted, which is {}% of all 108 tried.", "75", "85"),
    ("{}% of defendants were convicted – 81 of 108.", "75", "85"),
    ("From 108 trials came 81 convictions ({}%).", "75", "85"),
    ("There were 108 trials, resulting in 81 convictions ({}%).", "75", "85"),
    ("Nurses account for 432 ({}%) of the hospital's 1,080 staff.", "40", "50"),
    ("The hospital employs 1,080 people, {}% of them (432) nurses.", "40", "50"),
    ("The hospital employs 1,080 people; 432, or {}%, are nurses.", "40", "50"),
    ("Of the hospital's staff of 1,080, {}% (432) are nurses.", "40", "50"),
    ("The hospital has a staff of 1,080, of whom 432 ({}%) are nurses.", "40", "50"),
    ("The hospital has a staff of 1,080. Nurses number 432, {}% of the workforce.", "40", "50"),
    ("The hospital's 432 nurses make up {}% of its 1,080 staff.", "40", "50"),
    ("The hospital's 432 nurses are {}% of a workforce of 1,080.", "40", "50"),
    ("Nurses (432) make up {}% of the 1,080 staff.", "40", "50"),
    ("Four hundred and thirty-two of 1,080 staff are nurses ({}%).", "40", "50"),
    ("The proportion of nurses is {}% (432 out of 1,080 staff).", "40", "50"),
    ("Some 432 nurses work here, equivalent to {}% of our 1,080 staff.", "40", "50"),
    (
        "Our workforce is 1,080 strong. A total of 432 nurses work here, equivalent to {}% of the "
        "workforce.",
        "40",
        "50",
    ),
]


@pytest.mark.parametrize(("text", "right", "wrong"), IN_MANY_WORDS)
def test_one_share_in_many_words(text, right, wrong):
    assert_told_apart(find, text, right, wrong)


HONEST = [
    "That is 205 tenants more than in spring. 41% of the 820 tenants wanted longer hours.",
    "41% of the 820 tenants wanted longer hours. That was 205 fewer than before.",
    "41% of the 820 tenants wanted longer hours. In all 205 said so twice.",
    "41% of the 820 tenants wanted longer hours. 205 of them said so in writing.",
    "41% of the 820 tenants wanted longer hours, a rise of 205.",
    "Some 40% of the £3.2 million was spent on rent, £800,000 more than planned.",
    "Some 40% of the £3.2 million raised went on rent (£800,000 in the north).",
    "We asked 820 tenants. In the north 205 replied, or 41%.",
    "We asked 820 tenants. In the north 205 replied, 41% of tenants there.",
    "We asked 820 tenants. Of those who replied, 205 (41%) wanted longer hours.",
    "We asked 820 tenants and 500 replied. Longer hours were wanted by 205 (41%).",
    "We asked 820 tenants and had 500 replies. Of these, 205 (41%) wanted longer hours.",
    "Of the 820 tenants asked, 500 replied, of whom 205 (41%) wanted longer hours.",
    "The survey went to 820 tenants. In total 205 wanted longer hours, 41% of respondents.",
    "The survey went to 820 tenants. A total of 205 wanted longer hours, equal to 41% of "
    "respondents.",
    "The team examined 820 files. 205 concerned children, and 41% of the files were late.",
    "The team examined 820 files. 205 concerned children, meaning 41% of the children known to it.",
    "The team examined 820 files. 205 were late, meaning that 41% of the sample in the north was "
    "late.",
    "A sample of 820 files was drawn; 500 were read. 205 were late, 41% of the sample read.",
    "The audit tested 65 invoices in May. In June it tested 80. Purchase orders were late for 26, "
    "meaning 32.5% of the sample failed.",
    "There were 12 births and three deaths in the ward, and the death rate was 2%.",
    "The school has 900 pupils and 45 teachers, an absence rate of 5%.",
    "The firm has 900 staff and 45 absences a week, an absence rate of 1%.",
    "The court held 108 trials and 81 hearings, a conviction rate of 60%.",
    "The team closed 81 of its cases and opened 108, a closure rate of 60% of all the cases it "
    "had.",
    "In May 108 were tried and in June 81 convicted; the conviction rate was 60%.",
    "Of 108 people tried in May and 81 convicted later, the conviction rate was 75%.",
    "The hospital treated 900 people and 45 died within a month. The national death rate was 3%.",
    "The clinic saw 900 people, 45 of whom missed a visit, while the missed rate elsewhere was 9%.",
    "Women make up 40% of the 1,080 staff and 432 have children.",
    "Nurses (432) outnumber doctors, who make up 20% of the 1,080 staff.",
    "Our workforce is 1,080 strong. A total of 432 nurses work here, equivalent to 60% of those at "
    "the larger site.",
    "108 trials led to 81 convictions, and 60% of those convicted went to prison.",
    "From 108 trials came 81 convictions (60% for theft).",
    "There were 108 trials, resulting in 81 convictions (60% for theft).",
    "The proportion is 75% (81 out of 108 in May).",
    "The hospital's 432 nurses make up most of its 1,080 staff, and 60% of them work nights.",
    "In the 428,000 incidents 70% of people were calm (see note 12).",
    "In 2016 there were 11,294 uses of the device, representing a 9% (904) increase.",
]


@pytest.mark.parametrize("text", HONEST)
def test_a_rate_of_something_else_is_let_be(text):
    assert "does not follow" not in [verdict for _, verdict in verdicts(find, text)]
