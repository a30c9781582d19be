"""Limits that a share lies beyond or within: "longer than an hour", "within 4 hours", "or more"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.language.item import WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence
from peelian.engines.publishing.checker.language.units import HOURS
from peelian.numbers.rounding import exactly


@dataclass(frozen=True)
class Limit:
    """A limit and which side of it is meant.

    ``value`` is in hours, pounds or pieces and exact: a limit is set and not measured; of two
    numbers it is the lower. ``first``
    and ``last`` bound its items, the words for the side included. ``owned`` is said of "two years'
    service": not how long something took, but how much of it there is.
    """

    figure: Quantity
    value: Fraction
    above: bool
    first: int
    last: int
    owned: bool


_LIMITED: Final = (What.COUNT, What.DURATION, What.MONEY)
_ABOVE: Final = words(
    "longer_than later_than older_than higher_than beyond exceeded exceeding exceed only_after "
    "more_than over"
)
_BELOW: Final = words("within inside shorter_than sooner_than younger_than less_than under")
_ABOVE_AFTER: Final = words("longer later plus")
_BELOW_AFTER: Final = words("sooner shorter quicker")
_OR_MORE: Final = words("or_more or_over or_above")
_OR_FEWER: Final = words("or_fewer or_less or_under")
_NOT: Final = words("not never neither nor without")
_SOFT: Final = {"over": True, "just over": True, "under": False}


def limits(sentence: Sentence) -> Iterator[Limit]:
    """Every limit in a sentence, in order."""
    row = sentence.row
    for at, item in enumerate(row):
        figure, last = item.quantity, at + 1
        if figure is None or (item.text == "half" and _a_unit(sentence, at) is not None):
            figure = _a_unit(sentence, at)
            last = at + 3 if item.text == "half" else at + 2
        if figure is None:
            continue
        if figure.what not in _LIMITED:
            continue
        side = _side(row, at, last, figure)
        if side is None:
            continue
        above, first, last = side
        if _denied(row, first):
            above = not above
        owned = last < len(row) and row[last].text in ("'", "\u2019")
        value = figure.span.low if figure.ranged else figure.value
        yield Limit(figure, value, above, first, last, owned)


def _side(
    row: Sequence[Item], at: int, last: int, figure: Quantity
) -> tuple[bool, int, int] | None:
    """Whether beyond the number, and the first and last item that say so.

    What lies between two numbers lies beyond the lower.
    """
    if figure.ranged:
        between = at > 0 and row[at - 1].text in ("between", "from")
        return (True, at - 1, last) if between else None
    ahead = [one.text for one in row[last : last + 2]]
    after = last + 2 if ahead[:1] == ["or"] else last
    if figure.soft in _SOFT:
        return _SOFT[figure.soft], at, after
    for length in (2, 1):
        said = " ".join(one.text for one in row[max(0, at - length) : at])
        if said in _ABOVE or said in _BELOW:
            return said in _ABOVE, at - length, last
    if figure.what is What.COUNT and len(row) > last + 2 and row[last].tag == WORD:
        said = " ".join(one.text for one in row[last + 1 : last + 3])
        if said in _OR_MORE | _OR_FEWER:
            return said in _OR_MORE, at, last + 3
    if ahead[:1] == ["or"] and ahead[1:] and ahead[1] in _ABOVE_AFTER | _BELOW_AFTER:
        return ahead[1] in _ABOVE_AFTER, at, after
    return None


def _denied(row: Sequence[Item], first: int) -> bool:
    """ "Were not attended within seven days": the other side is meant."""
    for one in reversed(row[max(0, first - 5) : first]):
        if one.tag in ("p", "f", ",", ";"):
            return False
        if one.text in _NOT or one.text.endswith("n't"):
            return True
    return False


def _a_unit(sentence: Sentence, at: int) -> Quantity | None:
    """ "An hour", "one week", "half a day": one of the unit, or half of one."""
    row = sentence.row
    half = row[at].text == "half"
    article = at + 1 if half else at
    if article + 1 >= len(row) or row[article].text not in ("a", "an", "one"):
        return None
    unit, first, last = row[article + 1].text, row[at], row[article + 1]
    if unit not in HOURS:
        return None
    printed = sentence.text[first.start - sentence.start : last.end - sentence.start]
    value = HOURS[unit] / 2 if half else HOURS[unit]
    return Quantity(
        What.DURATION,
        value,
        exactly(value),
        first.start,
        last.end,
        printed,
        unit=unit,
        digits=False,
        part=sentence.part,
    )
