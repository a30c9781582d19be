"""Rows of a table under a mapping: the text of each field, the force and the month of each row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from peelian.records.load.reading import NOWHERE, Reading
from peelian.records.load.rules import Rule
from peelian.sources.extracts.columns import rule_of
from peelian.sources.extracts.dating import dated_by
from peelian.sources.extracts.declared import FieldFrom, ForceColumn, ForceSegments, LeftOut
from peelian.sources.extracts.declared import Mapping as Mapped
from peelian.sources.extracts.faults import Fault, Faults
from peelian.sources.extracts.forcing import ForceOf
from peelian.sources.extracts.tables import Batch

BLANKS = " \t\u00a0"
LINE_BREAKS = "[\r\n]+"
# A date and a time that stand in two cells of a sheet: the date has brought a time of its own.
DATE_BEFORE_TIME = r"^(\d{4}-\d{2}-\d{2}) 00:00:00 (\d.*)$"


@dataclass(frozen=True)
class Placed:
    """The rows of a batch that have a force and a month: text by field, both empty where unasked.

    `days` tells the local day of each, null where a row tells its month only.
    """

    texts: pa.Table
    lines: np.ndarray
    forces: pa.Array
    months: pa.Array
    days: pa.Array


class Placing:
    """Places the rows of one delivery under one mapping."""

    def __init__(self, mapping: Mapped, reading: Reading) -> None:
        self.mapping = mapping
        self._reading = reading
        self._dating = _dating(mapping)

    def place(self, batch: Batch, force_of: ForceOf, faults: Faults) -> Placed:
        """The rows that can be placed; all others end in `faults`, each with its reason."""
        missing = pa.array(self.mapping.file.missing, pa.string())
        texts = pa.table(
            {
                name: _clean(batch.texts[name].combine_chunks(), missing)
                for name in batch.texts.column_names
            }
        )
        out = np.zeros(len(texts), dtype=bool)
        for left in self.mapping.left_out:
            out |= faults.add(_left_out(left, texts), batch.lines, ~out)
        forces, fault = force_of(texts, batch.lines)
        out |= faults.add(fault, batch.lines, ~out)
        fields = {of.field: text_of(of, texts) for of in self.mapping.fields}
        months = days = pa.nulls(len(texts), pa.string())
        if self._dating is not None:
            of, rule = self._dating
            dated = self._reading.dated(fields[of.field], rule)
            months, days = dated.months, dated.days
            out |= faults.add(_undated(of, rule, fields, dated.wrong), batch.lines, ~out)
        out |= faults.add(self._outside(forces, months), batch.lines, ~out)
        kept = pa.array(~out)
        return Placed(
            texts=pa.table(fields).filter(kept),
            lines=batch.lines[~out],
            forces=forces.filter(kept),
            months=months.filter(kept),
            days=days.filter(kept),
        )

    def _outside(self, forces: pa.Array, months: pa.Array) -> Fault:
        """Rows of forces and months that this feed has no authority to fill."""
        said = self.mapping.authority
        outside = np.zeros(len(forces), dtype=bool)
        if said.forces:
            outside |= ~_true(pc.is_in(forces, value_set=pa.array(said.forces, pa.string())))
        if said.first:
            outside |= _true(pc.less(months, said.first))
        if said.last:
            outside |= _true(pc.greater(months, said.last))
        span = f"{said.first or 'the beginning'} to {said.last or 'today'}"
        wanted = f"{', '.join(said.forces) or 'any force'}, {span}"
        return Fault(
            outside,
            column="force and month",
            values=pc.binary_join_element_wise(
                forces, pc.fill_null(months, ""), " ", null_handling="replace"
            ),
            reason="outside what this feed may fill",
            expected=lambda _value: f"{wanted}, as 'authority' in the mapping says",
        )


def wanted(mapping: Mapped) -> tuple[str, ...]:
    """The headings that a mapping reads, each once."""
    names = [heading for of in mapping.fields for heading in of.headings]
    names += [left.heading for left in mapping.left_out]
    if isinstance(mapping.force, ForceColumn | ForceSegments):
        names.append(mapping.force.heading)
    return tuple(dict.fromkeys(names))


def text_of(of: FieldFrom, texts: pa.Table) -> pa.Array:
    """The text of one field of every row."""
    if not of.headings:
        return pa.repeat(pa.scalar(of.constant, pa.string()), len(texts))
    parts = [texts[heading].combine_chunks() for heading in of.headings]
    if len(parts) == 1:
        return parts[0]
    # Half a moment is none, and half a reference neither.
    joined = pc.binary_join_element_wise(*parts, " ", null_handling="emit_null")
    return pc.replace_substring_regex(joined, DATE_BEFORE_TIME, r"\1 \2")


def _dating(mapping: Mapped) -> tuple[FieldFrom, Rule] | None:
    """The field that tells the month, with its rule; a row without it has no place."""
    name = dated_by(mapping.model)
    if not name:
        return None
    of = next(of for of in mapping.fields if of.field == name)
    rule = rule_of(mapping.model, of)
    return of, replace(rule, required=True)  # type: ignore[type-var]  # every rule of dates has it


def _left_out(left: LeftOut, texts: pa.Table) -> Fault:
    values = texts[left.heading].combine_chunks()
    words = pa.array([word or None for word in left.words], pa.string())
    return Fault(
        _true(pc.is_in(values, value_set=words)),
        column=left.heading,
        values=values,
        reason="left out by the mapping: 'leave_out' names it",
        expected=lambda _value: "a row of the record type",
    )


def _undated(of: FieldFrom, rule: Rule, fields: Mapping[str, pa.Array], wrong: np.ndarray) -> Fault:
    said: Callable[[str], str] = lambda value: rule.expected(value, NOWHERE)  # noqa: E731
    return Fault(
        wrong, column=of.called, values=fields[of.field], reason=rule.reason, expected=said
    )


def _clean(values: pa.Array, missing: pa.Array) -> pa.Array:
    """Blanks at the edges gone, line breaks inside made blanks, words for nothing made nothing."""
    if _any(pc.match_substring_regex(values, LINE_BREAKS)):
        values = pc.replace_substring_regex(values, LINE_BREAKS, " ")
    trimmed = pc.utf8_trim(values, characters=BLANKS)
    nothing = pc.equal(trimmed, "")
    if len(missing):
        nothing = pc.or_(nothing, pc.is_in(trimmed, value_set=missing))
    return pc.if_else(nothing, None, trimmed)


def _any(mask: pa.Array) -> bool:
    return bool(pc.any(mask).as_py())


def _true(mask: pa.Array) -> np.ndarray:
    found: np.ndarray = pc.fill_null(mask, False).to_numpy(zero_copy_only=False)
    return found
