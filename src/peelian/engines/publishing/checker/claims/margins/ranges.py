"""A range that is printed beside a figure and its margin: the figure less and plus the margin."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.margins.limits import Limits, ranges_after
from peelian.engines.publishing.checker.claims.margins.phrases import Half
from peelian.engines.publishing.checker.claims.saying import between, finding, number
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import lexicon, tags
from peelian.engines.publishing.checker.language.text import Sentence
from peelian.numbers.rounding import rounded

_THAT_IS: Final = lexicon(I="that_is i.e. ie i.e meaning which_means")
_PLAIN: Final = words(
    "between from percentage point points that is i.e. ie i.e meaning which means"
)


def of_range(sentence: Sentence, half: Half) -> Iterator[Finding]:
    """ "35% (±4 points, that is, between 31% and 41%)": the limits against the margin."""
    if half.estimate is None or not isinstance(half.span.high, Fraction) or half.half.soft:
        return
    margin = rounded(half.half.value, half.half.decimals)
    middle = rounded(half.estimate.value, half.estimate.decimals)
    low, high = middle.minus(margin), middle.plus(margin)
    for limits in ranges_after(sentence, half.at + 1):
        if limits.low > limits.high:
            continue  # "a 51%-45% lead" is a score
        fits = limits.span(limits.low).meets(low), limits.span(limits.high).meets(high)
        if not any(fits) and not _is_explained(sentence.row, half, limits):
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


def _is_explained(row: Sequence[Item], half: Half, limits: Limits) -> bool:
    """Whether "that is" and nothing else leads from a margin to a range."""
    first = next((at for at, one in enumerate(row) if one.start == limits.figures[0].start), 0)
    gap = row[half.at + 1 : first]
    return "I" in tags(gap, _THAT_IS) and all(
        one.tag in ",(:-)" or one.text in _PLAIN for one in gap
    )
