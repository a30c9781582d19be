"""What a change is held against: which months of whom, before and after.

The month in which a change starts is left out unless it starts on its first day: such a month is
neither before nor after.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final

from peelian.engines.evaluations.models import Evaluation
from peelian.engines.measures.periods import Period
from peelian.records.months import ordinal, shift

YEAR: Final = 12


class Comparison(StrEnum):
    """What the change is held against."""

    BEFORE = "before"  # the same before it began
    MATCHED = "matched"  # and others who never have it, over the same months
    STEPPED = "stepped"  # those who begin later, as one after the other begins


@dataclass(frozen=True)
class Window:
    """Those of `units` before and after, held against `others` over the same months.

    No unit is the whole force, no other is no comparison beside.
    """

    units: tuple[str, ...]
    before: Period
    after: Period
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Design:
    """The plan of a comparison. `starts` maps each unit, "" for the whole force, to its first day.

    `first` is the first month before the change, `last` the last one after it.
    """

    comparison: Comparison
    first: str
    last: str
    starts: Mapping[str, date]
    told_apart_by: str = ""
    others: tuple[str, ...] = ()

    @property
    def starts_on(self) -> date:
        """The first day on which anybody has the change."""
        return min(self.starts.values())

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """Every comparison that is made; none where no month or nobody is left to compare with."""
        if self.comparison is Comparison.STEPPED:
            return tuple(self._steps())
        before, after = month_before(self.starts_on), month_after(self.starts_on)
        if self.first > before or after > self.last:
            return ()
        units = tuple(unit for unit in self.starts if unit)
        window = Window(units, Period(self.first, before), Period(after, self.last), self.others)
        return (window,)

    @property
    def left_out(self) -> tuple[str, ...]:
        """Units that have the change and are compared with nobody: the last ones of the steps."""
        compared = {unit for window in self.windows for unit in window.units}
        return tuple(unit for unit in self.starts if unit and unit not in compared)

    def _steps(self) -> Iterator[Window]:
        """Each unit over as many months on both sides as there are before the first one begins.

        Held against those who have not begun by the end of it, so that nobody who has the change
        already stands for what would have happened without it.
        """
        reach = ordinal(month_before(self.starts_on)) - ordinal(self.first) + 1
        if reach < 1:
            return
        for unit, day in self.starts.items():
            before, after = month_before(day), month_after(day)
            end = shift(after, reach - 1)
            later = [one for one, on in self.starts.items() if month_before(on) >= end]
            others = (*later, *self.others)
            if others and end <= self.last:
                yield Window(
                    (unit,), Period(shift(before, 1 - reach), before), Period(after, end), others
                )


def month_before(day: date) -> str:
    """The last whole month before a day."""
    return shift(f"{day:%Y-%m}", -1)


def month_after(day: date) -> str:
    """The first whole month from a day on."""
    month = f"{day:%Y-%m}"
    return month if day.day == 1 else shift(month, 1)


def design_of(one: Evaluation) -> Design:
    """The plan that was registered."""
    return Design(
        comparison=Comparison(one.comparison),
        first=one.first,
        last=one.last,
        starts={unit: date.fromisoformat(day) for unit, day in one.starts},
        told_apart_by=one.told_apart_by,
        others=tuple(one.others),
    )


def caveats(design: Design) -> tuple[str, ...]:
    """What the comparison cannot rule out, to be accepted before it is registered."""
    return tuple(_caveats(design))


def _caveats(design: Design) -> Iterator[str]:
    if design.comparison is Comparison.BEFORE:
        yield (
            "Whatever else changed in the same months changes the figure as well: this comparison "
            "cannot tell the two apart."
        )
        yield (
            "What is chosen because it stood out, for better or worse, comes back towards its "
            "usual level by itself."
        )
    else:
        yield (
            "It takes for granted that without the change the figure would have gone here as it "
            "went among those held against it."
        )
        yield "Whoever has the change was not chosen by lot, so they may differ in other ways."
    if design.comparison is Comparison.STEPPED:
        yield (
            "Those who begin later stand for several who began earlier, so the steps are not quite "
            "independent and the likely range is a little too narrow."
        )
    if any(not _same_seasons(window) for window in design.windows):
        yield "The months before and after are not the same of the year, so seasons play a part."
    yield (
        "The likely range knows chance in the counts alone, and nothing of changes in how things "
        "are recorded."
    )


def _same_seasons(window: Window) -> bool:
    before, after = ([month[5:] for month in p.months] for p in (window.before, window.after))
    return sorted(before) == sorted(after)
