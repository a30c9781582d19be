"""Fills in the groups that a query leaves out because they hold no row."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import prod

from peelian.engines.measures.declared import Dimension
from peelian.engines.measures.kinds import Rate
from peelian.engines.measures.periods import Period
from peelian.engines.measures.places import Place
from peelian.engines.measures.request import FORCE, NOT_RECORDED, BadRequest, Request

Group = tuple[str | None, ...]
Key = tuple[str, Group]
MOST_CELLS = 1_000_000
# Digits of the longest whole number that is sorted by size.
LONGEST_NUMBER = 12


def fill(
    request: Request,
    found: Iterable[Key],
    spans: tuple[Period, ...],
    forces: tuple[str, ...],
    homes: Mapping[str, set[Place]],
) -> Iterator[tuple[Period, Group]]:
    """Every group of the request in every period: those with rows and those without.

    Places come from the list of places of each force; the other dimensions take the values that
    occur somewhere in the answer, since "no burglary here" needs a burglary to be thought of. What
    a condition asks for by name is there in any case, and so is every group that residents are
    counted by: nobody of a group searched is a rate of nought.
    Raises `BadRequest` where the answer would be too large to read.
    """
    dimensions = request.dimensions
    spots = [n for n, d in enumerate(dimensions) if d.place is not None]
    others = [n for n, d in enumerate(dimensions) if d.place is None and d.key != FORCE]
    unit_at = next((n for n, d in enumerate(dimensions) if d.key == FORCE), None)
    seen: dict[int, set[str | None]] = {
        n: {*_asked(request, dimensions[n].key), *_living(request, dimensions[n])} for n in others
    }
    units: tuple[str | None, ...] = (None,) if unit_at is None else forces
    lots: dict[str | None, set[Place]] = {unit: set() for unit in units}
    for _label, group in found:
        for n in others:
            seen[n].add(group[n])
        unit = None if unit_at is None else group[unit_at]
        lots.setdefault(unit, set()).add(tuple(group[n] for n in spots))
    named = _asked(request, dimensions[spots[0]].key) if len(spots) == 1 else ()
    for owner, lot in lots.items():
        lot |= {(value,) for value in named} if spots else {()}
        for force in forces if owner is None else (owner,):
            lot |= homes.get(force, set())
    size = len(spans) * sum(map(len, lots.values())) * prod(map(len, seen.values()))
    if size > MOST_CELLS:
        raise BadRequest(
            f"This asks for {size:,} cells, more than {MOST_CELLS:,}. Narrow it with a filter such "
            "as force, a shorter span, or fewer breakdowns."
        )
    # Where in (force, places, others) the value of each dimension stands.
    order = ([] if unit_at is None else [unit_at]) + spots + others
    pick = [order.index(n) for n in range(len(dimensions))]
    for owner, lot in lots.items():
        head = () if unit_at is None else (owner,)
        for place, rest in product(lot, list(product(*seen.values()))):
            whole = (*head, *place, *rest)
            group = tuple(whole[n] for n in pick)
            yield from ((span, group) for span in spans)


def in_order(
    request: Request, groups: Iterable[tuple[Period, Group]]
) -> list[tuple[Period, Group]]:
    """The groups sorted by the breakdowns in the order in which they were asked for.

    Whole numbers stand in order of size, "not recorded" stands last.
    """
    keys = [dimension.key for dimension in request.dimensions]
    places = [keys.index(name) if name in keys else None for name in request.by]

    def rank(item: tuple[Period, Group]) -> tuple[tuple[object, str], ...]:
        span, group = item
        return tuple(
            (span.last, span.first) if place is None else _natural(group[place]) for place in places
        )

    return sorted(groups, key=rank)


def _living(request: Request, dimension: Dimension) -> tuple[str, ...]:
    """The groups of residents that a rate is per, where the answer is cut by them."""
    measure = request.measure
    if not isinstance(measure, Rate) or dimension.codes is None:
        return ()
    if dimension.key not in measure.per.columns or _asked(request, dimension.key):
        return ()
    return dimension.codes.codes


def _asked(request: Request, key: str) -> tuple[str | None, ...]:
    """The values of a dimension that the request's own condition names."""
    wanted = dict(request.where).get(key, ())
    return tuple(None if value == NOT_RECORDED else value for value in wanted)


def _natural(part: str | None) -> tuple[bool, str]:
    if part is None:
        return (True, "")
    return (False, part.zfill(LONGEST_NUMBER) if part.isdigit() else part)
