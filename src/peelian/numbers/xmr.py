"""A control chart for one series, as the NHS draws it (XmR, "Making Data Count").

The mean is drawn through all points, and the limits lie 2.66 mean moving ranges from it, where a
moving range is the distance between neighbours. That is about three standard deviations of what
the series does from one point to the next, so that slow drift does not widen its own limits.

The rules speak where the series does something that a steady process rarely does:

- ``point beyond limits``: above the upper limit or below the lower. On a limit is within.
- ``shift``: ``shift`` or more points in a row on one side of the mean. A point on the mean belongs
  to neither side and ends the run.
- ``trend``: ``trend`` or more rises (or falls) in a row, so one more point than that. Two equal
  neighbours end the run.
- ``two of three near a limit``: three points in a row on one side of the mean, two of them at least
  more than two thirds of the way to the limit and not beyond it. Only those two are in the signal.
  A point beyond the limit does not count here: it is a signal by itself.

Each stretch between rebases has its own mean, limits and runs: none reaches over a rebase.

These are the rules and defaults of NHSRplotthedots 0.2.2, the NHS-R community's package. The NHS
spreadsheet leaves no moving range out (``screen_outliers=False``), and NHS England announced in
November 2023 that in its spreadsheet points beyond the limit would count as near it too.

Sources: Wheeler 2000, Understanding Variation; Nelson 1982 (outliers among the moving ranges); NHS
England, Making Data Count.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean
from typing import Literal

from peelian.numbers.ratios import NotComputable

Rule = Literal["point beyond limits", "shift", "trend", "two of three near a limit"]

LIMIT = 2.66
"""Mean moving ranges from the mean to a limit: 3 / 1.128, as rounded by Wheeler and the NHS."""
SCREEN = 3.267
"""Mean moving ranges above which one moving range is an outlier and left out of their mean."""
FEWEST = 12
"""Points below which the NHS package warns that limits are not to be relied on."""


@dataclass(frozen=True)
class Limits:
    """Mean and limits of the points ``first`` to ``last``, counted from 0, both included.

    The limits are as computed: cut them to 0 to 1 for a share, and at 0 for a count.
    """

    mean: float
    lower: float
    upper: float
    moving_range: float
    first: int
    last: int


@dataclass(frozen=True)
class Signal:
    """A rule that the series breaks, and the positions, counted from 0, of the points that do."""

    rule: Rule
    at: tuple[int, ...]


def xmr(
    values: Sequence[float],
    *,
    rebase_at: Sequence[int] = (),
    screen_outliers: bool = True,
    shift: int = 7,
    trend: int = 6,
    at_least: int = FEWEST,
) -> tuple[tuple[Limits, ...], tuple[Signal, ...]]:
    """Return the limits of each stretch and every signal, in the order in which they begin.

    ``values`` are in order of time, one for each period without a gap. ``rebase_at`` holds the
    positions from which limits are made anew. With ``screen_outliers`` moving ranges beyond 3.267
    times their mean are left out, once, and the mean of the others is used, unless the others are
    all 0: a series that moved only in its outliers has no other movement to judge it by.

    A run is one signal, however long. Raises ``NotComputable`` where a value is not a finite number
    or a stretch has fewer than ``at_least`` points (or fewer than two), and ``ValueError`` for a
    rebase outside the series or a run shorter than two.
    """
    for name, length in (("shift", shift), ("trend", trend)):
        if length < 2:
            raise ValueError(f"{name} is {length}: a run has 2 or more; the NHS uses 7 and 6.")
    series = _finite(values)
    steps: list[Limits] = []
    signals: list[Signal] = []
    for first, end in _stretches(len(series), rebase_at):
        points = series[first:end]
        if len(points) < max(2, at_least):
            raise NotComputable(
                f"The limits from point {first + 1} to {end} would rest on {len(points)} points, "
                f"and they need {max(2, at_least)} or more."
            )
        step = _limits(points, first, screen_outliers)
        steps.append(step)
        signals += _beyond(points, step)
        signals += _shifts(points, step, shift)
        signals += _trends(points, step, trend)
        signals += _near(points, step)
    return tuple(steps), tuple(sorted(signals, key=lambda one: one.at[0]))


def _finite(values: Sequence[float]) -> list[float]:
    series = [float(value) for value in values]
    for position, value in enumerate(series):
        if not math.isfinite(value):
            raise NotComputable(
                f"Point {position + 1} is {value}, and a control chart needs a value for every "
                "period; begin after the gap, or end before it."
            )
    return series


def _stretches(length: int, rebase_at: Sequence[int]) -> Iterator[tuple[int, int]]:
    for position in rebase_at:
        if not 0 < position < length:
            raise ValueError(
                f"rebase_at has {position}: give positions from 1 to {length - 1}, "
                "counted from 0, so that points remain on both sides."
            )
    return pairwise(sorted({0, length, *rebase_at}) if length else (0, 0))


def _limits(points: Sequence[float], first: int, screen_outliers: bool) -> Limits:
    # Exact means: those of equal values must equal them, or all would lie on one side.
    centre = mean(points)
    ranges = [abs(later - earlier) for earlier, later in pairwise(points)]
    moving = mean(ranges)
    if screen_outliers:
        kept = [one for one in ranges if one <= SCREEN * moving]
        moving = mean(kept) or moving
    half = LIMIT * moving
    return Limits(centre, centre - half, centre + half, moving, first, first + len(points) - 1)


def _beyond(points: Sequence[float], step: Limits) -> Iterator[Signal]:
    for position, value in enumerate(points, step.first):
        if value < step.lower or value > step.upper:
            yield Signal("point beyond limits", (position,))


def _shifts(points: Sequence[float], step: Limits, shift: int) -> Iterator[Signal]:
    sides = [_sign(value - step.mean) for value in points]
    for start, stop in _runs(sides):
        if stop - start >= shift:
            yield Signal("shift", _positions(step, start, stop))


def _trends(points: Sequence[float], step: Limits, trend: int) -> Iterator[Signal]:
    moves = [_sign(later - earlier) for earlier, later in pairwise(points)]
    for start, stop in _runs(moves):
        if stop - start >= trend:
            yield Signal("trend", _positions(step, start, stop + 1))


def _near(points: Sequence[float], step: Limits) -> Iterator[Signal]:
    sides = [_sign(value - step.mean) for value in points]
    close = 2 / 3 * LIMIT * step.moving_range
    near = [
        step.lower <= value <= step.upper and abs(value - step.mean) > close for value in points
    ]
    for start, stop in _runs(sides):
        # In a run of three or more, two near points with at most one between them share a three.
        if stop - start >= 3:
            held = [at for at in range(start, stop) if near[at]]
            for group in _neighbours(held):
                yield Signal("two of three near a limit", tuple(step.first + at for at in group))


def _neighbours(held: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Chains of two or more positions with at most one other between each and the next."""
    breaks = [0, *(at for at in range(1, len(held)) if held[at] - held[at - 1] > 2), len(held)]
    return (tuple(held[start:stop]) for start, stop in pairwise(breaks) if stop - start >= 2)


def _runs(signs: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The longest stretches of one sign, as start and stop; a 0 belongs to none."""
    start = 0
    for stop in range(1, len(signs) + 1):
        if stop == len(signs) or signs[stop] != signs[start]:
            if signs[start] != 0:
                yield start, stop
            start = stop


def _positions(step: Limits, start: int, stop: int) -> tuple[int, ...]:
    return tuple(range(step.first + start, step.first + stop))


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)
