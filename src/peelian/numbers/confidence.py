"""From a confidence, such as 0.95, to the tail and the normal deviate that the formulas use."""

from scipy.special import ndtri

from peelian.numbers.checks import fraction


def tail(confidence: float) -> float:
    """Return the probability left out at each end: 0.025 for a confidence of 0.95."""
    return (1 - fraction("confidence", confidence)) / 2


def deviate(confidence: float) -> float:
    """Return how many standard errors each side takes in: 1.95996… for a confidence of 0.95."""
    return -float(ndtri(tail(confidence)))


def percentage(confidence: float) -> str:
    """Return the confidence as readers see it: ``95%``, ``99.8%``."""
    return f"{100 * confidence:g}%"
