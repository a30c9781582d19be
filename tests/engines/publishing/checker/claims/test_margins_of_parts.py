"""Margins said to be of one sample of several, and intervals that stand in other places."""

import pytest

from engines.publishing.checker.claims.worked import findings, refused
from peelian.engines.publishing.checker.claims.margins.margins import find


@pytest.mark.parametrize(
    "text",
    [
        "The margin of error for the full sample of 1,015 voters is 3.1 points; for the 412 "
        "tenants it is {} points.",
        "The margin of error is 3.1 points for the full sample of 1,015 and {} points for the 412 "
        "tenants.",
    ],
)
def test_each_margin_is_held_against_its_own_sample(text):
    said = findings(find, text.format("4.8"))
    assert [one.verdict for one in said] == ["agrees", "agrees"]
    assert "50 per cent of 412 has a margin of 4.83 points" in said[1].computed
    assert refused(find, text.format("9.8")) == ["9.8"]


def test_a_list_hardly_longer_than_its_sample_explains_no_interval():
    text = "Of 500 patients 150 died (30%; 95% CI {})."
    assert refused(find, text.format("28.9 to 31.1")) == ["31.1"]
    assert refused(find, text.format("26.0 to 34.0")) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Mean change was 4.4 mm Hg (95% CI 5.6 to 7.2).", "7.2"),
        (
            "An estimated 62% (between 64% and 70%, 95% confidence interval) of tenants agreed.",
            "64% and 70%",
        ),
        ("Sensitivity was 91% (95% CI 84 to 95), specificity 78% (81 to 93).", "93"),
    ],
)
def test_figures_outside_their_own_interval(text, figure):
    assert refused(find, text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "Sensitivity was 91% (95% CI 84 to 95), specificity 88% (81 to 93).",
        "Among 500 patients the median age was 61 (95% CI 59 to 63) and 30% were women.",
        "The effect was 4.4 points in men and 2.1 points in women (95% CI 0.3 to 3.9).",
    ],
)
def test_figures_inside_their_intervals(text):
    assert refused(find, text) == []


def test_a_credible_interval_rests_on_a_model_that_nobody_printed():
    (found,) = findings(find, "80 percent (credible interval 70 to 88) of 400 agreed.")
    assert found.verdict == "cannot be checked"
    assert found.because == "a credible interval rests on a model that the report may not print"


def test_an_audit_without_weights_is_held_to_its_sample():
    text = "The audit of 400 files, {} weights, has a margin of error of 1.3 points."
    assert refused(find, text.format("without")) == ["1.3"]
    assert refused(find, text.format("using")) == []


def test_a_part_of_a_sample_has_no_shorter_list_than_the_whole():
    text = (
        "The margin of error is ±2.5 percentage points for the full sample of 1,537 adults and "
        "±{} for the subsample of 400 cyclists."
    )
    assert [one.verdict for one in findings(find, text.format("4.9"))] == ["agrees", "agrees"]
    assert refused(find, text.format("3.9")) == ["3.9"]


def test_a_range_explained_by_that_is_must_be_that_of_its_margin():
    text = "Turnout is put at 41.0%, plus or minus 2.0 points (that is, between {}% and {}%)."
    assert refused(find, text.format("39.0", "43.0")) == []
    assert refused(find, text.format("38.0", "42.0")) == ["38.0% and 42.0%"]
    other = "Turnout is put at 41.0%, plus or minus 2.0 points, where it was between 30% and 36%."
    assert refused(find, other) == []
