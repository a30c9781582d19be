"""Intervals told in a sentence of their own, samples that are only examples, and small margins."""

import pytest

from engines.publishing.checker.claims.told import verdicts
from peelian.engines.publishing.checker.claims.margins.margins import find


@pytest.mark.parametrize(
    "text",
    [
        "We put damp at 39 per cent. We can be 95 per cent confident that the true value lies "
        "between 31 and 37 per cent.",
        "Support stands at 52 per cent. We are 95% certain that the figure is between 55% and 59%.",
        "Of adults 15 per cent smoke. The true proportion is likely to lie between 18 and 22 per "
        "cent.",
        "Homes that are empty were 8.4 per cent. The 95 per cent confidence interval is 8.9 to "
        "10.1 per cent.",
        "A simple random sample of 1,000 adults was interviewed. For a result near 50 per cent, "
        "the margin of error at the 95 per cent level is plus or minus 0.9 percentage points.",
        "The survey had 9,953 replies. Among the 620 respondents under 25, the proportion was "
        "21.0%, plus or minus 0.8 percentage points at the 95% confidence level.",
        "Estimates are weighted, from a simple random sample. Among the 620 respondents, the "
        "proportion was 21.0%, plus or minus 0.8 percentage points at the 95% confidence level.",
    ],
)
def test_a_margin_that_cannot_be(text):
    assert "does not follow" in [verdict for _, verdict in verdicts(find, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Unemployment among 16- to 24-year-olds was 5.8 per cent (interval: 4.4 to 7.6 per cent).",
        "The share was 5.8 per cent (95% CI 4.4 to 7.6 per cent) of 16- to 24-year-olds.",
        "A sample of 600 voters will have a margin of about 4 points. The margin of sampling "
        "error for all voters is plus or minus 0.4 percentage points.",
        "Mould was found in 39 per cent. The 95 per cent confidence interval for damp was 12 to "
        "16 per cent.",
        "Only 22 per cent replied. We are confident that the proportion will be between 50 and 60 "
        "per cent next year.",
        "Damp stands at 39 per cent. We can be 95 per cent confident that the true value lies "
        "between 35 and 43 per cent.",
        "Rents rose by 39 per cent. The true figure for homes with damp is between 12 and 16 per "
        "cent.",
        "Among the 620 respondents under 25, the proportion was 21.0%, plus or minus 3.2 "
        "percentage points. In all 9,953 replied.",
    ],
)
def test_an_honest_margin_is_not_accused(text):
    assert "does not follow" not in [verdict for _, verdict in verdicts(find, text)]
