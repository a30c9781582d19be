"""CSV as systems write it: any delimiter, quote and encoding, with lines above the header.

The bytes are turned into those of the one dialect that the loader knows, sign for sign: another
delimiter changes places with the comma, another quote with the double one, and back in every
value. So a file is judged by the same sieve as any other, and no line vanishes.
"""

import codecs
import dataclasses
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from peelian.records.load import mend
from peelian.records.load.blocks import BLOCK_SIZE, FaultyLine, Sieve
from peelian.records.load.errors import Unreadable, WrongHeader
from peelian.records.load.header import columns_of
from peelian.records.load.streams import OPERATOR_CAPS, ByteStream, open_bytes
from peelian.records.load.text import read_records
from peelian.sources.extracts.declared import FileForm
from peelian.sources.extracts.tables import Batch, Opened, places_of

# Stands for a sign that has lost its place; it is in no text that people write.
ASIDE = "\x1a"
UTF8 = codecs.lookup("utf-8").name


@contextmanager
def open_csv(path: Path, form: FileForm, wanted: Sequence[str]) -> Iterator[Opened]:
    """The wanted columns of a CSV file. Raises `CannotLoad`."""
    swaps = _swaps(form)
    with open_bytes(path) as stream:
        plain = _Plain(stream, form, swaps)
        sieve = Sieve(ByteStream(plain, None, OPERATOR_CAPS, path.name), block_size=BLOCK_SIZE)
        headings = tuple(_back(name, swaps) for name in columns_of(sieve.header()))
        if not any(headings):
            raise WrongHeader(f"line {form.header_row}, which should be its header, is empty.")
        places = places_of(headings, wanted)
        yield Opened(headings, _batches(sieve, len(headings), places, form, swaps))


def _batches(
    sieve: Sieve,
    columns: int,
    places: dict[str, int],
    form: FileForm,
    swaps: dict[str, str],
) -> Iterator[Batch]:
    # Headings may be blank or stand there twice, so columns go by their places.
    names = tuple(str(place) for place in range(columns))
    above = form.header_row - 1
    for block in mend.blocks(sieve, columns=columns):
        table, lines, faulty = read_records(block, names)
        yield Batch(
            texts=pa.table(
                {
                    name: _back_in(table[str(at)].combine_chunks(), swaps)
                    for name, at in places.items()
                }
            ),
            lines=lines + above,
            faulty=tuple(_as_written(fault, above, form, swaps) for fault in faulty),
        )


def _swaps(form: FileForm) -> dict[str, str]:
    """Which signs change places, each way. A file without quotes has its quotes put aside."""
    swaps: dict[str, str] = {}
    for theirs, ours in ((form.delimiter, ","), (form.quote or ASIDE, '"')):
        if theirs != ours:
            swaps |= {theirs: ours, ours: theirs}
    return swaps


def _back(text: str, swaps: dict[str, str]) -> str:
    return text.translate(str.maketrans(dict[str, str | int | None](swaps)))


def _back_in(values: pa.Array, swaps: dict[str, str]) -> pa.Array:
    changed = [sign for sign in swaps if pc.any(pc.match_substring(values, sign)).as_py()]
    if not changed:
        return values
    return pa.array(
        [None if text is None else _back(text, swaps) for text in values.to_pylist()], pa.string()
    )


def _as_written(fault: FaultyLine, above: int, form: FileForm, swaps: dict[str, str]) -> FaultyLine:
    value = fault.value
    if swaps:
        value = _back(value.decode(errors="surrogateescape"), swaps).encode(
            errors="surrogateescape"
        )
    reason, expected = fault.reason, fault.expected
    if reason == "not written in UTF-8":
        reason = f"not written in {form.encoding}"
        expected = "the encoding of the file in file.encoding: utf-8, cp1252 or utf-16"
    expected = expected.replace("a comma", repr(form.delimiter))
    return dataclasses.replace(
        fault, line=fault.line + above, value=value, reason=reason, expected=expected
    )


class _Plain:
    """The bytes of a file in UTF-8, signs swapped, from the header on."""

    def __init__(self, stream: ByteStream, form: FileForm, swaps: dict[str, str]) -> None:
        self._stream = stream
        self._form = form
        self._swaps = bytes.maketrans(
            "".join(swaps).encode("ascii", "replace"),
            "".join(swaps.values()).encode("ascii", "replace"),
        )
        self._above = form.header_row - 1
        encoding = codecs.lookup(form.encoding).name
        # What cannot be decoded comes out as it went in, so that its line alone is refused.
        errors = "strict" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
        self._decoder = None if encoding == UTF8 else codecs.getincrementaldecoder(encoding)(errors)

    def read(self, size: int, /) -> bytes:
        while True:
            data = self._stream.read(size)
            ended = not data
            plain = self._without_lines_above(self._in_utf8(data, ended).translate(self._swaps))
            if plain or ended:
                return plain

    def _in_utf8(self, data: bytes, ended: bool) -> bytes:
        if self._decoder is None:
            return data
        try:
            return self._decoder.decode(data, final=ended).encode("utf-8", "surrogateescape")
        except UnicodeError as error:
            raise Unreadable(
                f"it is not written in {self._form.encoding} ({error}): say how with file.encoding."
            ) from None

    def _without_lines_above(self, data: bytes) -> bytes:
        while self._above and data:
            _line, feed, rest = data.partition(b"\n")
            self._above -= bool(feed)
            data = rest
        return data
