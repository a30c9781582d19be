"""Margins of error and confidence intervals: what a sample of that size gives, and what not."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engines.publishing.checker.claims.worked import findings, refused, told
from peelian.engines.publishing.checker.claims.margins.margins import find

SAMPLE = "We reviewed a sample of 235 search records from the year. "
ESTIMATE = (
    "Based on this sample, we estimate that 80 percent (with a confidence interval of +/- 5.0 "
    "percentage points) of all searches had reasonable grounds."
)


def test_a_margin_that_only_a_finite_population_gives_names_the_lists_that_fit():
    (found,) = findings(find, SAMPLE + ESTIMATE)
    assert (found.verdict, found.printed) == ("agrees", "5.0 percentage points")
    assert found.computed == (
        "only with the correction for a finite population: 188 of 235 fits a list of 3,706 to "
        "9,386 records and no other; by the simple formula it would be 5.1; 187 to 189 of 235 "
        "all round to 80 per cent and fit a list of 3,010 to 25,980 records"
    )
    assert found.allowed == "4.95 to 5.05 points"


def test_the_list_it_was_drawn_from_is_used_where_it_is_printed():
    (found,) = findings(find, "From a list of 8,267 searches we drew a sample of 235. " + ESTIMATE)
    assert found.verdict == "agrees"
    assert "from a list of 8,267, has a margin of 4.99 to 5.09 points" in found.computed
    (found,) = findings(find, "From a list of 90,000 searches we drew 235. " + ESTIMATE)
    assert found.verdict == "does not follow"
    assert found.because == "the margin is smaller than such a sample can have"


def test_without_a_sample_the_sizes_that_would_fit_are_named():
    """190 of 252 and 193 of 256 are 75.4 per cent with 5.3 points, and no other size has both."""
    (found,) = findings(
        find,
        "In the previous review 75.4 percent (with a confidence interval of +/- 5.3 percentage "
        "points) had grounds recorded.",
    )
    assert found.verdict == "cannot be checked"
    assert found.computed == "by the simple formula, 75.4 per cent has it in a sample of 252 or 256"
    assert found.because == "the report does not say how many cases the sample has"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "The survey interviewed 1,004 adults and has a margin of error of ±3.1 percentage "
            "points.",
            "by the simple formula, 50 per cent of 1,004 has a margin of 3.09 points",
        ),
        (
            "Four in ten (41.2%, ±3.1 points; n = 970) agreed.",
            "by the simple formula, 41.2 per cent of 970 has a margin of 3.1 points",
        ),
        (
            "With 1,000 interviews, the margin of error at the 99% level of confidence is at most "
            "±4.1 percentage points.",
            "by the simple formula, 50 per cent of 1,000 has a margin of 4.07 points",
        ),
        (
            "A sample of 1,500 adults with a design effect of 1.8 gives a margin of error of ±3.4 "
            "points.",
            "with the design effect of 1.8, 50 per cent of 1,500 has a margin of 3.39 points",
        ),
        (
            "The sample of about 1,000 adults gives a margin of ±3.1 points.",
            "by the simple formula, 50 per cent of 1,000 has a margin of 2.95 to 3.27 points",
        ),
        (
            "Of 1,004 adults, 300 were women; 45% of these (±5.6 points) felt safe.",
            "by the simple formula it fits 300, not 1,004",
        ),
        (
            "A sample of 60 files was read in each of five districts, 300 in all. The share met "
            "was 70% (±5.2 points).",
            "by the simple formula it fits 300, not 60",
        ),
        (
            "The estimate is based on 150 of the 400 files. In all, 72% (+/- 5.7 percentage "
            "points) met the standard.",
            "only with the correction for a finite population: 72 per cent of 150, from a list of "
            "400, has a margin of 5.66 to 5.72 points; by the simple formula it would be 7.2",
        ),
    ],
)
def test_margins_that_follow_and_how(text, says):
    (found,) = findings(find, text)
    assert (found.verdict, found.computed) == ("agrees", says)


@pytest.mark.parametrize(
    ("text", "figure", "reason"),
    [
        (
            "A survey of 2,000 adults found that 35 per cent had been victims of fraud, with a "
            "margin of error of 5.2 percentage points.",
            "5.2 percentage points",
            "the margin is larger than any formula gives; weights or clusters could explain it, "
            "but the report mentions none",
        ),
        (
            "In a poll of 1,004 adults, 62% (±1.3 percentage points) agreed.",
            "1.3 percentage points",
            "so small a margin needs a list of 1,214 to 1,259 records, and no poll of the public "
            "has that",
        ),
        (
            "Of the 1,650 licences 212 were drawn at random; 50% of these were out of date, give "
            "or take 3.0 percentage points (95% confidence).",
            "3.0 percentage points",
            "the margin is smaller than such a sample can have",
        ),
    ],
)
def test_margins_that_no_formula_gives(text, figure, reason):
    (found,) = findings(find, text)
    assert (found.verdict, found.printed, found.because) == ("does not follow", figure, reason)


def test_where_the_report_speaks_of_strata_a_margin_is_left_open():
    margin = "For the sample of 1,000 files the margin of error is ±3.6 percentage points."
    assert refused(find, margin) == ["3.6 percentage points"]
    (found,) = findings(find, margin, "The files were drawn within strata of each district.")
    assert found.verdict == "cannot be checked"
    assert found.because.startswith("the report speaks of weights, clusters or strata")


def test_surveys_mostly_have_weights_so_a_wider_margin_is_left_open():
    """3.55 over 3.10, squared, is 1.3; a simple random sample has no such thing."""
    (found,) = findings(
        find, "The survey of 1,000 adults has a margin of error of ±3.6 percentage points."
    )
    assert found.verdict == "cannot be checked"
    assert found.because == (
        "weights or clusters with a design effect of 1.3 would explain it, and surveys mostly "
        "have them"
    )
    assert refused(
        find,
        "A simple random sample of 1,000 adults was asked, with a margin of error of ±3.6 "
        "percentage points.",
    ) == ["3.6 percentage points"]
    (found,) = findings(
        find, "Of 1,000 adults asked in a poll, 50% (95% CI 45.0% to 55.0%) agreed."
    )
    assert found.verdict == "cannot be checked"


def test_another_level_of_confidence_is_named_where_it_would_explain_a_margin():
    (found,) = findings(
        find, "For the sample of 1,000 files the margin of error is ±4.1 percentage points."
    )
    assert found.verdict == "cannot be checked"
    assert found.because == "it follows with 99 per cent confidence, which is not said"


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("188 of 235 (80%, 95 percent confidence interval 74.9-85.1).", "by the simple formula"),
        ("188 of 235 (80%, 95 percent confidence interval 74.4-84.6).", "by Wilson's formula"),
        (
            "Of the 35 searches, 26 (74.3%, 95% CI 56.7% to 87.5%) had grounds.",
            "by the exact (Clopper-Pearson) interval",
        ),
        (
            "The confidence interval around the estimate of 68% runs from 65.1% to 70.9% (n = "
            "1,000).",
            "by the simple formula",
        ),
        (
            "The survey interviewed 34,000 people, and 12,000 of them were asked about fraud: "
            "6.2% were victims (95% confidence interval 5.8% to 6.6%).",
            "by the simple formula it is that of 12,000, not 34,000",
        ),
    ],
)
def test_intervals_that_follow_by_one_of_the_usual_methods(text, method):
    (found,) = findings(find, text)
    assert found.verdict == "agrees"
    assert found.computed.startswith(method)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Trust stood at 37% (n=2,050; 95% CI 34.9%–41.9%).",
            "no method gives these limits",
        ),
        (
            "Overall, 47.2% had seen a patrol in the last month (95% confidence interval 48.1% to "
            "52.3%).",
            "the figure lies outside its own interval",
        ),
        (
            "The odds ratio was 1.52 (95% CI 1.61 to 2.03).",
            "the figure lies outside its own interval",
        ),
        (
            "The odds ratio was 1.52 (95% CI 1.77 to 1.31).",
            "the limits stand the wrong way round",
        ),
        (
            "The mean response time was 12.4 minutes (95% confidence interval 12.8 to 13.6).",
            "the figure lies outside its own interval",
        ),
    ],
)
def test_intervals_that_cannot_be(text, reason):
    (found,) = findings(find, text)
    assert (found.verdict, found.because) == ("does not follow", reason)


@pytest.mark.parametrize(
    "text",
    [
        "The mean change was -1.2 (95% CI -2.1 to -0.3).",
        "A relative risk reduction of 27% (RR 0.73, 95% CI 0.60–0.88) was found.",
        "It led to a 17% (95% CI 9–25) proportional reduction in deaths.",
        "The mean response time was 12.4 minutes (95% confidence interval 11.8 to 13.0).",
        "By then it was 12 per cent, a fall of 6 points (95% CI 3 to 9 points).",
    ],
)
def test_intervals_of_what_is_no_share_are_left_open(text):
    (found,) = findings(find, text)
    assert found.verdict == "cannot be checked"
    assert found.because == "it is not the interval of a share"


@pytest.mark.parametrize(
    "text",
    [
        "20 recipients (51 ± 11 years) took part (322 ± 104 m before, 501 ± 99 m after).",
        "Margins rose to 12.3% from a margin of 11% as revenue grew.",
        "The gap is within 2 percentage points of the national average, in 400 cases.",
        "Of these, 12 of 52 (95% CI 1.1 to 3.4) had died; p = 0.02 (95% CI 1.1 to 2.3).",
        "The margin of error is between 2 and 4 percentage points.",
    ],
)
def test_what_is_no_margin_of_a_share_is_left_alone(text):
    assert told(find, text) == []


def test_the_limits_are_held_against_the_figure_and_its_margin():
    """35 + 4 is 39; that the sample is not printed is another matter."""
    text = "An estimated 35.0% felt unsafe (±4.0 points, that is, between 31.0% and {}%)."
    assert refused(find, text.format("39.0")) == []
    assert refused(find, text.format("41.0")) == ["31.0% and 41.0%"]


VOCABULARY = re.findall(
    r"\S+",
    "a sample of 235 records 80% ( ± 5.0 percentage points ) 95% CI confidence interval 74% to "
    "85% -0.5 n = 0 margin of error plus or minus 3 points poll adults interviewed from population "
    "0% 100% 120% per 1,000 design effect of about over under between 40-45% 5-10 and , ; :",
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(VOCABULARY), min_size=3, max_size=30))
def test_no_sentence_however_garbled_breaks_it(said):
    """Figures without sense are common in text taken from a PDF."""
    for found in findings(find, " ".join(said)):
        assert found.printed
        assert found.verdict == "agrees" or found.because
