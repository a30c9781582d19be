"""Numbers as they are written: digits with their grouping, scales, and numbers in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.language.tokens import Form, Token

_ONES: Final = dict(
    zip(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        range(20),
        strict=True,
    )
)
_TENS: Final = {
    word: 20 + 10 * at
    for at, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    )
}
_SCALES: Final = {
    "thousand": 3,
    "k": 3,
    "lakh": 5,
    "million": 6,
    "m": 6,
    "mn": 6,
    "crore": 7,
    "billion": 9,
    "bn": 9,
    "trillion": 12,
    "tn": 12,
}
SIGNS: Final = {
    "\u00bd": Fraction(1, 2),
    "\u2153": Fraction(1, 3),
    "\u2154": Fraction(2, 3),
    "\u00bc": Fraction(1, 4),
    "\u00be": Fraction(3, 4),
    "\u2155": Fraction(1, 5),
}
"""Fractions that are one sign."""

_IN_WORDS: Final = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9}
OPENING: Final = frozenset({*_ONES, *_TENS, *SIGNS, "a", "an"})
"""The words with which a number may begin, but for those with a hyphen."""


@dataclass(frozen=True)
class Numeral:
    """A number as written: ``decimals`` is -6 for whole millions, ``digits`` whether in figures.

    ``after`` is the first token that no longer belongs to it.
    """

    value: Fraction
    decimals: int
    after: int
    digits: bool


def numeral(run: Sequence[Token], at: int) -> Numeral | None:
    """The number that starts at a token, or nothing."""
    if at >= len(run):
        return None
    if run[at].form is Form.NUMBER:
        return _in_digits(run, at)
    if run[at].form is Form.WORD:
        return _in_words(run, at)
    return None


def _in_digits(run: Sequence[Token], at: int) -> Numeral:
    plain = run[at].text.replace("\u00b7", ".")
    plain = "".join(sign for sign in plain if sign.isdecimal() or sign == ".")
    whole, _, broken = plain.partition(".")
    decimals = len(broken)
    value, after = Fraction(int(whole + broken), 10**decimals), at + 1
    if not decimals and after < len(run) and run[after].start == run[at].end:
        part = SIGNS.get(run[after].text)
        if part is not None:
            value, decimals, after = value + part, 1, after + 1
    if after < len(run) and run[after].text in _SCALES:
        close = run[after].start == run[after - 1].end
        if close or len(run[after].text) > 2:
            power = _SCALES[run[after].text]
            return Numeral(value * 10**power, decimals - power, after + 1, digits=True)
    return Numeral(value, decimals, after, digits=True)


def _in_words(run: Sequence[Token], at: int) -> Numeral | None:
    """Words up to the billions: ``ninety-four``, ``one hundred and five``, ``two thousand``."""
    value, group, after, seen = 0, 0, at, False
    while after < len(run) and run[after].form is Form.WORD:
        word = run[after].text
        small = _below_hundred(word)
        if small is not None and (group % 100 == 0 or _ones_fit(group, small)):
            group += small
        elif word == "hundred" and seen and 0 < group < 100:
            group *= 100
        elif word in _IN_WORDS and seen and word != "hundred" and group:
            value, group = value + group * 10 ** _IN_WORDS[word], 0
        elif word == "and" and seen and (group >= 100 or value) and group % 100 == 0:
            if after + 1 >= len(run) or _below_hundred(run[after + 1].text) is None:
                break
        elif word in ("a", "an") and not seen and _next_is_scale(run, after):
            group = 1
        else:
            break
        seen, after = True, after + 1
    if not seen:
        return None
    return Numeral(Fraction(value + group), 0, after, digits=False)


def _ones_fit(group: int, small: int) -> bool:
    """Whether "four" may follow what was read: after "twenty", never after "twenty-one"."""
    return small < 10 and group % 10 == 0 and group % 100 >= 20


def _below_hundred(word: str) -> int | None:
    tens, _, ones = word.partition("-")
    if ones:
        small = _ONES.get(ones, 0)
        return _TENS[tens] + small if tens in _TENS and 0 < small < 10 else None
    return _ONES.get(word, _TENS.get(word))


def _next_is_scale(run: Sequence[Token], at: int) -> bool:
    return at + 1 < len(run) and run[at + 1].text in _IN_WORDS
