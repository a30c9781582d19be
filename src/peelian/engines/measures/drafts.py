"""The numbers of a cell before it is judged: what the query found, put in the cell's terms."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from peelian.engines.measures.fill import Key
from peelian.engines.measures.kinds import Measure, RateRatio, Typical
from peelian.engines.measures.query import GROUP, PERIOD, QUANTITY, column
from peelian.engines.measures.request import Request


@dataclass(frozen=True, slots=True)
class Draft:
    """Counts of one group. `groups` holds a count per compared group, `values` a histogram."""

    numerator: int = 0
    denominator: int | None = None
    unknown: int = 0
    groups: Mapping[str | None, int] = field(default_factory=dict)
    values: Mapping[float, int] = field(default_factory=dict)


def drafts(request: Request, found: Any) -> dict[Key, Draft]:
    """The answer of the query, by period label and group. `found` is an Arrow table."""
    names = [column(dimension) for dimension in request.dimensions]
    columns = {name: found.column(name).to_pylist() for name in found.column_names}
    groups = zip(*(columns[name] for name in names), strict=True) if names else None
    labels = columns[PERIOD]
    keys: list[Key] = (
        [(label, ()) for label in labels]
        if groups is None
        else list(zip(labels, groups, strict=True))
    )
    measure = request.measure
    if isinstance(measure, RateRatio | Typical):
        extra = columns[GROUP if isinstance(measure, RateRatio) else QUANTITY]
        return _gathered(measure, zip(keys, extra, columns["numerator"], strict=True))
    denominators = columns.get("denominator", [None] * len(keys))
    unknowns = columns.get("unknown", [0] * len(keys))
    return {
        key: Draft(numerator, denominator, unknown)
        for key, numerator, denominator, unknown in zip(
            keys, columns["numerator"], denominators, unknowns, strict=True
        )
    }


def _gathered(measure: Measure, rows: Iterable[tuple[Key, Any, int]]) -> dict[Key, Draft]:
    by_key: dict[Key, dict[Any, int]] = {}
    for key, value, number in rows:
        by_key.setdefault(key, {})[value] = number
    if isinstance(measure, RateRatio):
        return {
            key: Draft(
                numerator=found.get(measure.compared[0], 0),
                denominator=found.get(measure.compared[1], 0),
                unknown=found.get(None, 0),
                groups=found,
            )
            for key, found in by_key.items()
        }
    return {
        key: Draft(
            numerator=sum(number for value, number in found.items() if value is not None),
            unknown=found.get(None, 0),
            values={value: number for value, number in found.items() if value is not None},
        )
        for key, found in by_key.items()
    }
