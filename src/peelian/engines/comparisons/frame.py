"""Which forces count: the 43 of England and Wales, less those whose figure would mislead.

Nobody is left out in silence: a force that is not compared is named with the reason.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from peelian.engines.comparisons.compared import Left
from peelian.engines.comparisons.unknown import too_much_unknown
from peelian.engines.measures.cells import Cell
from peelian.engines.measures.cover import Cover
from peelian.engines.measures.kinds import Measure, Rate, RateRatio
from peelian.engines.measures.periods import Period
from peelian.engines.measures.sampled import Sampled
from peelian.engines.measures.status import Status
from peelian.spine.force import forces as known_forces

MADE_UP = "Its rows were invented, and the other forces' were recorded."


@dataclass(frozen=True, slots=True)
class Frame:
    """The cells that are compared, and the forces that are not."""

    compared: tuple[Cell, ...]
    set_aside: tuple[Left, ...]
    missing: tuple[Left, ...]


@cache
def territorial() -> tuple[str, ...]:
    """The 43 forces that police an area of England and Wales, by slug."""
    return tuple(slug for slug, force in known_forces().items() if force.territorial)


def frame(
    cells: Sequence[Cell],
    measure: Measure,
    cover: Cover,
    period: Period,
    *,
    only: Collection[str] = (),
) -> Frame:
    """The forces of a comparison, each compared, set aside with its cell, or missing.

    `cells` holds one cell per force that has a file in the period. With `only`, forces that are
    not in it are not looked for.
    """
    by_force = {cell.unit: cell for cell in cells}
    reasons = {slug: _reason(cell, measure, cover, period) for slug, cell in by_force.items()}
    kept = [slug for slug, reason in reasons.items() if not reason]
    made_up = [slug for slug in kept if by_force[slug].synthetic]
    if made_up and len(made_up) < len(kept):
        reasons |= dict.fromkeys(made_up, MADE_UP)
    return Frame(
        compared=tuple(cell for slug, cell in by_force.items() if not reasons[slug]),
        set_aside=tuple(
            Left(force=slug, reason=reasons[slug], cell=cell)
            for slug, cell in sorted(by_force.items())
            if reasons[slug]
        ),
        missing=tuple(
            Left(force=slug, reason=cover.judge(slug, (slug,), period).notes[0])
            for slug in sorted(only or territorial())
            if slug not in by_force
        ),
    )


def _reason(cell: Cell, measure: Measure, cover: Cover, period: Period) -> str:
    """Why a force is not compared; empty where it is."""
    return next(_reasons(cell, measure, cover, period), "")


def _reasons(cell: Cell, measure: Measure, cover: Cover, period: Period) -> Iterator[str]:
    slug = cell.unit
    if slug not in territorial():
        yield f"It is not among the {len(territorial())} forces that police an area of their own."
    if isinstance(measure, Rate | RateRatio) and slug in measure.per.set_aside:
        yield measure.per.set_aside[slug]
    held = sum((slug, month) in cover.base for month in period.months)
    if held < len(period.months):
        yield f"Only {held} of {len(period.months)} months are loaded."
    if cell.status is not Status.OK or cell.value is None:
        yield cell.note or f"{cell.status.in_words.capitalize()}."
    if isinstance(measure, Sampled) and cell.lower is None:
        yield f"It is of files that were not drawn by lot. {cell.note}"
    yield too_much_unknown(cell, measure)
