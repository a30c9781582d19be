"""Which months are compared where nobody names them."""

from collections.abc import Callable

from peelian.engines.comparisons.frame import territorial
from peelian.engines.measures.cover import Cover
from peelian.engines.measures.periods import Period
from peelian.engines.measures.status import Status
from peelian.numbers.spread import FEWEST
from peelian.records import months

YEAR = 12


def span(cover: Cover, *, first: str | None = None, last: str | None = None) -> Period | None:
    """The months to compare: those asked for, with an end that is not asked for filled in.

    By itself it is the newest run of months, up to twelve, of which at least half of the forces
    have every month: half of as many as have files in the month that most have. So neither one
    force that is early nor one that is late decides for all. None where nothing is loaded.
    """
    if first and last:
        return Period(first, last)
    found = _shared(cover, first, last) or _loaded(cover, first, last)
    if found is None:
        alone = first or last
        return Period(alone, alone) if alone else None
    return Period(first or found.first, last or found.last)


def _shared(cover: Cover, first: str | None, last: str | None) -> Period | None:
    by_month: dict[str, set[str]] = {}
    for slug, month in cover.base:
        if slug in territorial():
            by_month.setdefault(month, set()).add(slug)
    most = max(map(len, by_month.values()), default=0)
    enough = max(FEWEST, (most + 1) // 2)
    run: list[str] = []
    together: set[str] = set()
    for month in sorted(filter(_within(first, last), by_month), reverse=True):
        if run and month != months.shift(run[-1], -1):
            break
        usable = {
            slug
            for slug in (together if run else by_month[month])
            if cover.judge(slug, (slug,), Period(month, month)).status is Status.OK
        }
        if len(usable) >= enough:
            together = usable
            run.append(month)
        elif run:
            break
        if len(run) == YEAR:
            break
    return Period(run[-1], run[0]) if run else None


def _loaded(cover: Cover, first: str | None, last: str | None) -> Period | None:
    """The newest run of months, up to twelve, of which some force has a file."""
    held = set(filter(_within(first, last), (month for _slug, month in cover.base)))
    if not held:
        return None
    end = start = max(held)
    while months.shift(start, -1) in held and months.shift(start, YEAR - 1) != end:
        start = months.shift(start, -1)
    return Period(start, end)


def _within(first: str | None, last: str | None) -> Callable[[str], bool]:
    return lambda month: (first is None or month >= first) and (last is None or month <= last)
