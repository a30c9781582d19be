"""One figure printed twice: contradictions where the words leave no doubt, and nothing else."""

import pytest

from engines.publishing.checker.claims.worked import findings, refused, told
from peelian.engines.publishing.checker.claims.repeats.repeats import find


def test_the_later_figure_is_refused_and_the_place_of_the_earlier_named():
    (found,) = findings(
        find,
        "The force has three mobile police stations.",
        "Other work goes on.",
        "Residents welcome the force's four mobile police stations.",
    )
    assert (found.verdict, found.printed, found.place) == ("does not follow", "four", "line 3")
    assert found.allowed == "3"
    assert found.because == (
        "the same is printed at line 1 as three: "
        "\u201cThe force has three mobile police stations.\u201d"
    )


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            "We examined 312 case files from the previous six months. Of the 321 case files "
            "examined, none had been reviewed.",
            "321",
        ),
        (
            "Between May and July we visited nine forces. In all seven forces we visited, "
            "officers spoke of long waits.",
            "seven",
        ),
        (
            "This review makes 24 recommendations. All 22 recommendations have been accepted.",
            "22",
        ),
        (
            "There were five deaths in custody during the year. Each of the six deaths in custody "
            "during the year was referred.",
            "six",
        ),
        (
            "The panel surveyed 2,845 farmers by post. Its survey of 2,485 farmers was done in "
            "May.",
            "2,485",
        ),
        (
            "The inspection covered 43 custody records. Of the 34 custody records reviewed, ten "
            "were poor.",
            "34",
        ),
        ("In all 748 people responded to us. Of the 784 who responded, most were content.", "784"),
    ],
)
def test_a_known_set_with_another_number_is_refused(text, figure):
    assert refused(find, text) == [figure]


def test_one_sample_with_two_sizes_is_refused_wherever_it_stands():
    lines = ("Our survey of 748 officers was open in May.", "The 784 respondents to our survey.")
    assert told(find, *lines) == [("does not follow", "784", "748")]


@pytest.mark.parametrize(
    ("text", "figure", "allowed"),
    [
        (
            "In 2024, 71.3% of victims were satisfied with the treatment they received. The "
            "figure of 73.1% for victims satisfied with their treatment in 2024 is the highest "
            "on record.",
            "73.1%",
            "71.25 to 71.35 percent",
        ),
        (
            "Of staff, 62 percent feel safe at work. The 26 percent of staff who feel safe at "
            "work are mostly young.",
            "26 percent",
            "61.5 to 62.5 percent",
        ),
        (
            "The average cost of an abandoned 999 call is £84. At £48 per abandoned 999 call, "
            "the saving would be large.",
            "£48",
            "£84",
        ),
        (
            "The budget for custody is £12.4 million. The £14.2 million budget is spent.",
            "£14.2 million",
            "£12,350,000 to 12,450,000",
        ),
    ],
)
def test_shares_and_amounts_of_one_thing_are_refused_where_they_differ(text, figure, allowed):
    assert told(find, text) == [("does not follow", figure, allowed)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            "At the end of June the region had a backlog of 4,312 cases. The backlog at the end "
            "of June, 4,132 cases, was the largest in ten years.",
            "4,132",
        ),
        ("The team has a caseload of 212 offenders. That caseload of 221 is heavy.", None),
        (
            "The team has a caseload of 212 offenders. That caseload of 221 offenders is heavy.",
            "221",
        ),
        ("The force has a fleet of 318 vehicles. Its fleet of 381 vehicles is costly.", "381"),
    ],
)
def test_the_size_of_a_known_thing_is_one(text, figure):
    """Without its noun the second number could count anything."""
    assert refused(find, text) == ([figure] if figure else [])


@pytest.mark.parametrize(
    "text",
    [
        "At the end of June there was a backlog of 4,312 cases. The backlog at the end of May, "
        "4,132 cases, was smaller.",
        "The unit had a workload of 96 cases. This had fallen to 86. The workload of 86 cases is "
        "fair.",
        "A class of 20 recruits began. The class of 18 recruits that finished was praised.",
        "The force has a team of 24 officers. Its team of 24 officers is small.",
        "The team has a backlog of 40 devices. The backlog of 48 devices in the north is old.",
    ],
)
def test_sizes_of_other_times_parts_and_things_are_left_alone(text):
    assert findings(find, text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            "Overall, 71% of tenants felt safe in their homes. That 76% of tenants overall felt "
            "safe in their homes is welcome.",
            "76%",
        ),
        (
            "Some 71% of tenants felt safe in their homes. We are pleased that 76% of tenants "
            "felt safe in their homes.",
            "76%",
        ),
        (
            "We found that 71% of tenants felt safe in their homes. The fact that 76% of tenants "
            "felt safe in their homes is encouraging.",
            "76%",
        ),
    ],
)
def test_what_is_thought_of_a_share_does_not_make_it_another(text, figure):
    assert refused(find, text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "Overall, 71% of tenants felt safe in their homes. That 29% of tenants overall did not "
        "feel safe in their homes is a worry.",
        "Of tenants, 71% felt safe in their homes. Managers believed that 76% of tenants felt "
        "safe in their homes.",
        "Overall, 71% of tenants felt safe in their homes. It is welcome that 76% of older "
        "tenants felt safe in their homes.",
    ],
)
def test_what_others_believe_or_other_groups_do_is_left_alone(text):
    assert findings(find, text) == []


@pytest.mark.parametrize(
    ("text", "figure", "allowed"),
    [
        (
            "The charge rate is 7.4 percent. This charge rate of 4.7 percent is low.",
            "4.7 percent",
            "7.35 to 7.45 percent",
        ),
        (
            "The response rate was 41 percent. With a response rate of 14 percent, care is needed.",
            "14 percent",
            "40.5 to 41.5 percent",
        ),
        (
            "The average wait is 12 days. This average wait of 21 days is too long.",
            "21 days",
            "12 days",
        ),
    ],
)
def test_a_measure_that_is_taken_up_keeps_its_value(text, figure, allowed):
    assert told(find, text) == [("does not follow", figure, allowed)]


@pytest.mark.parametrize(
    "text",
    [
        "The charge rate is 7.4 percent. A charge rate of 10 percent would be normal.",
        "The charge rate is 7.4 percent. The charge rate of 4.7 percent for rape is low.",
        "The response rate was 41 percent. The previous response rate of 14 percent was lower.",
        "The response rate was 41 percent. The response rate of 14 percent in 2019 was lower.",
        "The budget is £4.2 million. The remaining budget of £2.4 million runs until May.",
        "The average wait is 12 days. The median wait of 9 days is shorter.",
        "The average wait is 12 days. The average wait of 9 days in the north is shorter.",
    ],
)
def test_measures_of_another_group_time_or_kind_are_left_alone(text):
    assert findings(find, text) == []


def test_a_summary_and_its_chapter_must_print_one_percentage():
    chapter = "percent of officers agreed that training was useful."
    lines = ("# Summary", f"In all, 72.5 {chapter}", "# Training", f"In all, 75.2 {chapter}")
    assert refused(find, *lines) == ["75.2 percent"]


@pytest.mark.parametrize(
    "lines",
    [
        ("All 1,326 responses were read. The 1,326 responses were kept.",),
        ("Of staff, 62 percent feel safe at work. Of staff, 62.3 percent feel safe at work.",),
        ("The call drew 2,214 responses. More than 2,200 responses were read.",),
    ],
)
def test_repeats_that_rounding_explains_are_left_alone(lines):
    assert findings(find, *lines) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("In 2023/24 the unit dealt with 418 appeals. In 2024/25 it dealt with 437 appeals.",),
        ("There were 12 complaints in March. The 14 complaints in April were closed.",),
        ("We visited nine forces. All 43 forces in England and Wales have adopted the policy.",),
        ("We visited nine forces. Two later withdrew. All seven forces we visited answered.",),
        (
            "We reviewed 40 cases of burglary and 45 cases of robbery. In the 40 cases of "
            "burglary a plan was made.",
        ),
        ("The team has 24 officers. The 20 officers in custody were trained.",),
        ("We screened 120 patients; 100 were randomised. The 100 patients were followed.",),
        ("We spoke to 30 victims. All 28 victims who had reported online were content.",),
        (
            "Our survey of 748 officers was open in May.",
            "Our survey of 812 residents was open in May.",
            "The 784 respondents to our survey were content.",
        ),
        ("Kent has 20 dog handlers. Essex praised its 22 dog handlers.",),
        ("There are 38 hubs in the county. Officers are based in 12 of these 38 hubs.",),
        (
            "Of callers, 71% were satisfied with the first contact. Of callers, 64% were "
            "satisfied with the service as a whole.",
        ),
        (
            "In all, 72.5 percent of officers agreed training was useful. In all, 56.8 percent of "
            "staff agreed training was useful.",
        ),
        (
            "Before the training, 40 percent of officers knew the policy. After the training, 70 "
            "percent of officers knew the policy.",
        ),
        (
            "Some 62 percent of staff feel safe at work. The 38 percent of staff who do not feel "
            "safe at work are mostly young.",
        ),
        (
            "# Northern division",
            "Of victims, 45 percent were satisfied with their treatment.",
            "# Southern division",
            "Of victims, 52 percent were satisfied with their treatment.",
        ),
        (
            "- 45 percent of victims were satisfied with their treatment",
            "- 52 percent of victims were satisfied with their treatment",
        ),
        ("The budget for custody is £12.4 million. The £2.2 million overspend is a worry.",),
        (
            "In one force 40 percent of files were good. In one force 70 percent of files were "
            "good.",
        ),
    ],
)
def test_like_sentences_about_other_things_are_left_alone(lines):
    assert findings(find, *lines) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            "Total spending in 2021/22 was £4.2 million, a record. Out of total spending in "
            "2021/22 of £4.7 million, half went on pay.",
            "£4.7 million",
        ),
        (
            "The return rate of the 2019 census was 71%. Our thanks go to everybody. With a return "
            "rate of 17%, the 2019 census did well.",
            "17%",
        ),
    ],
)
def test_a_measure_of_one_year_with_two_values(text, figure):
    assert refused(find, text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "Total spending in 2021/22 was £4.2 million. Total spending in 2022/23 was £4.7 million.",
        "Total spending in 2021/22 was £4.2 million. Total income in 2021/22 was £4.7 million.",
        "Total spending in 2021/22 was £4.2 million. Total spending in 2021/22 of £4.7 million had "
        "been budgeted.",
        "Total spending in 2021/22 was £4.7 million. Total spending in 2021/22 was £4.68 million.",
        "Total spending in 2021/22 was £4.2 million in Wales. Total spending in 2021/22 was £4.7 "
        "million in Kent.",
        "The return rate of the 2019 census was 71%. With a return rate of 17%, the 2018 census "
        "did well.",
        "The return rate of the 2019 census was 71%. With a return rate of 17%, the 2019 census of "
        "pupils did worse.",
        "The return rate of the 2019 census was 71%. With a return rate of 17%, the 2019 paper "
        "census did worse.",
    ],
)
def test_other_years_measures_and_groups_are_no_repeats(text):
    assert refused(find, text) == []
