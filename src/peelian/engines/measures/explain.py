"""A measure's definition for readers: in words, as declared, as a query, with its authority."""

from dataclasses import dataclass

from peelian.engines.measures.declared import View
from peelian.engines.measures.kinds import Count, Measure, Rate, RateRatio, Share, Typical
from peelian.engines.measures.periods import Period
from peelian.engines.measures.query import query
from peelian.engines.measures.request import Request
from peelian.engines.measures.sampled import Sampled
from peelian.engines.measures.tables import TableSource
from peelian.numbers.interval import METHODS, Method
from peelian.records.schema import type_key

INTERVALS = {
    "share": "wilson",
    "rate": "byar",
    "ratio": "log_rate_ratio",
    "typical": "order_statistics",
}
OF_SAMPLES = (
    "wilson",
    "wilson_finite",
    "exact",
    "wald_finite",
    "stratified",
    "stratified_exact",
    "stratified_wald",
)


def method(key: str) -> Method | None:
    """The interval method of a cell: its name, what it assumes and its literature."""
    return METHODS.get(key)


def methods_of(measure: Measure) -> tuple[Method, ...]:
    """The methods by which intervals of this measure are drawn; none for a plain count.

    A sample names its own method or has the one that fits, so there are several.
    """
    if isinstance(measure, Sampled):
        return tuple(METHODS[key] for key in OF_SAMPLES)
    named = METHODS.get(INTERVALS.get(measure.kind, ""))
    return () if named is None else (named,)


@dataclass(frozen=True)
class Declared:
    """The definition as its author wrote it, one pair of name and text for each part."""

    lines: tuple[tuple[str, str], ...]


def declared(measure: Measure) -> Declared:
    """The parts of a declaration that decide its numbers, as text."""
    of = measure.of
    lines = [
        ("kind", measure.kind),
        ("of", of.key if isinstance(of, View) else type_key(of)),
        ("dated by", measure.dated_by),
        ("counting", repr(measure.counting)),
    ]
    lines += [
        (name, repr(getattr(measure, name)))
        for name in measure.conditions
        if getattr(measure, name) is not None
    ]
    match measure:
        case Count(distinct=str() as field) | Share(distinct=str() as field):
            lines.append(("distinct", field))
        case Rate(per=per, base=base):
            lines.append(("per", f"{base} {per.title}, {per.year}"))
        case RateRatio(per=per, group=group, compared=(one, other)):
            lines.append(("per", f"{per.title}, {per.year}"))
            lines.append(("compared", f"{group.key} {one} against {other}"))
        case Typical(unit=unit, mean=mean):
            lines.append(("unit", unit))
            lines += [("mean", "given, and labelled so")] if mean else []
        case Share(of_known=True):
            lines.append(("out of", "those that are known"))
    if isinstance(measure, Count | Rate | RateRatio) and measure.weight is not None:
        lines.append(("each row stands for", measure.weight))
    if measure.most_unknown is not None:
        limit = measure.most_unknown
        lines.append(("most unknown", f"{limit.share:.0%}: {limit.authority}"))
    if measure.follow_up is not None:
        months = measure.follow_up.months
        end = "as far as files are loaded" if months is None else f"{months} further months"
        lines.append(("followed through", f"{type_key(measure.follow_up.of)} files, {end}"))
    return Declared(tuple(lines))


def sql(asked: Request, tables: TableSource, spans: tuple[Period, ...]) -> str:
    """The query behind a request as the engine would run it."""
    return tables.sql(query(asked, tables.table, spans))
