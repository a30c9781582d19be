"""A range that is printed beside a figure and its margin: the figure less and plus the margin."""

from collections.abc import Iterator
from fractions import Fraction

from peelian.engines.publishing.checker.claims.margins.limits import ranges_after
from peelian.engines.publishing.checker.claims.margins.phrases import Half
from peelian.engines.publishing.checker.claims.saying import between, finding, number
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.text import Sentence
from peelian.numbers.rounding import rounded


def of_range(sentence: Sentence, half: Half) -> Iterator[Finding]:
    """ "35% (±4 points, that is, between 31% and 41%)": the limits against the margin."""
    if half.estimate is None or not isinstance(half.span.high, Fraction) or half.half.soft:
        return
    margin = rounded(half.half.value, half.half.decimals)
    middle = rounded(half.estimate.value, half.estimate.decimals)
    low, high = middle.minus(margin), middle.plus(margin)
    for limits in ranges_after(sentence, half.at + 1):
        fits = limits.span(limits.low).meets(low), limits.span(limits.high).meets(high)
        if not any(fits):
            continue
        plain = half.estimate.value, half.half.value
        computed = (
            f"{number(plain[0])} less and plus {number(plain[1])} is "
            f"{number(plain[0] - plain[1])} to {number(plain[0] + plain[1])}"
        )
        yield finding(
            sentence,
            About.MARGIN,
            Verdict.AGREES if all(fits) else Verdict.DOES_NOT_FOLLOW,
            (*limits.figures[::-1], half.estimate, half.half),
            computed=computed,
            allowed=f"{between(low)} and {between(high)}",
            because="" if all(fits) else "the limits are not the figure less and plus its margin",
        )
