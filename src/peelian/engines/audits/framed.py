"""The live query behind a frame: which records, in which stratum, which are left out and why."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import ibis

from peelian.engines.audits.declared import Audit
from peelian.engines.audits.digests import digest_of
from peelian.engines.audits.models import Run
from peelian.engines.measures.declared import Dimension, View
from peelian.engines.measures.query import FILE_MONTH, column, matches, with_dimensions
from peelian.numbers.drawing import Framed
from peelian.records.base import Record
from peelian.records.months import between
from peelian.records.protection import protection_of
from peelian.records.spreadsheets import harmless
from peelian.records.store.reader import Reader

LEFT_OUT = "_left_out"
STRATUM = "_stratum"
REFERENCE = "_reference"
# In a frame that is not divided, everything is in this stratum.
UNDIVIDED = ""
# What figures call it: to them an empty text is "not recorded".
WHOLE_FRAME = "Whole frame"


@dataclass(frozen=True)
class Asked:
    """What a frame is asked for: a force, months from the first to the last, conditions, strata.

    `narrowed` maps keys of dimensions to values, of which one must hold; "" is "not recorded".
    """

    force_id: str
    first: str
    last: str
    narrowed: Mapping[str, tuple[str, ...]]
    divided_by: str


@dataclass(frozen=True)
class Line:
    """One record that meets the condition: its stratum, and why it is left out if it is.

    `reference` is what people call it.
    """

    record_id: str
    stratum: str
    digest: str
    left_out: str
    reference: str

    @property
    def framed(self) -> Framed:
        """The same as a line of the frame's file."""
        return Framed(self.record_id, self.stratum, self.digest)


def asked_of(run: Run) -> Asked:
    """What the frame of a run is asked for."""
    narrowed = {name: tuple(values) for name, values in run.narrowed.items()}
    return Asked(run.force_id, run.first, run.last, narrowed, run.divided_by)


def lines(asked: Asked, audit: Audit, tables: Reader) -> tuple[Line, ...]:
    """Every record that meets the condition now, in the order of addresses.

    A stratum is written so that no spreadsheet takes it for a formula (C-EXP-2), since frames leave
    the product as files. Records that nobody may see alone are among them, as they are in every
    figure: who may review one of them is asked when it is handed out.
    """
    rows, left_out, stratum = _rows(asked, audit, tables)
    reference = protection_of(audit.record_type).reference
    shown = {name: rows[name] for name in audit.shows}
    wanted = rows.select(
        rows.record_id.name("_address"),
        left_out.name(LEFT_OUT),
        stratum.name(STRATUM),
        (rows[reference] if reference else _text("")).name(REFERENCE),
        **shown,
    ).order_by("_address")
    return tuple(
        Line(
            record_id=row["_address"],
            stratum=harmless(row[STRATUM]),
            digest=digest_of(audit, row),
            left_out=row[LEFT_OUT],
            reference=row[REFERENCE] or "",
        )
        for row in tables.to_arrow(wanted).to_pylist()
    )


def counts(asked: Asked, audit: Audit, tables: Reader) -> tuple[dict[str, int], dict[str, int]]:
    """How many records each stratum has, and how many are left out for each reason."""
    rows, why, stratum = _rows(asked, audit, tables)
    cells = rows.select(why.name(LEFT_OUT), stratum.name(STRATUM))
    grouped = cells.group_by([LEFT_OUT, STRATUM]).aggregate(n=cells.count())
    strata, left_out = Counter[str](), Counter[str]()
    for row in tables.to_arrow(grouped).to_pylist():
        if row[LEFT_OUT]:
            left_out[row[LEFT_OUT]] += row["n"]
        else:
            strata[harmless(row[STRATUM])] += row["n"]
    return dict(sorted(strata.items())), dict(sorted(left_out.items()))


def in_figures(stratum: str) -> str:
    """What findings, and so figures, call a stratum of a frame."""
    return stratum or WHOLE_FRAME


def dimension_named(found: Iterable[Dimension], key: str) -> Dimension:
    """The dimension with this key."""
    return next(one for one in found if one.key == key)


def _rows(asked: Asked, audit: Audit, tables: Reader) -> tuple[Any, Any, Any]:
    """The rows that meet the condition; of each, as columns, why it is left out and its stratum.

    The two are no part of the rows yet: a query that carries every column from step to step takes
    long to compile.
    """

    def table(model: type[Record]) -> ibis.Table:
        if model is not audit.record_type:
            return tables.table(model)
        months = frozenset(between(asked.first, asked.last))
        return tables.table(
            model,
            forces=frozenset({asked.force_id}),
            months=months if audit.dated_by == FILE_MONTH else None,
        )

    rows = audit.of.build(table) if isinstance(audit.of, View) else table(audit.of)
    rows = rows.filter(
        rows.force_id == asked.force_id, rows[audit.dated_by].between(asked.first, asked.last)
    )
    rows = rows.filter(audit.frame)
    chosen = [dimension_named(audit.by, key) for key in asked.narrowed]
    divided = dimension_named(audit.strata, asked.divided_by) if asked.divided_by else None
    needed = {one.key: one for one in (*chosen, *((divided,) if divided else ()))}
    rows = with_dimensions(rows, needed.values(), table)
    for one in chosen:
        rows = rows.filter(matches(rows[column(one)], asked.narrowed[one.key]))
    stratum = rows[column(divided)].fill_null(divided.unknown) if divided else _text(UNDIVIDED)
    return rows, _why_left_out(rows, audit), stratum


def _why_left_out(rows: Any, audit: Audit) -> Any:
    """The key of the first exclusion that holds; nothing where none does."""
    held = [
        (condition.fill_null(False), _text(one.key))
        for one in audit.exclusions
        for condition in rows.bind(one.holds)
    ]
    return ibis.cases(*held, else_=_text("")) if held else _text("")


def _text(value: str) -> Any:
    """A text as itself: a bare one would be taken for the name of a column."""
    return ibis.literal(value)
