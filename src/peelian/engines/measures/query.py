"""Turns a request into one Ibis expression: the query whose answer is the truth of a measure."""

from collections.abc import Iterable
from typing import Any

import ibis
from ibis import _

from peelian.engines.measures.declared import Dimension, Tables, View
from peelian.engines.measures.kinds import Count, Measure, Rate, RateRatio, Share, Typical
from peelian.engines.measures.layers import layered
from peelian.engines.measures.periods import MONTH, SPAN, Period, overlap
from peelian.engines.measures.request import NOT_RECORDED, Request
from peelian.engines.measures.sampled import Sampled
from peelian.engines.measures.tables import TableSource
from peelian.records.base import Record
from peelian.records.months import between, shift
from peelian.spine.residents import resident_areas

# A group column of our own; no field of a record begins with an underscore.
PERIOD = "_period"
GROUP = "_group"
QUANTITY = "_quantity"
OVER = "_over"
LIMITED = "_limited"
COUNTED = "_counted"
ROWS = "_rows"
# The field by which the files of a record type are cut.
FILE_MONTH = "month"
# Dimensions become columns under a prefix, so that they cannot hide a field of the record.
PREFIX = "_by_"


def rows_of(measure: Measure, tables: Tables) -> Any:
    """The rows that a measure asks about, before any filter."""
    of = measure.of
    return of.build(tables) if isinstance(of, View) else tables(of)


def column(dimension: Dimension) -> str:
    """The name under which a dimension stands in the query's result."""
    return PREFIX + dimension.key


def filtered(request: Request, tables: Tables, months: Iterable[str]) -> Any:
    """The rows within the months and conditions of the request, with its dimensions as columns."""
    measure = request.measure
    rows = rows_of(measure, tables)
    rows = rows.filter(_within(rows[measure.dated_by], months))
    needed = {dimension.key: dimension for dimension in request.dimensions}
    known = {dimension.key: dimension for dimension in measure.by}
    needed |= {name: known[name] for name, _values in request.where}
    if isinstance(measure, RateRatio):
        needed[measure.group.key] = measure.group
    rows = with_dimensions(rows, needed.values(), tables)
    for name, values in request.where:
        rows = rows.filter(matches(rows[PREFIX + name], values))
    return rows


def _within(column: Any, wanted: Iterable[str]) -> Any:
    """Whether a column of months holds one of these: as spans, which any engine tests fast."""
    spans: list[list[str]] = []
    for month in sorted(set(wanted)):
        if spans and month == shift(spans[-1][1], 1):
            spans[-1][1] = month
        else:
            spans.append([month, month])
    return ibis.or_(*(column.between(first, last) for first, last in spans))


def matches(column: Any, values: Iterable[str]) -> Any:
    """Whether a column holds one of the values; the empty text stands for "not recorded"."""
    wanted = list(values)
    named = column.isin([value for value in wanted if value != NOT_RECORDED])
    return named | column.isnull() if NOT_RECORDED in wanted else named


def with_dimensions(rows: Any, dimensions: Iterable[Dimension], tables: Tables) -> Any:
    """Adds each dimension as a column; those no field holds are looked up by its LSOA.

    Rows that have no LSOA are first given one where a dimension knows how; they stay as many.
    """
    wanted = list(dimensions)
    for locate in dict.fromkeys(d.locate for d in wanted if d.locate is not None):
        rows = locate(rows, tables)
    plain = {column(d): _as_text(rows[d.field]) for d in wanted if d.field is not None}
    rows = rows.mutate(**plain) if plain else rows
    places = [d for d in wanted if d.field is None]
    if places:
        areas = resident_areas(tables)
        areas = areas.select(_area=areas.lsoa_code, **{column(d): areas[d.place] for d in places})
        rows = rows.left_join(areas, rows.lsoa_code == areas._area).drop("_area")
    return rows


def _as_text(column: Any) -> Any:
    """Groups are named in text, hours and days of the week among them."""
    return column if column.type().is_string() else column.cast("string")


def with_periods(rows: Any, dated_by: str, grain: str, periods: Iterable[Period]) -> Any:
    """Adds the period of each row; a row stands once in each period that holds its month."""
    if grain == MONTH:
        return rows.mutate(**{PERIOD: rows[dated_by]})
    spans = tuple(periods)
    if len(spans) == 1:
        return rows.mutate(**{PERIOD: ibis.literal("" if grain == SPAN else spans[0].label)})
    pairs = [(month, period.label) for period in spans for month in period.months]
    if not overlap(spans):
        return rows.mutate(**{PERIOD: rows[dated_by].substitute(dict(pairs))})
    calendar = ibis.memtable(
        {"_month": [month for month, _label in pairs], PERIOD: [label for _month, label in pairs]},
        schema={"_month": "string", PERIOD: "string"},
    )
    return rows.inner_join(calendar, rows[dated_by] == calendar._month).drop("_month")


def aggregate(request: Request, rows: Any) -> Any:
    """One row per group with the numbers that the kind of measure needs.

    Columns: the period, the dimensions, then `numerator`, `denominator` and `unknown`; for a ratio
    also the group, for a typical value also the quantity, for a sample also how it was drawn.
    """
    measure = request.measure
    groups = [PERIOD, *(column(dimension) for dimension in request.dimensions)]
    counting = measure.counting
    match measure:
        case Sampled():
            return layered(rows, groups, measure)
        case Share(distinct=str() as field):
            # First one row for each thing counted: faster than to tell things apart twice.
            each = rows.filter(measure.among).group_by([*groups, field])
            held = each.aggregate(**{COUNTED: counting.any(), ROWS: _.count()})
            known = held[field].notnull()
            return held.group_by(groups).aggregate(
                numerator=held.count(where=known & held[COUNTED]),
                denominator=held.count(where=known),
                unknown=held[ROWS].sum(where=~known).fill_null(0),
            )
        case Share():
            held = rows.filter(measure.among)
            unknown = {} if measure.known is None else {"unknown": held.count(where=~measure.known)}
            counted, out_of = counting, None
            if measure.of_known:
                counted, out_of = counting & measure.known, measure.known
            return held.group_by(groups).aggregate(
                numerator=held.count(where=counted), denominator=held.count(where=out_of), **unknown
            )
        case RateRatio():
            held = rows.filter(counting).mutate(**{GROUP: _[column(measure.group)]})
            return held.group_by([*groups, GROUP]).aggregate(numerator=_number(held, measure))
        case Typical():
            held = rows.filter(measure.among).mutate(**{QUANTITY: counting})
            parts = {"numerator": held.count()}
            if measure.over is not None:
                parts |= {
                    OVER: held.count(where=measure.over),
                    LIMITED: held.count(where=measure.over.notnull()),
                }
            return held.group_by([*groups, QUANTITY]).aggregate(**parts)
        case Count(distinct=str() as field):
            held = rows.filter(counting)
            known = held[field].notnull()
            return held.group_by(groups).aggregate(
                numerator=held[field].nunique(where=known), unknown=held.count(where=~known)
            )
        case Count(weight=str() as field) | Rate(weight=str() as field):
            held = rows.filter(counting)
            return held.group_by(groups).aggregate(
                numerator=_number(held, measure), unknown=held.count(where=held[field].isnull())
            )
        case _:
            held = rows.filter(counting)
            return held.group_by(groups).aggregate(numerator=held.count())


def _number(rows: Any, measure: Count | Rate | RateRatio) -> Any:
    """How many things the rows are: one each, or as many as the weight says."""
    if measure.weight is None:
        return rows.count()
    return rows[measure.weight].sum().fill_null(0).cast("int64")


def pruned(
    measure: Measure, tables: TableSource, forces: Iterable[str], months: Iterable[str]
) -> Tables:
    """Tables that read only the files that can matter.

    Of the base record type these are the files of the forces and months in question (of any force
    where none is named), of one that is followed up those of the months of its windows.
    """
    wanted_forces, wanted_months = frozenset(forces) or None, frozenset(months)
    by_month = {measure.record_type: wanted_months} if measure.dated_by == FILE_MONTH else {}
    follow_up = measure.follow_up
    if follow_up is not None and follow_up.months is not None:
        by_month[follow_up.of] = frozenset(
            later
            for month in wanted_months
            for later in between(month, shift(month, follow_up.months))
        )

    def table(model: type[Record]) -> ibis.Table:
        force_only = wanted_forces if model is measure.record_type else None
        return tables.table(model, forces=force_only, months=by_month.get(model))

    return table


def query(request: Request, tables: Tables, periods: Iterable[Period]) -> Any:
    """The whole query of a request, as one expression."""
    spans = tuple(periods)
    months = [month for period in spans for month in period.months]
    rows = filtered(request, tables, months)
    return aggregate(request, with_periods(rows, request.measure.dated_by, request.grain, spans))
