"""Shares in words: "two-thirds", "half of", "a quarter", "one in five", "nine out of ten"."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.numerals import SIGNS, numeral
from peelian.engines.publishing.checker.language.quantities import (
    COMMON,
    Quantity,
    What,
    span_of_fraction,
)
from peelian.engines.publishing.checker.language.tokens import Form, Token
from peelian.numbers.rounding import Range

_PARTS: Final = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "ninth": 9,
    "ninths": 9,
    "tenth": 10,
    "tenths": 10,
}
_HOW_MANY: Final = dict(
    zip(
        ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
        (1, 1, 2, 3, 4, 5, 6, 7, 8, 9),
        strict=True,
    )
)
_SHARE_FOLLOWS: Final = words(
    "of were are was is had have has said did do does agreed felt reported the all ( ) , . ; : "
    "- more less fewer lower higher in as over under from compared would could to who that and "
    "or against by with on only since between during before after when while what waited took "
    "received lasted"
)
_WHICH_HALF: Final = words("first second and this that last other latter a")
OPENING: Final = frozenset({*_HOW_MANY, *_PARTS})
"""The words with which a share may begin, but for those of numbers and those with a hyphen."""

_IN: Final = words("in out")
_IDIOM_BASES: Final = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1000})


def fraction(text: str, run: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """The share in words that starts at a token, and the token after it."""
    return _sign(text, run, at) or _parts(text, run, at) or _one_in(text, run, at)


def _sign(text: str, run: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    share = SIGNS.get(run[at].text)
    return _made(text, run, at, at + 1, share) if share else None


def _parts(text: str, run: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """ "two-thirds", "two thirds", "a third of", "half the"; never "the third" or "half-year"."""
    said = run[at].text.split("-")
    after = at + 1
    if len(said) == 1 and said[0] in _HOW_MANY and after < len(run):
        said, after = [said[0], run[after].text], after + 1
    if len(said) == 2 and said[0] in _HOW_MANY and said[1] in _PARTS:
        many, parts = _HOW_MANY[said[0]], _PARTS[said[1]]
        plural = said[1].endswith("s")
        if plural == (many > 1) and many < parts and (plural or _is_share(run, after)):
            return _made(text, run, at, after, Fraction(many, parts))
    if run[at].text == "half" and _is_share(run, at + 1) and not _ordinal(run, at):
        return _made(text, run, at, at + 1, Fraction(1, 2))
    return None


def _is_share(run: Sequence[Token], after: int) -> bool:
    return after >= len(run) or run[after].text in _SHARE_FOLLOWS


def _ordinal(run: Sequence[Token], at: int) -> bool:
    """Whether it is some half and no share; "and half of them", "that half of them" are shares."""
    before = run[at - 1].text if at else ""
    shared = before in ("and", "that") and at + 1 < len(run) and run[at + 1].text == "of"
    return before in _WHICH_HALF and not shared


def _one_in(text: str, run: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """ "one in five", "1 in every 5", "nine out of ten"; "8 out of 10" in figures is a count."""
    if run[at].form is Form.NUMBER and not any(one.text in _IN for one in run[at + 1 : at + 4]):
        return None  # no number in figures has more than three tokens
    many = numeral(run, at) if run[at].text != "a" else None
    if many is None or many.value < 1 or many.decimals:
        return None
    place, joined = many.after, [one.text for one in run[many.after : many.after + 2]]
    if joined[:1] == ["in"]:
        place += 1
    elif joined == ["out", "of"] and not many.digits:
        place += 2
    else:
        return None
    if place < len(run) and run[place].text == "every":
        place += 1
    base = numeral(run, place)
    if base is None or base.value not in _IDIOM_BASES or base.value <= many.value or base.decimals:
        return None
    if base.digits != many.digits and not many.value <= 9:
        return None
    share = Fraction(many.value, base.value)
    half = Fraction(1, 2)
    if many.value == 1:
        span = Range(1 / (base.value + half), 1 / (base.value - half))
    elif share in COMMON:
        span = span_of_fraction(share)
    else:
        span = Range((many.value - half) / base.value, (many.value + half) / base.value)
    return _made(text, run, at, base.after, share, span)


def _made(
    text: str,
    run: Sequence[Token],
    at: int,
    after: int,
    share: Fraction,
    span: Range | None = None,
) -> tuple[Quantity, int]:
    start, end = run[at].start, run[after - 1].end
    found = span or span_of_fraction(share)
    digits = run[at].form is Form.NUMBER
    quantity = Quantity(
        What.FRACTION, share, found, start, end, text[start:end], soft="about", digits=digits
    )
    return quantity, after
