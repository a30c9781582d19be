"""Random samples: a margin or an interval that needs a list hardly longer than the sample."""

import pytest

from engines.publishing.checker.claims.told import assert_told_apart, verdicts
from peelian.engines.publishing.checker.claims.margins.margins import find

AT_RANDOM = [
    (
        "A simple random sample of 400 files was drawn from the archive of 60,000; 25% were "
        "incomplete, plus or minus {} points.",
        "4.2",
        "1.5",
    ),
    (
        "We drew 400 files at random. A quarter (25%, ±{} percentage points) were incomplete.",
        "4.2",
        "1.5",
    ),
    ("Of 400 randomly drawn files 25% were incomplete (margin of error {} points).", "4.2", "1.5"),
    (
        "In a poll of 1,200 voters nationwide 52% backed the plan, with a margin of error of {} "
        "percentage points.",
        "3",
        "1",
    ),
    (
        "The survey of 1,200 adults has a margin of error of plus or minus {} percentage points at "
        "the 95 percent confidence level.",
        "3",
        "1",
    ),
    (
        "The margin of error for the full sample of 1,200 adults is ±{} percentage points.",
        "2.8",
        "1",
    ),
    (
        "Pollsters questioned 1,200 adults; the results carry a margin of error of {} points "
        "either way.",
        "3",
        "1",
    ),
    ("A national telephone poll of 1,200 adults put approval at 52% (±{}).", "3", "1"),
    (
        "Sixty of 500 randomly chosen residents, 12% (95% CI {}), were infected.",
        "9% to 15%",
        "11% to 13%",
    ),
    (
        "Sixty of 500 residents drawn at random were infected (12%; 95% CI {}).",
        "9.3–15.1",
        "11.0–13.0",
    ),
    ("Of 150 patients sampled at random, 30% reported pain (95% CI {}).", "23-37%", "28-32%"),
    (
        "A random sample of 150 patients was asked; 30% reported pain (95% CI {}).",
        "23% to 37%",
        "28% to 32%",
    ),
    (
        "We surveyed 150 randomly chosen patients and 30% reported pain (95% CI: {}).",
        "23% to 37%",
        "28% to 32%",
    ),
    ("Support was 50% in a random national sample of 1,000 (margin of error ±{}%).", "3", "1"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), AT_RANDOM)
def test_a_random_sample_is_no_census(text, right, wrong):
    assert_told_apart(find, text, right, wrong)


@pytest.mark.parametrize(
    "text",
    [
        "Mortality was 11.4% lower (95% CI, -23% to 1.9%) in 370 of 787 men.",
        "The Greens have 51%, the Reds 44%, with a ±2% margin of error, after a 51%-45% lead.",
        "70.0% kept away (95% CI 52.1-83.3%), 26.7% left (95% CI 14.2-44.4%), and none came back "
        "among all 21 who had gone.",
        "The run with n=2500000 was faster by -3.76% ±1.36% ±1.82% ±2.40%.",
        "At the clinic 150 patients were asked; 30% had pain (95% CI 28% to 32%) in the survey of "
        "2,000.",
    ],
)
def test_margins_of_other_figures_are_let_be(text):
    assert "does not follow" not in [verdict for _, verdict in verdicts(find, text)]
