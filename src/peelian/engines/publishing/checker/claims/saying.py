"""How a claim becomes a finding: the same words for numbers and ranges, whatever was recomputed."""

from collections.abc import Sequence
from fractions import Fraction

from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.quantities import Quantity
from peelian.engines.publishing.checker.language.text import Sentence
from peelian.numbers.rounding import Range


def finding(
    sentence: Sentence,
    about: About,
    verdict: Verdict,
    figures: Sequence[Quantity],
    *,
    computed: str = "",
    allowed: str = "",
    because: str = "",
) -> Finding:
    """A finding on the first of ``figures``, the one that is judged; the others are its grounds.

    Figures that stand in another passage are told in words and not marked.
    """
    judged = figures[0]
    marks = tuple((one.start, one.end) for one in figures if one.part == sentence.part)
    return Finding(
        about,
        verdict,
        sentence.text,
        sentence.place,
        sentence.part,
        sentence.start,
        sentence.end,
        marks,
        judged.printed,
        computed,
        allowed,
        because,
    )


def number(value: Fraction | float | int, decimals: int = 2) -> str:
    """A number for readers: ``1,147,013``, ``78.48``; no zeros at the end, no needless decimals."""
    if value == float("inf"):
        return "any number"
    exact = Fraction(value)
    if exact.denominator == 1:
        return f"{int(exact):,}"
    said = f"{float(exact):,.{decimals}f}"
    return said.rstrip("0").rstrip(".") if decimals else said


def between(span: Range, decimals: int = 2) -> str:
    """A range for readers: ``78.35 to 78.45``, ``exactly 748``, ``3,000 or more``."""
    if span.high == float("inf"):
        return f"{number(span.low, decimals)} or more"
    low, high = number(span.low, decimals), number(span.high, decimals)
    return low if low == high else f"{low} to {high}"
