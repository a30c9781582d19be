"""Whether parts and their total agree, and whether the words allow to say that they do not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.saying import finding, number
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence
from peelian.numbers.rounding import INFINITE, Range, exactly, total


class Bound(StrEnum):
    """What the words say of the parts of a total."""

    ALL = "the parts are all there is"
    APART = "the parts exclude each other, but something may be left out"
    OPEN = "the parts may overlap or leave something out"


@dataclass(frozen=True)
class Sum:
    """A total and the parts listed for it; no ``whole`` stands for 100 per cent, or 100 pence.

    ``judged`` is the figure that a reader looks at: the total, or the remainder of percentages.
    """

    whole: Quantity | None
    parts: tuple[Quantity, ...]
    bound: Bound
    judged: Quantity


HUNDRED: Final = exactly(100)
PAIR: Final = 2
CLOSE: Final = Fraction(1, 10)
"""How far parts may be from a total that was softened, as a share of it. Peelian's own rule."""
_PERCENT: Final = 100
_BESIDE: Final = 4
_SIGNED: Final = words(
    "profit profits loss losses surplus deficit result results balance net earnings ebitda "
    "contribution migration cashflow margin gain gains"
)
_REST: Final = words("rest remainder others remaining")
_SCALES: Final = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def added(sentence: Sentence, readings: Sequence[Sum]) -> Iterator[Finding]:
    """One finding on what several readings of one sentence add up; the likeliest stands first."""
    for one in readings:
        if fits(one):
            if _is_close(one):
                yield _said(sentence, Verdict.AGREES, one)
            return
    if not readings or _may_be_below_nought(sentence, readings[0].whole):
        return
    if _refused(readings[0]) and not _left_open(sentence, readings[0]):
        yield _said(sentence, Verdict.DOES_NOT_FOLLOW, readings[0])


def _is_close(one: Sum) -> bool:
    """Whether parts and total are near enough to each other for their agreement to say a thing."""
    whole = Fraction(_PERCENT) if one.whole is None else one.whole.value
    return abs(_made(one.parts) - whole) <= whole * CLOSE


def _may_be_below_nought(sentence: Sentence, whole: Quantity | None) -> bool:
    """Whether a part that is left out may be less than nothing: of a profit, a net change."""
    if whole is None or whole.part != sentence.part:
        return False
    at = next((at for at, one in enumerate(sentence.row) if one.quantity is whole), 0)
    beside = sentence.row[max(0, at - _BESIDE) : at + _BESIDE]
    return any(one.text in _SIGNED for one in beside)


def fits(one: Sum) -> bool:
    """Whether some values that the printed parts stand for make the total."""
    return _sum(one.parts).meets(_whole(one))


def amount(value: Fraction | float, like: Quantity) -> str:
    """A number in the unit of a figure: ``£15.2 million``, ``62p``, ``24 per cent``, ``307``."""
    if like.what in (What.PERCENT, What.FRACTION):
        return f"{number(value)} per cent"
    if like.what is not What.MONEY or value == INFINITE:
        return number(value)
    if like.unit == "p":
        return f"{number(value)}p"
    for size, name in _SCALES:
        if value >= size:
            return f"{like.unit}{number(Fraction(value) / size, 3)} {name}"
    whole = Fraction(value).denominator == 1
    return f"{like.unit}{number(value)}" if whole else f"{like.unit}{float(value):,.2f}"


def amounts(span: Range, like: Quantity) -> str:
    """A range in the unit of a figure."""
    if span.high == INFINITE:
        return f"{amount(span.low, like)} or more"
    low, high = amount(span.low, like), amount(span.high, like)
    return low if low == high else f"{low} to {high}"


def hundredths(part: Quantity) -> Range:
    """What a part of a whole stands for: a share in words as per cent, all else as it is."""
    return part.span.by(100) if part.what is What.FRACTION else part.span


def _sum(parts: Sequence[Quantity]) -> Range:
    return total(hundredths(one) for one in parts)


def _made(parts: Sequence[Quantity]) -> Fraction:
    """The sum of parts as they are printed."""
    values = (one.value * (100 if one.what is What.FRACTION else 1) for one in parts)
    return sum(values, Fraction(0))


def _whole(one: Sum) -> Range:
    return HUNDRED if one.whole is None else one.whole.span


def _refused(one: Sum) -> bool:
    if one.bound is Bound.ALL:
        return True
    return one.bound is Bound.APART and _sum(one.parts).low > _whole(one).high


def _left_open(sentence: Sentence, one: Sum) -> bool:
    """Whether a part has no figure ("and the rest vacant"), or others count the same again.

    "30 men, 20 women, 10 sergeants and 5 inspectors" of 50: the first of them make the whole. The
    items of a list are no such sentence.
    """
    if _sum(one.parts).low > _whole(one).high:
        listed = len({part.part for part in one.parts}) > 1
        return (
            not listed
            and len(one.parts) > PAIR
            and any(
                _sum(one.parts[:many]).meets(_whole(one)) for many in range(PAIR, len(one.parts))
            )
        )
    row = sentence.row
    return any(
        item.text in _REST and not any(near.quantity for near in row[max(0, at - 3) : at + 4])
        for at, item in enumerate(row)
    )


def _said(sentence: Sentence, verdict: Verdict, one: Sum) -> Finding:
    span, like = _sum(one.parts), one.parts[0]
    terms = " + ".join(part.printed for part in one.parts)
    computed = f"{terms} is {amount(_made(one.parts), like)}"
    whole = one.whole
    grounds = [*one.parts] if whole is None else [whole, *one.parts]
    return finding(
        sentence,
        About.SUM,
        verdict,
        (one.judged, *(figure for figure in grounds if figure is not one.judged)),
        computed=computed,
        allowed=amounts(span, like),
        because="" if verdict is Verdict.AGREES else _reason(span, one),
    )


def _reason(span: Range, one: Sum) -> str:
    printed = amount(Fraction(100), one.parts[0]) if one.whole is None else one.whole.printed
    if span.low > _whole(one).high:
        return f"the parts come to more than {printed}"
    return f"the parts come to less than {printed}"
