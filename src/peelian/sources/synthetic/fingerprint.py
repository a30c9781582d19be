"""What rows say, in one number: the same for the same content, however stored and whenever made."""

import hashlib
from collections.abc import Iterable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from peelian.records.store.snapshot import Part


def digest_of(rows: pa.Table) -> str:
    """SHA-256 of every value of a table, row by row and in order, by the names of its columns.

    A column without a value adds nothing, so that a field which is new and empty changes nothing.
    """
    hashed = hashlib.sha256(f"{len(rows)}".encode())
    for name in rows.column_names:
        column = rows[name].combine_chunks()
        if column.null_count == len(column):
            continue
        hashed.update(f"\x1f{name}".encode())
        hashed.update(np.packbits(column.is_valid().to_numpy(zero_copy_only=False)).tobytes())
        if pa.types.is_dictionary(column.type):
            used, column = _words_used(column)
            hashed.update("\x1e".join(used).encode())
        _add(hashed, column)
    return hashed.hexdigest()


def _words_used(column: pa.Array) -> tuple[list[str], pa.Array]:
    """The words that occur, by alphabet, and the place of each row's word among them."""
    places = pc.fill_null(column.indices, 0).to_numpy()
    there = np.bincount(pc.drop_null(column.indices).to_numpy(), minlength=len(column.dictionary))
    listed = column.dictionary.to_pylist()
    used = sorted(word for word, times in zip(listed, there, strict=True) if times)
    rank = {word: place for place, word in enumerate(used)}
    ranks = np.array([rank.get(word, 0) for word in listed], dtype=np.int32)
    return used, pa.array(ranks[places], mask=column.is_null().to_numpy(zero_copy_only=False))


def _add(hashed: "hashlib._Hash", column: pa.Array) -> None:
    kind = column.type
    if pa.types.is_string(kind):
        for text in _stretches(column):
            hashed.update(text)
        return
    if pa.types.is_boolean(kind):
        column = column.cast(pa.int8())
    elif pa.types.is_timestamp(kind):
        column = column.cast(pa.int64())
    elif pa.types.is_date32(kind):
        column = column.cast(pa.int32())
    filled = pc.fill_null(column, 0).to_numpy()
    hashed.update(filled.astype(filled.dtype.newbyteorder("<"), copy=False).tobytes())


def _stretches(column: pa.Array) -> Iterable[bytes]:
    """Lengths, then the texts without anything between them."""
    texts = pc.fill_null(column, "")
    yield pc.binary_length(texts).to_numpy().astype("<i4").tobytes()
    yield pc.binary_join(pa.ListArray.from_arrays([0, len(texts)], texts), "")[0].as_py().encode()


def fingerprint(parts: Iterable[Part]) -> str:
    """One number over many parts, in whatever order they come."""
    lines = sorted(f"{'|'.join(part.key)}|{part.rows}|{part.origin_sha256}" for part in parts)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:32]
