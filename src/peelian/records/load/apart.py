"""Rows of one file told apart: equal ones by their ordinal, or by the key that each must have."""

import dataclasses
from collections.abc import Callable

import pyarrow as pa

from peelian.records.load.address import ADDRESS, Ordinals
from peelian.records.load.firsts import Firsts
from peelian.records.load.judge import Judged
from peelian.records.load.refused import reject_table
from peelian.records.load.source import Found


def by_ordinal() -> Callable[[Judged], Judged]:
    """Gives equal rows of one file addresses of their own, block after block."""
    ordinals = Ordinals()

    def tell_apart(judged: Judged) -> Judged:
        rows = judged.rows
        if not len(rows):
            return judged
        first = rows[ADDRESS].combine_chunks()
        at = rows.schema.get_field_index(ADDRESS)
        addressed = rows.set_column(at, ADDRESS, ordinals.addresses(first))
        return dataclasses.replace(judged, rows=addressed)

    return tell_apart


def by_key(found: Found) -> Callable[[Judged], Judged]:
    """Refuses a row whose key stood in an earlier row of the file, block after block."""
    firsts = Firsts()
    headers = [found.kind.fields[field].header for field in found.kind.natural_key]

    def tell_apart(judged: Judged) -> Judged:
        earlier = firsts.earlier(judged.rows[ADDRESS].combine_chunks(), judged.lines)
        again = earlier > 0
        if not again.any():
            return judged
        rows, chosen = judged.rows, pa.array(again)
        keys = zip(
            *(rows[field].filter(chosen).to_pylist() for field in found.kind.natural_key),
            strict=True,
        )
        rejects = reject_table(
            origin=found.origin,
            column=", ".join(headers),
            values=pa.array([", ".join(map(str, key)) for key in keys], pa.string()),
            lines=judged.lines[again],
            reasons=pa.array([f"the same key as on line {line}" for line in earlier[again]]),
            expected=pa.repeat("one row for each key; the first is kept", int(again.sum())),
        )
        return Judged(
            rows=rows.filter(pa.array(~again)),
            lines=judged.lines[~again],
            rejected=judged.rejected + int(again.sum()),
            rejects=pa.concat_tables([judged.rejects, rejects]).sort_by("line"),
        )

    return tell_apart
