"""Numbers that the words beside them tell apart: "nine points", "week 24", "or 14p a share"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.language.item import DATE, LABEL, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import (
    Quantity,
    What,
    rounded_figure,
)

_POINTS: Final = words("point points")
_VISITS: Final = words("week month day year visit wave cycle hour session")
"""Words before a number that counts nothing, but tells when something was measured."""


def in_points(row: Sequence[Item]) -> list[Item]:
    """A row with "nine points" as percentage points, where percentages are what it speaks of."""
    if not any(one.tag == What.PERCENT for one in row):
        return list(row)
    done: list[Item] = []
    skip = 0
    for at, item in enumerate(row):
        if skip:
            skip -= 1
            continue
        number, length = item.quantity, _length(row, at)
        if number is None or not length:
            done.append(item)
            continue
        done.append(_pointed(item, number, row[at + length], basis=length > 1))
        skip = length
    return done


def _length(row: Sequence[Item], at: int) -> int:
    """How many words after a bare number say that it is in points; 0 for none."""
    number = row[at].quantity
    if number is None or number.what is not What.COUNT or number.decimals < 0:
        return 0
    ahead = [one.text for one in row[at + 1 : at + 4]]
    again = at > 0 and row[at - 1].text == "or"
    if again or any(one in ("or", "(") for one in ahead[1:2]):
        return 0  # "7.4% or 66.75 points": points of an index, said in per cent too
    if ahead[:1] and ahead[0] in _POINTS:
        return 1
    return 2 if ahead[:1] == ["basis"] and ahead[1:] and ahead[1] in _POINTS else 0


def _pointed(item: Item, number: Quantity, last: Item, *, basis: bool) -> Item:
    unit = Fraction(1, 100) if basis else Fraction(1)
    plain = not (number.soft or number.ranged)
    span = rounded_figure(number.value, number.decimals) if plain else number.span
    said = replace(number, what=What.POINTS, value=number.value * unit, span=span.by(unit))
    return Item(What.POINTS.value, item.text, item.start, last.end, said)


_CURRENCIES: Final = words("rs inr usd eur gbp cad aud chf sek nok dkk rm ksh kes ngn zar")


def in_currency(row: Sequence[Item]) -> list[Item]:
    """A row in which "Rs 80" is an amount that was rounded, and no count."""
    done = list(row)
    for at, item in enumerate(row):
        number = item.quantity
        if number is None or number.what is not What.COUNT or not number.exact or at == 0:
            continue
        behind = [one.text for one in row[max(0, at - 2) : at]]
        if behind[-1] in _CURRENCIES or (behind[-1] == "." and behind[0] in _CURRENCIES):
            span = rounded_figure(number.value, number.decimals)
            done[at] = replace(item, quantity=replace(number, span=span))
    return done


_SHARING: Final = words("a an per each every")
_QUARTER: Final = re.compile(r"(?:q[1-4]|h[12])", re.ASCII)
_LONGEST: Final = 6


def in_quarters(row: Sequence[Item]) -> list[Item]:
    """A row in which "Q1 23/24" is one date and no two numbers."""
    done: list[Item] = []
    skip = 0
    for at, item in enumerate(row):
        if skip:
            skip -= 1
            continue
        if item.tag == LABEL and _QUARTER.fullmatch(item.text):
            ahead = "".join(one.tag for one in row[at + 1 : at + 4])
            if ahead in ("n/n", "d"):
                skip = len(ahead)
                last = row[at + skip]
                said = " ".join(one.text for one in row[at : at + skip + 1])
                done.append(Item(DATE, said, item.start, last.end))
                continue
        done.append(item)
    return done


def without_asides(row: Sequence[Item]) -> list[Item]:
    """A row without ", or 13.56 rupees a share,": the same amount by the piece."""
    if not any(one.text == "or" for one in row):
        return list(row)
    done: list[Item] = []
    at = 0
    while at < len(row):
        length = _by_the_piece(row, at)
        at += length
        if not length:
            done.append(row[at])
            at += 1
    return done


def _by_the_piece(row: Sequence[Item], at: int) -> int:
    """How many items an amount by the piece takes from a comma on; 0 where there is none."""
    said = row[at : at + 3]
    if len(said) < 3 or said[0].tag != "," or said[1].text != "or" or said[2].quantity is None:
        return 0
    for last in range(at + 3, min(len(row), at + _LONGEST + 3)):
        if row[last].tag in ",.":
            inside = row[at + 3 : last]
            each = any(one.text in _SHARING or one.tag == What.PER.value for one in inside)
            return last - at if each and all(one.tag in "wr" for one in inside) else 0
    return 0


def is_visit(row: Sequence[Item], at: int) -> bool:
    """Whether a number tells when something was measured: the 24 of "at week 24"."""
    number = row[at].quantity
    if number is None or number.what is not What.COUNT or number.soft or at == 0:
        return False
    return row[at - 1].text in _VISITS and number.whole is not None
