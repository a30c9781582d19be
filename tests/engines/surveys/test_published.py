"""The workforce survey of the inspection report: ten percentages recomputed from their counts."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian.access.decide import NotAllowed
from peelian.areas.workforce.survey_inspectorate import PEEL_SURVEY
from peelian.engines.surveys.errors import SurveyRefused
from peelian.engines.surveys.models import SurveyAnswer
from peelian.engines.surveys.published import PublishedRow, published_of, record_published
from peelian.engines.surveys.results import results_of
from peelian.engines.surveys.rounding import check_of, numerators, percent
from people import FORCE, NOW

# FIG-081 to 083, 096, 097, 099 to 101, 107 and 108: result, counts, as printed, as the counts give.
PRINTED = (
    ("balance", "", 542, 748, "72.5", "72.5"),
    ("balance", "officer", 167, 294, "56.8", "56.8"),
    ("debrief", "officer", 109, 294, "37.1", "37.1"),
    ("training", "", 587, 748, "78.4", "78.5"),
    ("skills", "", 571, 748, "76.4", "76.3"),
    ("had_review", "", 661, 748, "88.4", "88.4"),
    ("review_valued", "", 449, 661, "67.9", "67.9"),
    ("review_develops", "", 374, 661, "56.6", "56.6"),
    ("feedback", "", 429, 748, "57.4", "57.4"),
    ("ideas_heard", "", 399, 748, "53.3", "53.3"),
)
ROWS = tuple(
    PublishedRow(result, counted, among, printed, "role" if group else "", group)
    for result, group, counted, among, printed, _computed in PRINTED
)


@pytest.fixture
def recorded(analyst):
    return record_published(
        PEEL_SURVEY,
        force_id=FORCE,
        title="Inspection 2023/24",
        month="2024-02",
        source="PEEL 2023-25: an inspection report, About the data",
        rows=ROWS,
        actor=analyst,
        at=NOW,
    )


@pytest.mark.ledger("INS-10", "WRK-08", "WRK-50")
def test_ten_percentages_recompute_and_the_two_that_do_not_follow_are_flagged(recorded):
    found = published_of(recorded)
    assert [check.computed for _row, check in found] == [row[5] for row in PRINTED]
    flagged = {row.result: check.says for row, check in found if not check.follows}
    assert flagged == {
        "training": "printed 78.4, the counts give 78.5; no whole number of 748 gives 78.4",
        "skills": "printed 76.4, the counts give 76.3; no whole number of 748 gives 76.4",
    }


def test_the_counts_are_results_without_a_range_and_with_their_caveat(recorded):
    found = results_of(recorded, PEEL_SURVEY)
    table = found.tables[0]
    assert (table.everyone.percent, table.everyone.base, table.everyone.lower) == ("72.5", 748, "")
    assert [(line.title, line.percent) for line in table.breakdowns[0].lines] == [
        ("Police officer or student officer", "56.8")
    ]
    assert found.progress.rate is None
    assert found.progress.says == ("748 replies, as published. How many were asked is not printed.")
    # Printed for officers alone: missing is not suppressed.
    assert (found.tables[1].everyone, found.tables[1].none) == (None, "Not printed for everybody.")
    # 375 of 454 who are no officers follow by subtraction (REL-25); they are many.
    assert SurveyAnswer.objects.filter(question="balance").count() == 4


def test_a_print_that_follows_from_another_denominator_is_not_said_to_be_impossible():
    assert check_of(587, 749, "78.4").follows
    assert (
        check_of(1, 2, "51").says == "printed 51, the counts give 50; no whole number of 2 gives 51"
    )
    assert check_of(7, 200, "4.0").says == "printed 4.0, the counts give 3.5"


@pytest.mark.parametrize("printed", ["78,4", "78.4%", "101", "-1", "", "1e1", "78.4444", "NaN"])
def test_what_is_no_percentage_is_refused(printed):
    with pytest.raises(SurveyRefused, match="write it like"):
        check_of(587, 748, printed)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (PublishedRow("balance", 749, 748, "72.5"), "cannot be"),
        (PublishedRow("balances", 5, 748, "72.5"), "it has balance"),
        (PublishedRow("balance", 5, 9, "55.6"), "fewer than 10"),
        (PublishedRow("balance", 5, 20, "25.0", "role", "duke"), "choose a group"),
        (PublishedRow("balance", 5, 20, "25.0", "rank", "duke"), "choose a group"),
    ],
)
def test_counts_that_cannot_be_are_refused_with_what_would_be_right(analyst, row, says):
    with pytest.raises(SurveyRefused, match=says):
        record_published(
            PEEL_SURVEY,
            force_id=FORCE,
            title="Wrong",
            month="2024-02",
            source="Nowhere",
            rows=(row,),
            actor=analyst,
            at=NOW,
        )
    assert not SurveyAnswer.objects.exists()


def test_whoever_runs_no_surveys_records_none(force):
    with pytest.raises(NotAllowed):
        record_published(
            PEEL_SURVEY,
            force_id=FORCE,
            title="Mine",
            month="2024-02",
            source="Somewhere",
            rows=ROWS,
            actor=force["investigator"],
            at=NOW,
        )


@given(st.integers(0, 2000), st.integers(1, 2000), st.integers(0, 3))
def test_rounding_is_half_up_on_the_exact_ratio(counted, among, decimals):
    counted = min(counted, among)
    exact = Fraction(100 * counted, among)
    rounded = Fraction(percent(counted, among, decimals))
    half = Fraction(1, 2 * 10**decimals)
    assert -half <= exact - rounded < half
    assert counted in numerators(among, percent(counted, among, decimals))


@given(st.integers(1, 1500), st.integers(0, 1000))
def test_whole_numbers_that_print_so_are_all_found(among, tenths):
    printed = f"{tenths // 10}.{tenths % 10}"
    slow = tuple(one for one in range(among + 1) if percent(one, among) == printed)
    assert numerators(among, printed) == slow
