"""Figures that moved, as one reader may see them: each with its sentence and its card."""

from dataclasses import dataclass
from typing import Final

from django.core.cache import cache
from django.utils.timezone import localtime

from peelian import catalogue
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.request import BadRequest
from peelian.engines.publishing.movement import movement, movers
from peelian.engines.publishing.shown import NotReleasable, Shown
from peelian.records.store.reader import Reader
from peelian.web.answers import ask, reader
from peelian.web.components.figures import figure_url
from peelian.web.force.side import Inside

AN_HOUR: Final = 3600  # seconds


@dataclass(frozen=True)
class Moved:
    """One figure and how it moved. `worse` is None where neither way is better."""

    measure: Measure
    shown: Shown
    url: str
    period: str
    sentence: str
    clear: bool
    worse: bool | None


def moved(measure: Measure, side: Inside, tables: Reader) -> Moved | None:
    """The newest whole month of the reader's force; None where there is none or it is not open."""
    where = {"force": side.actor.force_id}
    try:
        answer, shown = ask(side.through(tables), measure.key, by=("month",), where=where)
    except (BadRequest, NotReleasable):
        return None
    went = movement(measure, answer.cells, f"{localtime(side.at):%Y-%m}")
    if went is None:
        return None
    now = next(one for one in shown if one.cell is went.cell)
    return Moved(
        measure=measure,
        shown=now,
        url=figure_url(now),
        period=went.cell.period.in_words,
        sentence=went.direction.sentence if went.direction else "",
        clear=went.clear,
        worse=went.worse,
    )


def moved_for_a_reason(side: Inside, tables: Reader, *, most: int) -> tuple[Moved, ...]:
    """The figures of the reader's force whose change chance does not explain, the newest first."""
    force = side.actor.force_id
    found: list[Moved] = []
    for key in _movers(force, f"{localtime(side.at):%Y-%m-%dT%H}"):
        measure = catalogue.measure(key)
        one = moved(measure, side, tables) if force in side.forces(measure, tables) else None
        if one is not None and one.clear:
            found.append(one)
        if len(found) == most:
            break
    return tuple(found)


def _movers(force: str, hour: str) -> tuple[str, ...]:
    """Looked for once an hour, `hour` being YYYY-MM-DDTHH: a meeting waits for no query."""
    key = f"movers-{force}-{hour}"
    known: tuple[str, ...] | None = cache.get(key)
    if known is None:
        measures = catalogue.declared_measures()
        known = movers(measures, reader(), force=force, this_month=hour[:7])
        cache.set(key, known, AN_HOUR)
    return known
