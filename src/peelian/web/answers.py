"""One call from a page into the engine, remembered for as long as the snapshot stands."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from django.conf import settings
from django.utils import timezone

from peelian import catalogue
from peelian.engines.comparisons.compare import compare
from peelian.engines.comparisons.compared import Comparison, ControlChart, Rebased
from peelian.engines.comparisons.control import control_chart
from peelian.engines.comparisons.peers import peers
from peelian.engines.comparisons.rebase import rebases
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.cells import Answer
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.request import Request, request
from peelian.engines.publishing.comparison import (
    ReleasedChart,
    ReleasedComparison,
    shown_chart,
    shown_comparison,
)
from peelian.engines.publishing.feeds import warnings_for
from peelian.engines.publishing.shown import Shown, release
from peelian.records.store.reader import Reader, open_reader
from peelian.spine.force import forces as known_forces
from peelian.web.inside import InsideReader

# Answers of about a hundred pages; a cell is small, a query is not.
REMEMBERED = 512

Divisor = Literal["n - 1", "n"]
Conditions = tuple[tuple[str, tuple[str, ...]], ...]


def reader() -> Reader:
    """The newest snapshot, open for one page."""
    return open_reader(settings.STORE_ROOT)


def ask(
    tables: Reader,
    key: str,
    *,
    by: Iterable[str] = (),
    where: Mapping[str, str | Iterable[str]] | None = None,
    first: str | None = None,
    last: str | None = None,
) -> tuple[Answer, tuple[Shown, ...]]:
    """Cells of a measure that may be shown. Raises `BadRequest` or `UnknownMeasure`."""
    measure = catalogue.measure(key)
    asked = request(measure, by=by, where=where, first=first, last=last)
    return answered(tables, asked)


def answered(tables: Reader, asked: Request) -> tuple[Answer, tuple[Shown, ...]]:
    """Cells of a request that was checked before: released ones, or those for whoever is inside.

    What the answer warns of includes every late or short feed that it rests on, as of now.
    """
    inside = isinstance(tables, InsideReader)
    answer = _remembered(
        tables.snapshot.id,
        asked.measure.key,
        asked.by,
        asked.where,
        asked.first,
        asked.last,
        public=not inside,
    )
    late = feed_warnings(tables, asked.measure, asked.forces)
    warned = replace(answer, warnings=(*late, *answer.warnings)) if late else answer
    if isinstance(tables, InsideReader):
        return warned, tables.shown(warned, asked)
    return warned, release(answer, asked.measure)


def feed_warnings(tables: Reader, measure: Measure, forces: Iterable[str]) -> tuple[str, ...]:
    """A sentence for each feed that is late or short now, of those that a figure rests on."""
    return warnings_for(measure, tables.snapshot, tuple(forces), timezone.now())


def compared(
    tables: Reader,
    key: str,
    *,
    where: Mapping[str, str],
    first: str | None = None,
    last: str | None = None,
    own: str = "",
    divisor: Divisor = "n - 1",
    among_peers: bool = False,
) -> ReleasedComparison:
    """Forces side by side, released: all, or the own force and its peers.

    Raises `BadRequest` or `UnknownMeasure` with a sentence.
    """
    measure = catalogue.measure(key)
    conditions = tuple(sorted(where.items()))
    # Whose force is picked out changes no figure, so that all who look share one answer.
    known = known_forces().get(own)
    asker = own if among_peers or not (known and known.territorial) else ""
    found = _compared(tables.snapshot.id, key, conditions, first, last, asker, divisor, among_peers)
    late = feed_warnings(tables, measure, ())
    return shown_comparison(replace(found, own=own, warnings=(*late, *found.warnings)), measure)


def controlled(
    tables: Reader,
    key: str,
    *,
    force: str,
    where: Mapping[str, str],
    first: str | None = None,
    last: str | None = None,
) -> ReleasedChart:
    """One force's months as a control chart, released, with the limits that people made anew.

    Raises `BadRequest` or `UnknownMeasure` with a sentence.
    """
    measure = catalogue.measure(key)
    conditions = tuple(sorted(where.items()))
    made_anew = rebases(measure, force, where)
    found = _controlled(tables.snapshot.id, key, force, conditions, first, last, made_anew)
    late = feed_warnings(tables, measure, (force,))
    return shown_chart(replace(found, notes=(*late, *found.notes)), measure)


@lru_cache(maxsize=REMEMBERED)
def _compared(
    snapshot_id: str,
    key: str,
    where: tuple[tuple[str, str], ...],
    first: str | None,
    last: str | None,
    own: str,
    divisor: Divisor,
    among_peers: bool,
) -> Comparison:
    tables = open_reader(settings.STORE_ROOT, snapshot_id=snapshot_id or None).public
    return compare(
        catalogue.measure(key),
        tables,
        where=dict(where),
        first=first,
        last=last,
        own=own,
        divisor=divisor,
        peers=peers(own, tables) if among_peers else None,
    )


@lru_cache(maxsize=REMEMBERED)
def _controlled(
    snapshot_id: str,
    key: str,
    force: str,
    where: tuple[tuple[str, str], ...],
    first: str | None,
    last: str | None,
    made_anew: tuple[Rebased, ...],
) -> ControlChart:
    return control_chart(
        catalogue.measure(key),
        open_reader(settings.STORE_ROOT, snapshot_id=snapshot_id or None).public,
        force=force,
        where=dict(where),
        first=first,
        last=last,
        rebases=made_anew,
    )


@lru_cache(maxsize=REMEMBERED)
def _remembered(
    snapshot_id: str,
    key: str,
    by: tuple[str, ...],
    where: Conditions,
    first: str | None,
    last: str | None,
    *,
    public: bool,
) -> Answer:
    tables = open_reader(settings.STORE_ROOT, snapshot_id=snapshot_id or None)
    asked = Request(catalogue.measure(key), by, where, first, last)
    return calculate(asked, tables.public if public else tables)


def forget() -> None:
    """Drop every remembered answer, for when the store is another one."""
    _remembered.cache_clear()
    _compared.cache_clear()
    _controlled.cache_clear()
