"""Columns of a part, made whole, in the order and with the types of the store."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from peelian.records.base import Record
from peelian.records.schema import fields_of, schema_of
from peelian.sources.synthetic.draws import Flags, Floats, Ints

Column: TypeAlias = pa.Array | str


class MissingColumn(Exception):
    """A record type has a field that must be filled and that nothing here fills."""


def words(places: Ints, listed: Sequence[str | None], *, blank: Flags | None = None) -> pa.Array:
    """Words of a list by their place in it; blank where asked, or where the list says None."""
    known = [word for word in listed if word is not None]
    at = np.cumsum([word is not None for word in listed]) - 1
    empty = np.array([word is None for word in listed])[places]
    if blank is not None:
        empty |= blank
    indices = pa.array(at[places].astype(np.int32), mask=empty if empty.any() else None)
    return pa.DictionaryArray.from_arrays(indices, pa.array(known, pa.string()))


def numbers(values: Floats | Ints, *, blank: Flags | None = None) -> pa.Array:
    """Whole numbers, cut down to the one below."""
    return pa.array(np.floor(values).astype(np.int64), mask=blank)


def degrees(values: Floats, *, blank: Flags) -> pa.Array:
    """Longitudes or latitudes to the sixth digit, as published."""
    return pa.array(np.round(values, 6), mask=blank)


def flags(values: Flags, *, blank: Flags | None = None) -> pa.Array:
    """Yes, no or nothing."""
    return pa.array(values, mask=blank)


def moments(seconds: Ints, *, blank: Flags | None = None) -> pa.Array:
    """Moments in UTC from seconds since 1970."""
    return pa.array((seconds * 1_000_000).view("datetime64[us]"), mask=blank).cast(
        pa.timestamp("us", "UTC")
    )


def emptied(column: pa.Array, blank: Flags) -> pa.Array:
    """The same column with nothing in some rows."""
    return pc.if_else(pa.array(blank), pa.scalar(None, column.type), column)


def table_of(model: type[Record], rows: int, given: Mapping[str, Column]) -> pa.Table:
    """The rows of a record type: a text stands in every row, what is not given is blank.

    Words stay in their lists, which Parquet keeps as it keeps any text. Raises `MissingColumn`.
    """
    wanted = schema_of(model).to_pyarrow()
    missing = [
        card.name for card in fields_of(model) if not card.optional and card.name not in given
    ]
    unknown = sorted(set(given) - set(wanted.names))
    if missing or unknown:
        raise MissingColumn(
            f"{model.__name__} also needs {', '.join(missing) or 'nothing'} and has no field "
            f"{', '.join(unknown) or 'too many'}."
        )
    return pa.table(
        {name: _column(given.get(name), wanted.field(name).type, rows) for name in wanted.names}
    )


def _column(given: Column | None, kind: pa.DataType, rows: int) -> pa.Array:
    if given is None:
        return pa.nulls(rows, kind)
    if isinstance(given, str):
        return words(np.zeros(rows, dtype=np.int64), [given])
    return given
