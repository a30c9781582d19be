"""One call from a page into the engine, remembered for as long as the snapshot stands."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from django.conf import settings

from peelian import catalogue
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.cells import Answer
from peelian.engines.measures.request import Request, request
from peelian.engines.publishing.shown import Released, release
from peelian.records.store.reader import Reader, open_reader

# Answers of about a hundred pages; a cell is small, a query is not.
REMEMBERED = 512

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
) -> tuple[Answer, tuple[Released, ...]]:
    """Released cells of a measure. Raises `BadRequest` or `UnknownMeasure` with a sentence."""
    measure = catalogue.measure(key)
    asked = request(measure, by=by, where=where, first=first, last=last)
    return answered(tables, asked)


def answered(tables: Reader, asked: Request) -> tuple[Answer, tuple[Released, ...]]:
    """Released cells of a request that was checked before."""
    answer = _remembered(
        tables.snapshot.id, asked.measure.key, asked.by, asked.where, asked.first, asked.last
    )
    return answer, release(answer, asked.measure)


@lru_cache(maxsize=REMEMBERED)
def _remembered(
    snapshot_id: str,
    key: str,
    by: tuple[str, ...],
    where: Conditions,
    first: str | None,
    last: str | None,
) -> Answer:
    tables = open_reader(settings.STORE_ROOT, snapshot_id=snapshot_id or None)
    measure = catalogue.measure(key)
    return calculate(Request(measure, by, where, first, last), tables)


def forget() -> None:
    """Drop every remembered answer, for when the store is another one."""
    _remembered.cache_clear()
