"""What came of a change, as far as figures can tell: reckoned and never typed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from peelian.access.decide import NotAllowed
from peelian.access.figures import may_count
from peelian.access.user import User
from peelian.engines.evaluations.design import Comparison, Design, Window
from peelian.engines.evaluations.outcome import Reckoned, Result, Side, sentences
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.cells import Cell
from peelian.engines.measures.changed import change_between
from peelian.engines.measures.cover import Cover
from peelian.engines.measures.declared import View
from peelian.engines.measures.kinds import Measure, RateRatio, Typical
from peelian.engines.measures.periods import Period
from peelian.engines.measures.request import FORCE, request
from peelian.engines.measures.sampled import Sampled
from peelian.engines.measures.status import Status
from peelian.engines.measures.tables import TableSource
from peelian.numbers.change import Change, ChangeEstimate, verdict
from peelian.numbers.effect import beyond, together
from peelian.numbers.ratios import NotComputable
from peelian.numbers.xmr import FEWEST, xmr
from peelian.records.base import Record

UP: Final = "up"
DOWN: Final = "down"


class CannotTell(Exception):
    """Why no verdict can be reckoned: half a sentence after "because"."""

    def __init__(self, why: str, sides: tuple[Side, ...] = ()) -> None:
        super().__init__(why)
        self.sides = sides


def reckon(
    measure: Measure,
    design: Design,
    *,
    force_id: str,
    narrowed: dict[str, tuple[str, ...]],
    wanted: str,
    version: int,
    actor: User,
    at: datetime,
    tables: TableSource,
) -> Reckoned:
    """What the figures say of a change by its design, in the newest snapshot.

    Raises `NotAllowed` where the actor may not count what it rests on.
    """
    question = _Question(measure, design, force_id, narrowed, actor, at, tables)
    try:
        _check_measure(measure, version)
        changes, sides = [], list[Side]()
        for window in design.windows:
            change, found = question.compared(window)
            changes.append(change)
            sides += found
        change = changes[0] if len(changes) == 1 else _together(changes, tuple(sides))
    except CannotTell as why:
        said = f"It cannot be told because {why}"
        return Reckoned(Result.CANNOT_BE_TOLD, (said,), sides=why.sides)
    result = _result(verdict(change), wanted)
    return Reckoned(
        result,
        (
            *sentences(measure, design, result, change, sides),
            *question.beyond_limits(),
        ),
        change,
        tuple(sides),
    )


def why_never(measure: Measure) -> str:
    """Why no change can be judged by this measure, whatever happens; empty where one can."""
    if measure.maturing:
        return (
            "Its younger cohorts have had less time and always look lower, so it would tell of a "
            "change that is none."
        )
    if isinstance(measure, Typical | RateRatio):
        return (
            "There is no tested rule here for a change of a middle value or of a ratio of rates. "
            "Choose a share, a rate or a number, such as the share over a limit."
        )
    return ""


def _check_measure(measure: Measure, version: int) -> None:
    why = why_never(measure)
    if why:
        raise CannotTell(f"{measure.short}: {why}")
    if measure.version != version:
        new = measure.versions[-1]
        raise CannotTell(
            f"the measure is defined otherwise since {new.since.day} {new.since:%B %Y} (version "
            f"{new.number}: {new.reason}), and version {version} was registered."
        )


@dataclass(frozen=True)
class _Question:
    """The figures of one evaluation, for one reader."""

    measure: Measure
    design: Design
    force_id: str
    narrowed: dict[str, tuple[str, ...]]
    actor: User
    at: datetime
    tables: TableSource

    def compared(self, window: Window) -> tuple[ChangeEstimate, tuple[Side, ...]]:
        """The change of one window, beyond that of the others where there are any."""
        own = self._side(window, window.units, has_it=True)
        sides: tuple[Side, ...] = (own,)
        change = self._change(own, sides)
        if window.others:
            other = self._side(window, window.others, has_it=False)
            sides = (own, other)
            try:
                change = beyond(change, self._change(other, sides))
            except NotComputable as error:
                raise CannotTell(str(error), sides) from error
        return change, sides

    def beyond_limits(self) -> Iterator[str]:
        """How the months after lie in the limits that the months before set, where these do."""
        if self.design.comparison is not Comparison.BEFORE:
            return
        (window,) = self.design.windows
        asked = request(
            self.measure,
            by=("month",),
            where=self._where(window.units),
            first=window.before.first,
            last=window.after.last,
        )
        by_month = {cell.period.first: cell for cell in calculate(asked, self.tables).cells}
        before = [by_month.get(month) for month in window.before.months]
        after = [by_month.get(month) for month in window.after.months]
        past = [cell.value for cell in before if cell is not None and cell.value is not None]
        now = [cell.value for cell in after if cell is not None and cell.value is not None]
        if len(past) < max(FEWEST, len(before)) or len(now) < len(after):
            return
        (limits,), _signals = xmr(past)
        outside = sum(not limits.lower <= value <= limits.upper for value in now)
        yield (
            f"{outside} of the {len(now)} months after lie outside the limits that the "
            f"{len(past)} months before set from one to the next."
        )

    def _side(self, window: Window, units: tuple[str, ...], *, has_it: bool) -> Side:
        before, after = (self._cell(units, span) for span in (window.before, window.after))
        return Side(units, before, after, has_it)

    def _where(self, units: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        where = dict(self.narrowed)
        if units:
            where[self.design.told_apart_by] = units
        if self.design.told_apart_by != FORCE and self._by_force:
            where[FORCE] = (self.force_id,)
        return where

    @property
    def _by_force(self) -> bool:
        return any(one.key == FORCE for one in self.measure.by)

    def _cell(self, units: tuple[str, ...], span: Period) -> Cell:
        asked = request(self.measure, where=self._where(units), first=span.first, last=span.last)
        forces = asked.forces or (self.force_id,)
        cells = calculate(asked, self.tables).cells
        closed = self.measure.profile != "exact" or any(cell.closed for cell in cells)
        if closed and not may_count(self.actor, _read(self.measure), forces, at=self.at):
            raise NotAllowed("The figures that this rests on are not open to you.")
        held = Cover(self.measure, self.tables.snapshot, forces).base
        expected = [month for month in span.months if month.endswith(self.measure.year_stands_in)]
        short = [m for m in expected if any((force, m) not in held for force in forces)]
        if short:
            raise CannotTell(
                f"files of {len(short)} of the {len(expected)} months from {span.in_words} are not "
                "loaded."
            )
        if len(cells) != 1:
            raise CannotTell(f"there is no figure for {span.in_words}.")
        if cells[0].status is not Status.OK:
            raise CannotTell(f"there is no figure for {span.in_words}: {cells[0].note}")
        return cells[0]

    def _change(self, side: Side, sides: tuple[Side, ...]) -> ChangeEstimate:
        if isinstance(self.measure, Sampled):
            for cell in (side.before, side.after):
                if cell.lower is None:
                    raise CannotTell(
                        f"the figure for {cell.period.in_words} is of no sample drawn by lot. "
                        f"{cell.note}",
                        sides,
                    )
        found = change_between(self.measure, side.after, side.before)
        if found is None:
            raise CannotTell(
                "nothing was counted in the months before, or in those after.",
                sides,
            )
        return found


def _read(measure: Measure) -> tuple[type[Record], ...]:
    return measure.of.reads if isinstance(measure.of, View) else (measure.of,)


def _together(changes: Iterable[ChangeEstimate], sides: tuple[Side, ...]) -> ChangeEstimate:
    try:
        return together(tuple(changes))
    except NotComputable as error:
        raise CannotTell(str(error), sides) from error


def _result(change: Change, wanted: str) -> Result:
    if change is Change.NO_CLEAR_CHANGE:
        return Result.NO_CLEAR_CHANGE
    return Result.IMPROVED if change.value == wanted else Result.WORSENED
