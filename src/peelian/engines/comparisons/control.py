"""A control chart of one force's own months: limits that its own past sets, and what breaks them.

The rules are those of NHS England's Making Data Count (see `numbers.xmr`). Limits are made anew
only where a named person says so with a reason; a month without a figure ends a series, because
the distance to the month before it is not known.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from peelian.engines.comparisons.compared import ControlChart, Rebased, Signal, Step
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.cells import Cell
from peelian.engines.measures.kinds import Measure, Share, Typical
from peelian.engines.measures.periods import MONTH, Period
from peelian.engines.measures.request import FORCE, BadRequest, request
from peelian.engines.measures.status import Status
from peelian.engines.measures.tables import TableSource
from peelian.numbers.xmr import FEWEST, Limits, xmr
from peelian.numbers.xmr import Signal as Broken
from peelian.records.months import in_words

MATURING = "Maturing: later months have had less time, so a control chart would show a false fall."


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Months with figures and without a gap: positions `first` to `last`, both included."""

    first: int
    last: int

    @property
    def points(self) -> int:
        return self.last - self.first + 1


def control_chart(
    measure: Measure,
    tables: TableSource,
    *,
    force: str,
    where: Mapping[str, str | Sequence[str]] | None = None,
    first: str | None = None,
    last: str | None = None,
    rebases: Sequence[Rebased] = (),
) -> ControlChart:
    """The force's months as an XmR chart, with one query; or the reason why there is none.

    Each unbroken stretch of twelve months or more has limits of its own, and so has each part of
    it between `rebases` that leaves as many. Raises `BadRequest` for what cannot be asked.
    """
    if FORCE in (where or {}):
        raise BadRequest("A control chart is of one force: name it once.")
    asked = request(
        measure, by=(MONTH,), where={**(where or {}), FORCE: force}, first=first, last=last
    )
    answer = calculate(asked, tables)
    cells = answer.cells
    stretches = tuple(_stretches(cells))
    notes = [*_gaps(cells)]
    if any(cell.synthetic for cell in cells):
        notes.append("Synthetic: rows of these months were invented.")
    if refused := _refusal(measure, stretches):
        return ControlChart(
            measure=measure.key, force=force, cells=cells, refusal=refused, notes=tuple(notes)
        )
    steps: list[Step] = []
    signals: list[Signal] = []
    made_anew: list[Rebased] = []
    for stretch in stretches:
        if stretch.points < FEWEST:
            notes.append(_too_short(cells, stretch))
            continue
        here, ignored = _usable(rebases, cells, stretch)
        made_anew += here.values()
        notes += ignored
        values = [cell.value or 0.0 for cell in cells[stretch.first : stretch.last + 1]]
        found, broken = xmr(values, rebase_at=[at - stretch.first for at in here])
        steps += [_step(one, stretch, measure, values) for one in found]
        signals += [_signal(one, stretch, cells, steps) for one in broken]
    return ControlChart(
        measure=measure.key,
        force=force,
        cells=cells,
        steps=tuple(steps),
        signals=tuple(signals),
        rebases=tuple(made_anew),
        notes=tuple(notes),
    )


def _stretches(cells: Sequence[Cell]) -> Iterator[_Stretch]:
    for whole, places in groupby(range(len(cells)), key=lambda at: cells[at].status is Status.OK):
        if whole:
            found = tuple(places)
            yield _Stretch(found[0], found[-1])


def _refusal(measure: Measure, stretches: Sequence[_Stretch]) -> str:
    if measure.maturing:
        return MATURING
    longest = max((stretch.points for stretch in stretches), default=0)
    if longest >= FEWEST:
        return ""
    months = "1 month" if longest == 1 else f"{longest} months"
    return (
        f"The longest series without a gap has {months}, and limits need {FEWEST} or more to be "
        "relied on."
    )


def _gaps(cells: Sequence[Cell]) -> Iterator[str]:
    """Stretches of months without a figure, each with its first reason: they end a series."""
    for missing, places in groupby(cells, key=lambda cell: cell.status is not Status.OK):
        if missing:
            found = tuple(places)
            span = Period(found[0].period.first, found[-1].period.last).in_words
            why = found[0].note or f"{found[0].status.in_words.capitalize()}."
            has = "has" if len(found) == 1 else "have"
            yield f"{span} {has} no figure and end{'s' * (len(found) == 1)} the series. {why}"


def _too_short(cells: Sequence[Cell], stretch: _Stretch) -> str:
    span = Period(cells[stretch.first].period.first, cells[stretch.last].period.last)
    return (
        f"{span.in_words} has no limits: {stretch.points} of the {FEWEST} months that they need "
        "stand together."
    )


def _usable(
    rebases: Sequence[Rebased], cells: Sequence[Cell], stretch: _Stretch
) -> tuple[dict[int, Rebased], list[str]]:
    """The rebases that leave enough months on both sides, by position, and the others in words."""
    usable: dict[int, Rebased] = {}
    ignored: list[str] = []
    begun = stretch.first
    for rebased in sorted(rebases, key=lambda one: (one.month, one.at)):
        places = range(stretch.first, stretch.last + 1)
        at = next((n for n in places if cells[n].period.first == rebased.month), None)
        if at is None:
            continue
        if at in usable:
            usable[at] = rebased
        elif min(at - begun, stretch.last + 1 - at) >= FEWEST:
            usable[at] = rebased
            begun = at
        elif at > stretch.first:
            ignored.append(
                f"The rebase from {in_words(rebased.month)} ({rebased.by}: {rebased.reason}) is "
                f"not drawn: it would leave fewer than {FEWEST} months on one side."
            )
    return usable, ignored


def _step(found: Limits, stretch: _Stretch, measure: Measure, values: Sequence[float]) -> Step:
    """Limits cut to what a value of this kind can be."""
    lowest = 0.0 if not isinstance(measure, Typical) or min(values) >= 0 else found.lower
    highest = 1.0 if isinstance(measure, Share) else found.upper
    return Step(
        first=found.first + stretch.first,
        last=found.last + stretch.first,
        mean=found.mean,
        lower=max(found.lower, lowest),
        upper=min(found.upper, highest),
        moving_range=found.moving_range,
    )


def _signal(
    broken: Broken, stretch: _Stretch, cells: Sequence[Cell], steps: Sequence[Step]
) -> Signal:
    at = tuple(position + stretch.first for position in broken.at)
    step = next(one for one in steps if one.first <= at[0] <= one.last)
    first, last = cells[at[0]], cells[at[-1]]
    span = Period(first.period.first, last.period.last).in_words
    side = "above" if (first.value or 0.0) > step.mean else "below"
    match broken.rule:
        case "point beyond limits":
            limit = "upper" if side == "above" else "lower"
            says = f"{span} lies {side} the {limit} limit."
        case "shift":
            says = f"{span}: {len(at)} months in a row {side} the mean."
        case "trend":
            way = "rises" if (last.value or 0.0) > (first.value or 0.0) else "falls"
            says = f"{span}: {len(at) - 1} {way} in a row."
        case _:
            says = f"{span}: two of three months in a row close to the limit, {side} the mean."
    return Signal(rule=broken.rule, at=at, says=says)
