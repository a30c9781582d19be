"""The address of a row: by its key or, where the source gives none, by its content.

By content it is the MD5 of type, source, force and file month, joined by the unit separator
(U+001F), and of the row as RFC 4180 writes it: the columns of the kind in its order, blanks at
both ends cut off, commas between, quotes only where needed, CR and LF at the end. Rows of a file
that are equal in all of that are told apart by their ordinal: the first keeps this address, the
n-th has the MD5 of the first's address, a slash and n. Rows count as equal when their first
addresses share 16 digits.

Where the source has a key, the fields of the key stand in the place of the row, and the word
"key" in that of the month: the row keeps its address when the rest of it changes.

`first_address_sql` and `address` say the same in SQL and in Python; a test compares them.
"""

import csv
import hashlib
import io
from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from peelian.records.load.rules import Place, quoted

ADDRESS = "record_id"
SEPARATOR = "\x1f"
DIGITS = 16
LENGTH = 32
BY_KEY = "key"
NEEDS_QUOTES = (",", '"', "\r", "\n")


def first_address_sql(*, type_key: str, source: str, place: Place, row: str) -> str:
    """SQL for the address of the first of equal rows, from an SQL expression of the row."""
    return f"md5({quoted(_prefix(type_key, source, place))} || {row})"


def keyed_address_sql(*, type_key: str, source: str, force_id: str, row: str) -> str:
    """SQL for the address by a key, from an SQL expression of the fields of the key as a row."""
    return first_address_sql(
        type_key=type_key, source=source, place=Place(force_id, BY_KEY), row=row
    )


def row_sql(values: Sequence[str]) -> str:
    """SQL for a row as RFC 4180 writes it, from SQL expressions of its texts."""
    return " || ',' || ".join(_field_sql(value) for value in values) + " || chr(13) || chr(10)"


def address(
    *, type_key: str, source: str, place: Place, values: Sequence[str], ordinal: int = 1
) -> str:
    """The same in plain Python, for one row."""
    row = io.StringIO()
    csv.writer(row).writerow([value.strip(" \t") for value in values])
    return _further(_md5(_prefix(type_key, source, place) + row.getvalue()), ordinal)


def _prefix(type_key: str, source: str, place: Place) -> str:
    return SEPARATOR.join((type_key, source, place.force_id, place.month, ""))


def _field_sql(value: str) -> str:
    text = f"coalesce({value}, '')"
    needs = " OR ".join(f"contains({value}, {quoted(mark)})" for mark in NEEDS_QUOTES)
    doubled = f"'\"' || replace({value}, '\"', '\"\"') || '\"'"
    return f"CASE WHEN {needs} THEN {doubled} ELSE {text} END"


class Ordinals:
    """Numbers equal rows of one file as its blocks come by, and gives each its address.

    Keeps sorted runs of what it has seen and merges runs of like size, so that a file of n rows
    costs 12 bytes a row and n log n time.
    """

    def __init__(self) -> None:
        self._runs: list[tuple[np.ndarray, np.ndarray]] = []

    def addresses(self, first: pa.Array) -> pa.Array:
        """The addresses of the rows of a block, from their first addresses, in the same order."""
        keys = short_keys(first)
        order = np.argsort(keys, kind="stable")
        distinct, start, inverse_counts = _groups(keys[order])
        seen = self._seen(distinct)
        ordinals = np.empty(len(keys), dtype=np.int64)
        within = np.arange(len(keys)) - np.repeat(start, inverse_counts)
        ordinals[order] = within + np.repeat(seen, inverse_counts) + 1
        self._remember(distinct, inverse_counts)
        further = np.flatnonzero(ordinals > 1)
        if not len(further):
            return first
        letters = _letters(first).copy()
        rows = letters.view(f"S{LENGTH}").reshape(-1)
        for row, ordinal in zip(further.tolist(), ordinals[further].tolist(), strict=True):
            rows[row] = _further(rows[row].decode(), ordinal).encode()
        return pa.StringArray.from_buffers(
            len(first),
            pa.array(np.arange(0, (len(first) + 1) * LENGTH, LENGTH, dtype=np.int32)).buffers()[1],
            pa.py_buffer(letters),
        )

    def _seen(self, distinct: np.ndarray) -> np.ndarray:
        total = np.zeros(len(distinct), dtype=np.int64)
        for keys, counts in self._runs:
            at = np.searchsorted(keys, distinct)
            at[at == len(keys)] = 0
            total += np.where(keys[at] == distinct, counts[at], 0)
        return total

    def _remember(self, keys: np.ndarray, counts: np.ndarray) -> None:
        if not len(keys):
            return
        run = (keys, counts.astype(np.int32))
        while self._runs and len(self._runs[-1][0]) <= len(run[0]):
            run = _merged(self._runs.pop(), run)
        self._runs.append(run)


def _groups(ordered: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Distinct keys, where each begins and how often it stands there."""
    if not len(ordered):
        nothing = np.zeros(0, dtype=np.int64)
        return ordered, nothing, nothing
    begins = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
    return ordered[begins], begins, np.diff(np.append(begins, len(ordered)))


def _merged(
    one: tuple[np.ndarray, np.ndarray], other: tuple[np.ndarray, np.ndarray]
) -> tuple[np.ndarray, np.ndarray]:
    keys = np.concatenate((one[0], other[0]))
    order = np.argsort(keys, kind="stable")
    counts = np.concatenate((one[1], other[1]))[order]
    distinct, begins, _ = _groups(keys[order])
    return distinct, np.add.reduceat(counts, begins)


def _letters(first: pa.Array) -> np.ndarray:
    """The bytes of addresses, one row for each. Addresses are all of one length."""
    if not len(first):
        return np.zeros((0, LENGTH), dtype=np.uint8)
    begin = first.offset * LENGTH
    raw = np.frombuffer(first.buffers()[2], dtype=np.uint8)
    return raw[begin : begin + len(first) * LENGTH].reshape(-1, LENGTH)


def short_keys(first: pa.Array) -> np.ndarray:
    """The first 16 hexadecimal digits of each address as one unsigned number."""
    digits = _letters(first)[:, :DIGITS]
    # '0' to '9' are 0x30 to 0x39 and 'a' to 'f' are 0x61 to 0x66.
    values = (digits & 0xF) + (digits >> 6) * 9
    pairs = np.ascontiguousarray(values[:, 0::2] << 4 | values[:, 1::2])
    return pairs.view(">u8").reshape(-1).astype(np.uint64)


def _further(first: str, ordinal: int) -> str:
    return first if ordinal == 1 else _md5(f"{first}/{ordinal}")


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
