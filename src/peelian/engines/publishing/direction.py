"""Which way a figure went, as a tested claim: "up", "down" or "no clear change".

A comparative word is said only where the interval round the change leaves out "no change".
"""

from dataclasses import dataclass

from peelian.engines.measures.cells import Cell
from peelian.engines.measures.changed import change_between, size_in_words
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.words import value_in_words
from peelian.numbers.change import Change, verdict


@dataclass(frozen=True)
class Direction:
    """A verdict on two figures of the same question, with the sentence that states it."""

    change: Change
    sentence: str


def direction(measure: Measure, now: Cell, before: Cell) -> Direction | None:
    """How `now` differs from `before`; None where the two cannot be held against each other.

    Cohorts that are still followed are never compared: the younger one always looks lower.
    """
    estimate = change_between(measure, now, before)
    if estimate is None:
        return None
    change = verdict(estimate)
    was = value_in_words(before, measure, before.value)
    when = before.period.in_words
    if change is Change.NO_CLEAR_CHANGE:
        return Direction(change, f"No clear change from {when} ({was}).")
    size = size_in_words(measure, estimate)
    return Direction(change, f"{change.value.capitalize()} from {was} in {when}, by {size}.")
