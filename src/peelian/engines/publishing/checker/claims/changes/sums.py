"""Whether a change follows from the two figures it leads between, in every reading of its words."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.changes.rows import measured
from peelian.engines.publishing.checker.claims.changes.size import Size
from peelian.engines.publishing.checker.claims.changes.words import DOWN, UP
from peelian.engines.publishing.checker.claims.saying import between, number
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.units import HOURS
from peelian.numbers.rounding import Range, exactly

WHOLE: Final = Fraction(100)
_BEFORE_NUMBER: Final = frozenset("£$€")
_WIDE: Final = Fraction(2)
_NARROW: Final = Fraction(3, 10)
"""How wide the range of a change may be, as a part of its size, for a fit to be worth saying."""
_FARTHEST: Final = 10_000
_MANY: Final = 1000
_NONE: Final = Fraction(0)
_UNITS: Final = (Fraction(100), Fraction(10))
"""What two counts of a thousand or more are taken as rounded to, where both end so."""
_LOOSE: Final = Fraction(1, 4)
"""How far from a half "almost halved" reaches, as a part of it. Peelian's own."""


@dataclass(frozen=True)
class Reading:
    """One way to read a change: the range that the two figures allow, in the unit of its size."""

    allowed: Range
    said: Range
    words: str
    unit: str

    @property
    def fits(self) -> bool:
        """Whether the printed size may be meant so."""
        return self.allowed.meets(self.said)

    def tells(self, *, loose: bool) -> bool:
        """Whether what the figures allow is narrow enough for a fit to say anything.

        It must be narrower where no phrase joins the figures, since a fit may then be chance.
        """
        high, most = self.allowed.high, _NARROW if loose else _WIDE
        if not isinstance(high, Fraction) or not isinstance(self.said.high, Fraction):
            return not loose
        return high - self.allowed.low <= most * self.said.high


def readings(size: Size, old: Quantity, new: Quantity) -> list[Reading]:
    """Every plausible reading of a size between an earlier and a later figure; none if unlike.

    Two counts that both end in a nought may be rounded: that is tried where the rest fails.
    """
    first, last = measured(old), measured(new)
    if not (isinstance(first.high, Fraction) and isinstance(last.high, Fraction)):
        return []
    if old.what is not new.what or first.low <= 0 or _far_apart(old, new):
        return []
    way = size.way or (UP if new.value >= old.value else DOWN)
    found = list(_readings(size, old, new, first, last, way))
    unit = _unit(old, new)
    if unit and not any(one.fits for one in found):
        first, last = (Range(one.value - unit / 2, one.value + unit / 2) for one in (old, new))
        found += [one for one in _readings(size, old, new, first, last, way) if one.fits]
    return found


def _far_apart(old: Quantity, new: Quantity) -> bool:
    """Whether one figure is so many times the other that one of them lost its "billion"."""
    low, high = sorted((old.value, new.value))
    return low > 0 and high > _FARTHEST * low and old.what is What.MONEY


def _unit(old: Quantity, new: Quantity) -> Fraction:
    """What two counts may be rounded to by their noughts; 0 where they are not."""
    counts = (old, new)
    if not all(one.what is What.COUNT and one.exact and one.value >= _MANY for one in counts):
        return Fraction(0)
    return next((unit for unit in _UNITS if all(one.value % unit == 0 for one in counts)), _NONE)


def _readings(
    size: Size, old: Quantity, new: Quantity, first: Range, last: Range, way: int
) -> Iterator[Reading]:
    number_ = size.quantity
    shares = old.what is What.PERCENT
    match number_.what:
        case What.PERCENT if not size.factor:
            yield _relative(old, new, first, last, way, number_.span)
            if shares and not size.relative:
                yield _difference(old, new, first, last, way, number_.span, "percentage points")
        case What.POINTS if shares:
            yield _difference(old, new, first, last, way, number_.span, "percentage points")
        case What.FRACTION if size.factor:
            yield from _ratios(size, old, new, first, last)
        case What.FRACTION:
            yield _relative(old, new, first, last, way, number_.span.by(WHOLE))
        case What.TIMES:
            yield from _ratios(size, old, new, first, last)
        case What.COUNT if shares:
            yield _difference(old, new, first, last, way, _half(number_), "percentage points")
        case other if other is old.what:
            yield _difference(old, new, first, last, way, measured(number_), "")
        case _:
            return


def _half(size: Quantity) -> Range:
    half = Fraction(1, 2)
    return Range(max(Fraction(0), size.span.low - half), size.value + half)


def _relative(
    old: Quantity, new: Quantity, first: Range, last: Range, way: int, said: Range
) -> Reading:
    """The change in per cent of the earlier figure."""
    ratio = last.over(first).by(WHOLE)
    high = ratio.high if isinstance(ratio.high, Fraction) else ratio.low
    allowed = Range(ratio.low - WHOLE, high - WHOLE)
    if way == DOWN:
        allowed = Range(WHOLE - high, WHOLE - ratio.low)
    exact = abs(new.value - old.value) / old.value * WHOLE
    words = f"from {old.printed} to {new.printed} is {_named(old, new)} of {number(exact)} per cent"
    return Reading(allowed, said, words, "per cent")


def _difference(
    old: Quantity, new: Quantity, first: Range, last: Range, way: int, said: Range, unit: str
) -> Reading:
    """The change as a difference, in the unit of the figures."""
    allowed = last.minus(first) if way == UP else first.minus(last)
    gap = abs(new.value - old.value)
    scale = Fraction(1)
    if new.what is What.DURATION and new.unit in HOURS:
        scale, unit = HOURS[new.unit], f"{new.unit}s"
    if new.what is What.MONEY and new.unit != "p":
        unit = new.unit
        words = f"{_named(old, new)} of {new.unit}{number(gap)}"
    else:
        words = f"{_named(old, new)} of {number(gap / scale)} {unit}".rstrip()
    return Reading(
        allowed.by(1 / scale),
        said.by(1 / scale),
        f"from {old.printed} to {new.printed} is {words}",
        unit,
    )


def _ratios(
    size: Size, old: Quantity, new: Quantity, first: Range, last: Range
) -> Iterator[Reading]:
    """How many times one figure is the other; "two times more" may also be three times as much."""
    said = _factor(size.quantity)
    over = f"{new.printed} is {number(new.value / old.value)} times {old.printed}"
    yield Reading(last.over(first), said, over, "times")
    more = _and_one(said) if size.more else None
    if more is not None:
        yield Reading(last.over(first), more, over, "times")
    if last.low > 0 and new.value and size.way != UP:
        under = f"{old.printed} is {number(old.value / new.value)} times {new.printed}"
        if size.way == DOWN:
            yield Reading(first.over(last), said, under, "times")
            if more is not None:
                yield Reading(first.over(last), more, under, "times")


def _factor(number_: Quantity) -> Range:
    """What a factor may stand for: more than halved is less than a half, and so on."""
    value = number_.value
    if number_.what is not What.TIMES or value >= 1:
        return number_.span
    least = value * _LOOSE
    match number_.soft:
        case "over":
            return Range(Fraction(0), value)
        case "just over":
            return Range(value - least, value)
        case "nearly":
            return Range(value, value + least)
        case "under":
            return Range(value, Fraction(1))
        case _:
            return number_.span


def _and_one(span: Range) -> Range:
    return span.plus(exactly(1))


def _named(old: Quantity, new: Quantity) -> str:
    return "a rise" if new.value > old.value else "a fall" if new.value < old.value else "a change"


def base_before(size: Size, new: Quantity) -> Range | None:
    """The earlier figure that a later one and the size of the change imply, or nothing."""
    last, said = measured(new), size.quantity
    if not isinstance(last.high, Fraction) or not size.way:
        return None
    if said.what is What.PERCENT and isinstance(said.span.high, Fraction):
        if size.way == UP:
            return last.by(WHOLE).over(said.span.plus(exactly(WHOLE)))
        if said.span.high < WHOLE:
            return last.by(WHOLE).over(exactly(WHOLE).minus(said.span))
        return None
    step = measured(said)
    if said.what is not new.what or not isinstance(step.high, Fraction):
        return None
    found = last.minus(step) if size.way == UP else last.plus(step)
    return found if found.low > 0 else None


def base_of_both(percent: Size, step: Size) -> Range | None:
    """The earlier figure that a percentage and a difference imply together, or nothing."""
    span = percent.quantity.span
    if span.low <= 0:
        return None
    return measured(step.quantity).by(WHOLE).over(span)


def said_range(reading: Reading) -> str:
    """The range that rounding allows, with its unit."""
    if reading.unit in _BEFORE_NUMBER:
        return in_money(between(reading.allowed), reading.unit)
    return f"{between(reading.allowed)} {reading.unit}".rstrip()


def said_base(base: Range, like: Quantity) -> str:
    """An implied figure for readers, in the unit of a printed one: whole from 100 on."""
    said = between(base, 0 if base.low >= 100 else 2)
    return in_money(said, like.unit) if like.what is What.MONEY else said


def in_money(range_: str, unit: str) -> str:
    """A range with its currency: "£1,300,000 to £1,500,000"; pence stand without."""
    if unit not in _BEFORE_NUMBER:
        return range_
    return " to ".join(f"{unit}{end}" for end in range_.split(" to "))
