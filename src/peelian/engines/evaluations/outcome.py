"""What came of a change: the verdict, the figures under it, and the sentences that say it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from peelian.engines.evaluations.design import Comparison, Design
from peelian.engines.measures.cells import Cell
from peelian.engines.measures.changed import size_in_words
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.words import counts_in_words, value_in_words
from peelian.numbers.change import Change, ChangeEstimate, verdict


class Result(StrEnum):
    """The verdict in a word or two."""

    IMPROVED = "improved"
    NO_CLEAR_CHANGE = "no clear change"
    WORSENED = "worsened"
    CANNOT_BE_TOLD = "cannot be told"


@dataclass(frozen=True)
class Side:
    """One figure before and after: of those who have the change, or of those held against them."""

    whose: tuple[str, ...]
    before: Cell
    after: Cell
    has_it: bool


@dataclass(frozen=True)
class Reckoned:
    """The verdict with the figures that it rests on, and the sentences that say it."""

    result: Result
    says: tuple[str, ...]
    change: ChangeEstimate | None = None
    sides: tuple[Side, ...] = field(default=())


def sentences(
    measure: Measure,
    design: Design,
    result: Result,
    change: ChangeEstimate,
    sides: list[Side],
) -> Iterator[str]:
    """The verdict first, then from what to what, then what it was held against."""
    way = verdict(change)
    size = size_in_words(measure, change)
    beside = "" if design.comparison is Comparison.BEFORE else " beyond the change elsewhere"
    if way is Change.NO_CLEAR_CHANGE:
        yield f"No clear change{beside}: chance alone can explain it. {_around(measure, change)}"
    else:
        yield f"{result.capitalize()}: {way.value} by {size}{beside}."
    for side in sides if len(sides) <= 2 else ():
        yield f"{'Here' if side.has_it else 'Elsewhere'}: {_from_to(measure, side)}."
    if len(sides) > 2:
        yield f"Taken together over {len(sides) // 2} steps."
    if design.left_out:
        named = ", ".join(design.left_out)
        yield f"Not judged, since nobody begins later than they do: {named}."
    unknown = sum((cell.unknown or 0) for side in sides for cell in (side.before, side.after))
    if unknown:
        yield f"Not known for {unknown:,}."


def _around(measure: Measure, change: ChangeEstimate) -> str:
    """Where the change may lie, when it may lie on both sides of none."""
    low, high = change.interval.lower, change.interval.upper
    if change.unchanged == 0:
        return f"It may lie anywhere from {low * 100:+.1f} to {high * 100:+.1f} percentage points."
    return f"It may lie anywhere from {low - 1:+.0%} to {high - 1:+.0%}."


def _from_to(measure: Measure, side: Side) -> str:
    told = [
        f"{value_in_words(cell, measure, cell.value)}"
        + (f" ({counts_in_words(cell, measure)})" if cell.denominator is not None else "")
        + f" in {cell.period.in_words}"
        for cell in (side.before, side.after)
    ]
    return f"from {told[0]} to {told[1]}"
