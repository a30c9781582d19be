"""Shares whose part, whole or both stand in another sentence, or at the end of their own."""

import pytest

from engines.publishing.checker.claims.told import assert_told_apart, verdicts
from peelian.engines.publishing.checker.claims.shares.shares import find

AFTER = [
    ("{}% of the 820 tenants who replied wanted longer hours: 205 tenants in all.", "25", "41"),
    ("Some {}% of the 820 tenants said they wanted longer hours. That is 205 tenants.", "25", "41"),
    ("{}% of the 820 tenants said they wanted longer hours, a total of 205.", "25", "41"),
    ("{}% of the 820 tenants said so, 205 of them.", "25", "41"),
    (
        "In the year 17,004 people were referred. Women accounted for {}% of all referrals, "
        "totalling 4,088.",
        "24",
        "34",
    ),
    (
        "In the year 17,004 people were referred. Women made up {}% of those referred, or 4,088 "
        "people.",
        "24",
        "34",
    ),
    (
        "The charity helped 2,600 families, {}% of whom – 650 families – had children under five.",
        "25",
        "35",
    ),
    ("Running costs swallowed {}% of the £3.2 million raised, that is £800,000.", "25", "35"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), AFTER)
def test_a_part_told_after_its_percentage(text, right, wrong):
    assert_told_apart(find, text, right, wrong)


SUMMED_UP = [
    (
        "We examined 120 custody records. No risk assessment was found in 42. This is {}% of the "
        "records examined.",
        "35",
        "45",
    ),
    ("The team reviewed 250 case files. It found errors in 55. That is {}%.", "22", "27"),
    (
        "The team reviewed 250 case files. Of these, 55 contained errors. This equals {}% of the "
        "files.",
        "22",
        "27",
    ),
    ("Of the 900 panel members, 504 said no. This equates to {}% of the panel.", "56", "65"),
    (
        "Of 68,110 children in care, 50,900 lived with foster carers. This represents {}% of all "
        "children in care.",
        "75",
        "85",
    ),
    ("We sampled 400 households. Eighty-eight had no car. That's {}% of the sample.", "22", "32"),
    (
        "Of the council's 3,400 homes, 510 failed the standard. That means {}% of homes are not "
        "decent.",
        "15",
        "25",
    ),
]


@pytest.mark.parametrize(("text", "right", "wrong"), SUMMED_UP)
def test_a_sentence_that_sums_up(text, right, wrong):
    assert_told_apart(find, text, right, wrong)


OF_A_SAMPLE = [
    (
        "We examined 120 custody records. In 42 there was no risk assessment, so {}% of the sample "
        "fell short.",
        "35",
        "45",
    ),
    ("We examined 120 custody records. A risk assessment was missing from 42, or {}%.", "35", "45"),
    (
        "A total of 640 drivers were stopped. 96 drivers failed the breath test, {} per cent of "
        "those stopped.",
        "15",
        "19",
    ),
    (
        "A total of 640 drivers were stopped. Ninety-six failed the breath test, which is {} per "
        "cent of all drivers stopped.",
        "15",
        "19",
    ),
    (
        "There are 64 schools in the county. Inspectors rated 48 as good, which is {}% of the "
        "total.",
        "75",
        "85",
    ),
    ("Inspectors visited 64 schools and rated 48 as good, {}% of the total.", "75", "85"),
    (
        "The council owns 3,400 homes. 510 homes, or {}% of the stock, failed the standard.",
        "15",
        "25",
    ),
    (
        "The council owns 3,400 homes. 510 homes failed the standard, equal to {}% of the stock.",
        "15",
        "25",
    ),
    (
        "The study took in 314 pupils. Of the total study participants, 232 ({}%) were at state "
        "schools.",
        "73.9",
        "77.3",
    ),
    ("The sample was 241 patients. A total of 175 were women ({}%).", "72.6", "62.6"),
    (
        "A retrospective study of 241 patients was made. There were 175 women ({}%) and 66 men "
        "(27.4%).",
        "72.6",
        "62.6",
    ),
    (
        "The workforce numbers 147,000. Last year 593 officers were dismissed, {} per cent of the "
        "workforce.",
        "0.40",
        "0.35",
    ),
    ("Voters cast 45,000 ballots; spoilt papers numbered 1,350, or {}% of the total.", "3", "5"),
    ("Our sample of 400 households included 88 without a car, {}% of the sample.", "22", "32"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), OF_A_SAMPLE)
def test_a_base_named_again(text, right, wrong):
    assert_told_apart(find, text, right, wrong)


IN_A_RATE = [
    (
        "The survey was completed by 480 parents. 312 parents were satisfied, giving a "
        "satisfaction rate of {}%.",
        "65",
        "71",
    ),
    (
        "The survey was completed by 480 parents, of whom 312 were satisfied, giving a "
        "satisfaction rate of {}%.",
        "65",
        "71",
    ),
    (
        "The trust employs 1,250 nurses. Of them, 275 left during the year, a turnover of {}%.",
        "22",
        "27",
    ),
    (
        "The trust employs 1,250 nurses and lost 275 of them during the year, a turnover rate of "
        "{}%.",
        "22",
        "27",
    ),
    ("Forty-six of the 200 appeals the panel heard succeeded: a success rate of {}%.", "23", "33"),
    ("Of 12,000 registered electors, 4,560 cast a vote, a turnout of {}%.", "38", "48"),
    ("We sent out 1,200 questionnaires. 456 were returned (a response rate of {}%).", "38", "48"),
    ("With 210 of 600 senior posts held by women, the share of women is {}%.", "35", "45"),
    ("The auditors opened 90 parcels. Damage was found in 27 (a rate of {}%).", "30", "36"),
    (
        "Ninety parcels were opened. Of those, 27 were damaged, giving a damage rate of {}%.",
        "30",
        "36",
    ),
    ("51 of the 60 trains due ran on time, a punctuality rate of {}%.", "85", "95"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), IN_A_RATE)
def test_a_rate_by_its_name(text, right, wrong):
    assert_told_apart(find, text, right, wrong)


BESIDE = [
    (
        "In the year the board met 12 times and 30 of the 80 members (2023: 28 of 79) attended "
        "every meeting, equal to {}%.",
        "37.5",
        "47.5",
    ),
    ("The clinic screened 1,200 women, recalling 54, or {}%.", "4.5", "7.5"),
    (
        "There were 68,110 children in care at the end of March. Among these, 50,900 lived with "
        "foster carers, accounting for {}% of all children in care.",
        "75",
        "85",
    ),
    ("We received 45,205 claims. Most ({} percent or 38,931) came from tenants.", "86", "96"),
    ("There are 39,298 patients. Of which 32,526, i.e. {} %, have mild symptoms.", "83", "93"),
    ("54,212 cases were registered; 51,009, i.e. {} %, recovered.", "94", "84"),
    (
        "The council has 24,400 homes. Of them 15,800 homes, representing {}% of all homes, are "
        "houses.",
        "65",
        "75",
    ),
    ("The council has 24,400 homes; 4,600 or {}% of homes are flats.", "19", "29"),
    ("The auditors opened 90 parcels; 27 were damaged – {}%.", "30", "36"),
    ("The school has 900 pupils, 126 of them ({}%) with special needs.", "14", "24"),
    ("The board rejected 18 of 120 bids – just {}%.", "15", "25"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), BESIDE)
def test_other_words_between(text, right, wrong):
    assert_told_apart(find, text, right, wrong)


OF_MONEY = [
    ("Grants to charities were £3.2 million, or {}% of the £20 million budget.", "16", "26"),
    ("Staff costs were £45 million, {} per cent of total spending of £60 million.", "75", "80"),
    (
        "Total spending was £60 million. Staff costs accounted for £45 million of this, or {} per "
        "cent.",
        "75",
        "80",
    ),
    (
        "Spending on agency staff reached $18 million, representing {}% of the $150 million pay "
        "bill.",
        "12",
        "22",
    ),
    (
        "Spending on agency staff reached $18 million against a total pay bill of $150 million, a "
        "share of {}%.",
        "12",
        "22",
    ),
    ("Fees brought in £84,000, which was {}% of income (£350,000).", "24", "34"),
    ("By March, {} per cent of the £40 million programme, £6 million, had been spent.", "15", "25"),
    ("The fund raised £3.2 million. Running costs took £800,000, a share of {}%.", "25", "35"),
    ("Running costs were £800,000, {}% of the £3.2 million raised.", "25", "35"),
    ("Running costs came to {}% of the £3.2 million raised (£800,000).", "25", "35"),
    ("Capital spending was €45m out of a budget of €250m ({}%).", "18", "28"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), OF_MONEY)
def test_shares_of_money(text, right, wrong):
    assert_told_apart(find, text, right, wrong)


HONEST = [
    "We examined 120 custody records. 42 lacked a date, 45% of them from the north.",
    "96 drivers failed the test, 19 per cent of them women.",
    "640 drivers were stopped. 96 failed, 19 per cent of those arrested in the county.",
    "A total of 640 drivers were stopped. 96 failed the test, 40 per cent of those arrested that "
    "night.",
    "41% of the 820 tenants wanted longer hours; 205 tenants did not reply.",
    "41% of the 820 tenants wanted longer hours, 205 more than in spring.",
    "41% of the 820 tenants wanted longer hours: 205 said so by letter.",
    "In 2019, 8% of the 350 volunteers were trained; in 2020, 63 people were.",
    "8% of the 350 volunteers had been trained. That is 63 more than we hoped.",
    "The team reviewed 250 case files. It wrote to 55 people. That is 27% of those it meant to "
    "reach.",
    "The team reviewed 250 files. Last year it reviewed 55. That is 27% of the target.",
    "The team visited 250 homes in 55 streets. That is 27% of the streets in the ward.",
    "We sent 1,200 letters to 456 tenants, 31% of the tenants of the ward.",
    "The trust employs 1,250 nurses and 275 doctors, 27% of all its staff.",
    "The trust employs 1,250 nurses. 275 joined during the year, a vacancy rate of 12%.",
    "The trust employs 1,250 nurses, of whom 275 are men, giving a sickness rate of 5%.",
    "Of 480 parents 312 replied, a satisfaction rate of 91%.",
    "480 parents replied, of whom 312 had one child, giving an average of 65% satisfied.",
    "Spending on agency staff was $18 million against a target of $15 million, a share of 22% of "
    "the pay bill.",
    "Sales were £18 million from a total of £150 million in assets, a return of 22%.",
    "Fees brought in £84,000 and grants £350,000, 34% of income (£1.03 million).",
    "Exports were £2.9 billion, 21% of sales (up from £2.1 billion).",
    "Exports were £2.9 billion, 21% more than planned (£2.4 billion).",
    "We had 820 replies, 41% of the tenants (2,000).",
    "504 of the 900 panel members said no. This equates to 65% of those who answered that day.",
    "504 of the 900 panel members said no. In other words, 65% of women.",
    "58% of men and 62% of women agreed.",
    "Among men 58% agreed and among women 62% did.",
    "62% of the 1,405 residents polled felt safe; 771 people took part by telephone.",
    "62% of the 1,405 residents polled felt safe; 771 people gave another answer.",
    "Female directors held 11 of the 40 seats (2024: 9 of 38, 24%), while the target is 33%.",
    "The figures rest on 45 interviews. 12 people, or 30% of those from the north, disagreed.",
    "Internal audit tested 65 invoices and 80 orders. 26 were late, meaning 32.5% of the sample "
    "failed.",
    "Internal audit tested 65 invoices in spring and drew 40 more in autumn. 26 were late, meaning "
    "25% of the sample failed.",
    "We surveyed 500 people by post. We interviewed 120. 60 of them, or 50% of the sample, agreed.",
]


@pytest.mark.parametrize("text", HONEST)
def test_a_percentage_of_others_is_not_held_against_the_counts_beside_it(text):
    assert "does not follow" not in [verdict for _, verdict in verdicts(find, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 280 arrests:\n- 110 (39%) ended in release\n- 87 (31%) led to a charge, of which "
        "65 were for violence\n- 63 (23%) went no further\n- 19 (7%) are open",
        "We took in 44 cases (43.6%) after falls and 26 cases (25.7%) at work. Also, in 20 cases "
        "(19.8%) the cause was not known.",
        "4,200 children left care, as many as the 4,190 of last year.\nOverall, neglect was "
        "the main reason (52%).",
        "Rates fell in 3 of 4 clinics: 0.82% (p = .59), 3.55% (p = .01) and 5.75% (p = .02).",
        "The two assays did alike (assay A: 88%; assay B: 96%) in 25 of the patients.",
        "Only one in 65 reports (1.5%) led to a charge, amounting to a total of 886.",
        "The most were of one country (24%; 1,105), then another (17%; 791).",
        "At its peak it held 3,670 bytes in 131 blocks, of 7,340 bytes (0.54%); at the end 3,336 "
        "bytes (0.79%).",
    ],
)
def test_what_is_a_part_itself_is_no_whole(text):
    assert "does not follow" not in [verdict for _, verdict in verdicts(find, text)]
