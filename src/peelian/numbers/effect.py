"""What changed beyond what changed elsewhere, and what several such changes come to together.

Differences are set against differences, and ratios against ratios on the scale of their logarithms.
Each change comes with an interval of its own; nothing else of it is needed.
"""

import math
from collections.abc import Sequence

from peelian.numbers.change import ChangeEstimate
from peelian.numbers.confidence import deviate
from peelian.numbers.interval import METHODS
from peelian.numbers.ratios import NotComputable


def beyond(own: ChangeEstimate, others: ChangeEstimate, confidence: float = 0.95) -> ChangeEstimate:
    """Return the change here less the change elsewhere: a difference in differences.

    Of two ratios it is their ratio: 0.8 here and 0.9 elsewhere is 0.89. Takes the change elsewhere
    as what would have happened here too. Raises ``ValueError`` for a ratio and a difference.

    Source: Zou and Donner 2008 (the interval, from those of both changes).
    """
    if own.unchanged != others.unchanged:
        raise ValueError("One change is a difference and the other a ratio: give two of a kind.")
    (a, low_a, high_a), (b, low_b, high_b) = _plain(own), _plain(others)
    value = a - b
    lower = value - math.hypot(a - low_a, high_b - b)
    upper = value + math.hypot(high_a - a, b - low_b)
    return _written(value, lower, upper, own.unchanged, "mover", confidence)


def together(changes: Sequence[ChangeEstimate], confidence: float = 0.95) -> ChangeEstimate:
    """Return the mean of several changes, each weighted by how sure it is.

    Raises ``NotComputable`` where there is none, or one has no width to be weighted by, and
    ``ValueError`` for ratios among differences.

    Source: Cochran 1954, Biometrics 10:101-129 (weights by the inverse variance).
    """
    if not changes:
        raise NotComputable("There is no change to take together with others.")
    if len({one.unchanged for one in changes}) > 1:
        raise ValueError("Some changes are differences and some ratios: give all of a kind.")
    z = deviate(confidence)
    plain = [_plain(one) for one in changes]
    widths = [high - low for _value, low, high in plain]
    if min(widths) <= 0:
        raise NotComputable("One of the changes has no likely range, so it cannot be weighted.")
    weights = [(2 * z / width) ** 2 for width in widths]
    total = math.fsum(weights)
    value = math.fsum(w * one[0] for w, one in zip(weights, plain, strict=True)) / total
    half = z / math.sqrt(total)
    unchanged = changes[0].unchanged
    return _written(value, value - half, value + half, unchanged, "pooled", confidence)


def _plain(one: ChangeEstimate) -> tuple[float, float, float]:
    """Value and limits on a scale on which changes add up."""
    found = one.value, one.interval.lower, one.interval.upper
    if one.unchanged == 0:
        return found
    if min(found) <= 0:
        raise NotComputable("A ratio of 0 has no logarithm, so it cannot be set against another.")
    return math.log(found[0]), math.log(found[1]), math.log(found[2])


def _written(
    value: float, lower: float, upper: float, unchanged: float, method: str, confidence: float
) -> ChangeEstimate:
    if unchanged != 0:
        value, lower, upper = math.exp(value), math.exp(lower), math.exp(upper)
    return ChangeEstimate(value, METHODS[method].interval(lower, upper, confidence), unchanged)
