"""The numbers of a cell before it is judged: what the query found, put in the cell's terms."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from peelian.engines.measures.fill import Key
from peelian.engines.measures.kinds import RateRatio, Typical
from peelian.engines.measures.layers import Layer, layers
from peelian.engines.measures.query import GROUP, LIMITED, OVER, PERIOD, QUANTITY, column
from peelian.engines.measures.request import Request
from peelian.engines.measures.sampled import Sampled


@dataclass(frozen=True, slots=True)
class Draft:
    """Counts of one group. `groups` holds a count per compared group, `values` a histogram.

    Of the rows with a value, `over` lie over the limit and of `limited` it is known whether.
    `layers` are the strata of the samples that the group rests on.
    """

    numerator: int = 0
    denominator: int | None = None
    unknown: int = 0
    groups: Mapping[str | None, int] = field(default_factory=dict)
    values: Mapping[float, int] = field(default_factory=dict)
    over: int = 0
    limited: int = 0
    layers: tuple[Layer, ...] = ()


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
    if isinstance(measure, RateRatio):
        return _compared(measure, zip(keys, columns[GROUP], columns["numerator"], strict=True))
    if isinstance(measure, Typical):
        none = [0] * len(keys)
        numbers = columns["numerator"], columns.get(OVER, none), columns.get(LIMITED, none)
        return _histograms(zip(keys, columns[QUANTITY], zip(*numbers, strict=True), strict=True))
    denominators = columns.get("denominator", [None] * len(keys))
    unknowns = columns.get("unknown", [0] * len(keys))
    if isinstance(measure, Sampled):
        return _drawn(zip(keys, layers(columns), unknowns, strict=True))
    return {
        key: Draft(numerator, denominator, unknown)
        for key, numerator, denominator, unknown in zip(
            keys, columns["numerator"], denominators, unknowns, strict=True
        )
    }


def _compared(measure: RateRatio, rows: Iterable[tuple[Key, Any, int]]) -> dict[Key, Draft]:
    by_key: dict[Key, dict[Any, int]] = {}
    for key, value, number in rows:
        by_key.setdefault(key, {})[value] = number
    return {
        key: Draft(
            numerator=found.get(measure.compared[0], 0),
            denominator=found.get(measure.compared[1], 0),
            unknown=found.get(None, 0),
            groups=found,
        )
        for key, found in by_key.items()
    }


def _histograms(rows: Iterable[tuple[Key, Any, tuple[int, int, int]]]) -> dict[Key, Draft]:
    by_key: dict[Key, dict[Any, tuple[int, int, int]]] = {}
    for key, value, numbers in rows:
        by_key.setdefault(key, {})[value] = numbers
    made = {}
    for key, found in by_key.items():
        unknown, _over, _limited = found.pop(None, (0, 0, 0))
        made[key] = Draft(
            numerator=sum(number for number, _over, _limited in found.values()),
            unknown=unknown,
            values={value: number for value, (number, _over, _limited) in found.items()},
            over=sum(over for _number, over, _limited in found.values()),
            limited=sum(limited for _number, _over, limited in found.values()),
        )
    return made


def _drawn(rows: Iterable[tuple[Key, Layer, int]]) -> dict[Key, Draft]:
    by_key: dict[Key, list[tuple[Layer, int]]] = {}
    for key, layer, unknown in rows:
        by_key.setdefault(key, []).append((layer, unknown))
    return {
        key: Draft(
            numerator=sum(layer.counted for layer, _unknown in found),
            denominator=sum(layer.among for layer, _unknown in found),
            unknown=sum(unknown for _layer, unknown in found),
            # In an order of their own, so that sums do not hang on how an engine groups.
            layers=tuple(
                sorted(
                    (layer for layer, _unknown in found),
                    key=lambda one: (one.sample, one.stratum, one.design, one.method),
                )
            ),
        )
        for key, found in by_key.items()
    }
