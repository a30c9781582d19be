"""Thousands that are parted by spaces: "59 338 oz", "a total of 1 250 cases"."""

import re
from typing import Final

from peelian.engines.publishing.checker.language.lexicons import words

_SPACED: Final = re.compile(
    r"(?P<before>\b[a-z]+ |[\u00a3$\u20ac])?(?<!\d )(?<![\d.,])"
    r"(?P<number>\d{1,3}(?: \d{3})+)(?![\d.,]?\d| \d)"
)
_BEFORE_A_FIGURE: Final = words("of to from than at by about some nearly over was \u00a3 $ \u20ac")
_MEASURED: Final = re.compile(r" (?:oz|t|kg|km|ha|kwh|mwh|tonnes|tons|hectares|litres)\b")
_NOUN: Final = re.compile(r" (?!and\b|or\b|to\b|of\b|were\b|was\b|per\b)[a-z]")
_SIGNS: Final = 2  # of three


def joined(text: str) -> str:
    """A text of the same length whose thousands hold together, by spaces that part no tokens.

    Such digits are one figure before a measure, or where two of these are so: a figure must stand
    there, a thing is counted by it, there are more of them. Others may be two numbers.
    """
    many = len(_SPACED.findall(text))
    return _SPACED.sub(lambda match: _held(match, several=many > 1), text) if many else text


def _held(match: re.Match[str], *, several: bool) -> str:
    last = match.end()
    figure = (match["before"] or "").strip() in _BEFORE_A_FIGURE
    thing = _NOUN.match(match.string, last) is not None
    if figure + thing + several < _SIGNS and not _MEASURED.match(match.string, last):
        return match.group()
    return (match["before"] or "") + match["number"].replace(" ", "\u00a0")
