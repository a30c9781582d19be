"""From sound lines to columns of text. The dialect is stated, never guessed.

Comma, quote `"` doubled inside quotes, one record on each line, every column text, blank is NULL.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.csv as pc

from peelian.records.load.blocks import Block, FaultyLine
from peelian.records.load.kinds import FileKind
from peelian.records.load.quotes import LINE_FEED, QUOTE, as_written, fields_of

# Above this share of lines with quotes, rows are put together again by the engine instead.
FEW_QUOTES = 0.05


@dataclass(frozen=True)
class Texts:
    """The records of a block as text, with the line number of each, and the lines that are none.

    `table` has the columns of the kind in the kind's order, under the names of their fields.
    `lines` is None where the n-th record stands on line `first_line` + n. `raw` holds every record
    as RFC 4180 writes it, CR and LF included, where the lines of the file say just that.
    """

    table: pa.Table
    first_line: int
    lines: np.ndarray | None
    blank_edges: bool
    raw: pa.Array | None
    faulty: tuple[FaultyLine, ...]

    def numbers(self) -> np.ndarray:
        """The line number of every record."""
        return _numbers(self.lines, self.first_line, len(self.table))


def read_texts(block: Block, kind: FileKind, names: tuple[str, ...]) -> Texts:
    """Split the lines of a block; `names` is the header in the order of the file."""
    table, lines, faulty, refused = _sound(block, names)
    kept = tuple(column.header for column in kind.columns)
    as_written = names == kept and not block.look.blank_edges and not block.odd
    raw = _raw(block) if as_written and len(table) else None
    if refused and raw:
        raw = raw.take(pa.array(np.delete(np.arange(len(raw)), refused)))
    if block.odd:
        table, lines = _with_odd(table, block, names, lines)
    if kind.numbered_by:
        # The file was made from another: its lines are those that people can look up.
        lines = table[kind.numbered_by].cast(pa.int64()).to_numpy()
    return Texts(
        table=table.select(kept).rename_columns([column.field for column in kind.columns]),
        first_line=block.first_line,
        lines=lines,
        blank_edges=block.look.blank_edges or bool(block.odd),
        raw=raw,
        faulty=faulty,
    )


def read_records(
    block: Block, names: tuple[str, ...]
) -> tuple[pa.Table, np.ndarray, tuple[FaultyLine, ...]]:
    """All columns of a block under these names, no two alike, with the line of each record.

    The third are the lines that are no records.
    """
    table, lines, faulty, _refused = _sound(block, names)
    if block.odd:
        table, lines = _with_odd(table, block, names, lines)
    return table, _numbers(lines, block.first_line, len(table)), faulty


def _sound(
    block: Block, names: tuple[str, ...]
) -> tuple[pa.Table, np.ndarray | None, tuple[FaultyLine, ...], list[int]]:
    """The columns of sound lines, their numbers, what is wrong with others and which those are."""
    table, refused = _records(block.data, names)
    if not refused:
        return table, block.lines, tuple(sorted(block.faulty, key=_line)), []
    numbers = _numbers(block.lines, block.first_line, len(table) + len(refused))
    rows = [row.number - 1 for row in refused]
    wrong = [
        _wrong_count(int(line), row, len(names))
        for line, row in zip(numbers[rows], refused, strict=True)
    ]
    faulty = tuple(sorted((*block.faulty, *wrong), key=_line))
    return table, np.delete(numbers, rows), faulty, rows


def _line(fault: FaultyLine) -> int:
    return fault.line


def _records(data: bytes, names: tuple[str, ...]) -> tuple[pa.Table, list[pc.InvalidRow]]:
    """The columns of sound lines, and the lines that have too few of them or too many."""
    refused: list[pc.InvalidRow] = []

    def refuse(row: pc.InvalidRow) -> str:
        refused.append(row)
        return "skip"

    kinds = dict.fromkeys(names, pa.string())
    if not data:
        return pa.schema(kinds).empty_table(), refused
    table = pc.read_csv(
        pa.py_buffer(data),
        # One block of the reader's own, so that rows are numbered through and in order.
        read_options=pc.ReadOptions(
            use_threads=False, column_names=names, block_size=len(data) + 1
        ),
        parse_options=pc.ParseOptions(
            delimiter=",",
            quote_char='"',
            double_quote=True,
            escape_char=False,
            newlines_in_values=False,
            ignore_empty_lines=False,
            invalid_row_handler=refuse,
        ),
        convert_options=pc.ConvertOptions(
            column_types=kinds, strings_can_be_null=True, null_values=[""], check_utf8=False
        ),
    )
    return table, refused


def _numbers(lines: np.ndarray | None, first_line: int, count: int) -> np.ndarray:
    return np.arange(first_line, first_line + count) if lines is None else lines


def _raw(block: Block) -> pa.Array | None:
    """Every line as RFC 4180 writes it, mostly without copying; None if too many have quotes."""
    data = block.data
    if block.look.quotes:
        data = _without_needless_quotes(data)
        if not data:
            return None
    if not block.look.crlf:
        data = data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    offsets = np.concatenate(([0], _ends(data, LINE_FEED))).astype(np.int32)
    return pa.StringArray.from_buffers(len(offsets) - 1, pa.py_buffer(offsets), pa.py_buffer(data))


def _without_needless_quotes(data: bytes) -> bytes:
    """Sound lines with quotes only around fields that need them; empty if that is much work."""
    ends = _ends(data, LINE_FEED)
    rows = np.unique(np.searchsorted(ends, _ends(data, QUOTE)))
    if len(rows) > FEW_QUOTES * len(ends):
        return b""
    begins = np.concatenate(([0], ends))
    pieces, at = [], 0
    for begin, end in zip(begins[rows].tolist(), ends[rows].tolist(), strict=True):
        line = data[begin:end]
        body = line.rstrip(b"\r\n")
        written = b",".join(as_written(field) for field in fields_of(body) or ())
        if written != body:
            pieces += [data[at:begin], written, line[len(body) :]]
            at = end
    return b"".join([*pieces, data[at:]])


def _ends(data: bytes, byte: int) -> np.ndarray:
    """Where each piece ends that is closed by this byte, the byte included."""
    return np.flatnonzero(np.frombuffer(data, dtype=np.uint8) == byte) + 1


def _wrong_count(line: int, row: pc.InvalidRow, wanted: int) -> FaultyLine:
    found = row.actual_columns
    return FaultyLine(
        line,
        (row.text or "").encode(),
        f"{found} column{'' if found == 1 else 's'} where the header has {wanted}",
        f"{wanted} columns; a value with a comma in it stands between quotes",
    )


def _with_odd(
    table: pa.Table,
    block: Block,
    names: tuple[str, ...],
    lines: np.ndarray | None,
) -> tuple[pa.Table, np.ndarray]:
    """The records that run over several lines, put in their places among the others."""
    columns = list(zip(*(record.fields for record in block.odd), strict=True))
    odd = pa.table(
        {
            name: pa.array([value.decode() or None for value in values], type=pa.string())
            for name, values in zip(names, columns, strict=True)
        }
    )
    own = np.array([record.line for record in block.odd])
    others = _numbers(lines, block.first_line, len(table))
    everywhere = np.concatenate((others, own))
    order = np.argsort(everywhere, kind="stable")
    joined = pa.concat_tables([table, odd])
    return joined.take(pa.array(order)).combine_chunks(), everywhere[order]
