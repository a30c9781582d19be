"""A share and the shares of those who were strongly and somewhat of that mind.

"Seven in ten (68%) agree (39% strongly, 29% somewhat)", "44% say that it should definitely (24%) or
probably (20%) go ahead": whoever is of a mind is so in one measure, so the parts make the share.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from peelian.engines.publishing.checker.claims.sums.adding import Bound, Sum
from peelian.engines.publishing.checker.claims.sums.overlaps import overlapping
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text

_MEASURES: Final = words(
    "strongly somewhat very fairly quite definitely probably certainly completely totally slightly "
    "mostly moderately extremely"
)
_BESIDE: Final = 2
_FEWEST: Final = 2

Part = tuple[int, Quantity, str]
"""The number of its item, the share, and the word that says how strongly."""


def sums(text: Text, sentence: Sentence) -> Iterator[tuple[Sum, ...]]:
    """The reading of every share with the measures in which people are of that mind."""
    for parts in (*_in_brackets(sentence.row), _bracketed(sentence.row)):
        if len(parts) < _FEWEST or len({word for _, _, word in parts}) < len(parts):
            continue
        shares = tuple(part for _, part, _ in parts)
        wholes = _wholes(sentence.row, parts[0][0])
        if wholes and not overlapping(text, sentence):
            yield tuple(Sum(whole, shares, Bound.ALL, whole) for whole in wholes)


def _in_brackets(row: Sequence[Item]) -> Iterator[list[Part]]:
    """The shares of one bracket, where each has its measure: "(39% strongly/29% somewhat)"."""
    for at, item in enumerate(row):
        if item.tag != "(":
            continue
        last = next((one for one in range(at + 1, len(row)) if row[one].tag in "()"), at)
        shares = [one for one in range(at, last) if row[one].tag == What.PERCENT]
        parts = [part for one in shares if (part := _part(row, one, one + 1)) is not None]
        if len(parts) == len(shares):
            yield parts


def _bracketed(row: Sequence[Item]) -> list[Part]:
    """The shares that stand in brackets behind their measures: "definitely (24%)"."""
    return [
        part
        for at in range(2, len(row) - 1)
        if row[at].tag == What.PERCENT
        and row[at - 1].tag == "("
        and row[at + 1].tag == ")"
        and (part := _part(row, at, at - 2)) is not None
    ]


def _part(row: Sequence[Item], at: int, beside: int) -> Part | None:
    share = row[at].quantity
    near = row[beside : beside + _BESIDE] if beside > at else row[beside : beside + 1]
    word = next((one.text for one in near if one.text in _MEASURES), "")
    return (at, share, word) if share is not None and word else None


def _wholes(row: Sequence[Item], first: int) -> list[Quantity]:
    """The shares before the parts, the nearest first, with no count between it and them."""
    found: list[Quantity] = []
    for at in range(first - 1, -1, -1):
        figure = row[at].quantity
        if figure is None:
            continue
        if figure.what is What.PERCENT:
            found.append(figure)
        elif not found:
            return []
    return found
