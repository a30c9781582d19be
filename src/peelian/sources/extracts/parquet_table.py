"""Parquet: typed columns become the text that says the same, so that one set of rules judges all.

Moments with a zone become ISO 8601 in UTC, moments without one stay local.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from peelian.records.load.errors import Unreadable
from peelian.sources.extracts.tables import Batch, Opened, places_of

ROWS_AT_ONCE = 100_000


@contextmanager
def open_parquet(path: Path, wanted: Sequence[str]) -> Iterator[Opened]:
    """The wanted columns of a Parquet file. Raises `CannotLoad`."""
    try:
        file = pq.ParquetFile(path)
    except (pa.ArrowInvalid, OSError) as error:
        raise Unreadable(f"{path.name} is no Parquet file that can be read ({error}).") from None
    with file:
        headings = tuple(file.schema_arrow.names)
        places_of(headings, wanted)
        for name in wanted:
            kind = file.schema_arrow.field(name).type
            if pa.types.is_nested(kind) or pa.types.is_binary(kind):
                raise Unreadable(f"column '{name}' holds {kind}: only plain values can be read.")
        yield Opened(headings, _batches(file, list(wanted)))


def _batches(file: pq.ParquetFile, wanted: list[str]) -> Iterator[Batch]:
    row = 1
    for batch in file.iter_batches(batch_size=ROWS_AT_ONCE, columns=wanted):
        lines = np.arange(row, row + batch.num_rows, dtype=np.int64)
        row += batch.num_rows
        arrays = [_text(batch.column(name)) for name in wanted]
        yield Batch(pa.table(arrays, names=wanted), lines)


def _text(values: pa.Array) -> pa.Array:
    kind = values.type
    if pa.types.is_dictionary(kind):
        return _text(values.dictionary_decode())
    if pa.types.is_timestamp(kind):
        text = pc.strftime(values.cast(pa.timestamp("s", kind.tz), safe=False), "%Y-%m-%d %H:%M:%S")
        if kind.tz is None:
            return text.cast(pa.string())
        utc = values.cast(pa.timestamp("s", "UTC"), safe=False)
        return pc.binary_join_element_wise(
            pc.strftime(utc, "%Y-%m-%d %H:%M:%S"), "+00:00", "", null_handling="emit_null"
        )
    if pa.types.is_duration(kind):
        return _clock(values.cast(pa.duration("s"), safe=False).cast(pa.int64()))
    if pa.types.is_floating(kind):
        # Data frames write what is missing as "not a number".
        known = pc.if_else(pc.is_nan(values), None, values)
        return pc.replace_substring_regex(known.cast(pa.string()), r"\.0$", "")
    return values.cast(pa.string())


def _clock(seconds: pa.Array) -> pa.Array:
    """Whole seconds as hh:mm:ss."""
    minutes = pc.divide(seconds, 60)
    hours = pc.divide(minutes, 60)
    parts = (
        hours,
        pc.subtract(minutes, pc.multiply(hours, 60)),
        pc.subtract(seconds, pc.multiply(minutes, 60)),
    )
    padded = [pc.utf8_lpad(part.cast(pa.string()), 2, "0") for part in parts]
    return pc.binary_join_element_wise(*padded, ":", null_handling="emit_null")
