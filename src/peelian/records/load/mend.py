"""Taking the faulty lines out of a block, so that no sound line next to them is lost."""

from collections.abc import Iterator

import numpy as np

from peelian.records.load import quotes
from peelian.records.load.blocks import (
    BLANK,
    LONGEST_LINE,
    Block,
    FaultyLine,
    OddRecord,
    Sieve,
    look_over,
)

_LONG = ("longer than 1 MB", "one record on each line")
# A quoted field may run over this many lines; beyond it the quote is taken for a slip.
LONGEST_RECORD_LINES = 100


def blocks(sieve: Sieve, *, columns: int) -> Iterator[Block]:
    """The blocks of a file whose header has been read and has so many columns."""
    first_line = sieve.line
    for data, look in sieve.runs():
        if look is None:
            fault = FaultyLine(first_line, data, *_LONG)
            yield Block(first_line, b"", look_over(b""), faulty=(fault,))
        elif look.sound:
            yield Block(first_line, data, look)
        else:
            mender = _Mender(first_line, data, columns)
            block = mender.block(last=sieve.ended)
            sieve.give_back(mender.lines_unread, len(data) - mender.unread)
            yield block
        first_line = sieve.line


class _Mender:
    """Looks at every suspicious line of one block, and at no other."""

    def __init__(self, first_line: int, data: bytes, columns: int) -> None:
        self.first_line = first_line
        self.data = data
        self.columns = columns
        raw = np.frombuffer(data, dtype=np.uint8)
        self.ends = np.flatnonzero(raw == quotes.LINE_FEED)
        self.suspects = _suspects(raw, self.ends, data)
        self.unread = len(data)
        self.lines_unread = 0
        self.faulty: list[FaultyLine] = []
        self.odd: list[OddRecord] = []
        self.taken_out: list[int] = []

    def block(self, *, last: bool) -> Block:
        """The block without the lines that are no records of their own."""
        past = -1
        for row in self.suspects.tolist():
            if row <= past:
                continue
            line = self._line(row)
            fault = _fault(line)
            if not line.strip():
                self.taken_out.append(row)
            elif fault is not None:
                self._refuse(row, *fault)
            elif quotes.fields_of(line) is None:
                outcome = self._join(row, last=last)
                if outcome < 0:
                    self.unread = self._start(row)
                    self.lines_unread = len(self.ends) - row
                    break
                past = outcome
        return self._kept()

    def _join(self, row: int, *, last: bool) -> int:
        """Try a record that runs over several lines; returns the last row it used.

        Returns -1 if the block ends too early to tell. Lines that are records of their own are
        never taken for the inside of a field: the quote before them is a slip.
        """
        record = self._line(row, keep_end=True)
        for further in range(row + 1, row + LONGEST_RECORD_LINES):
            if further >= len(self.ends):
                if last:
                    break
                return -1
            line = self._line(further)
            own = quotes.fields_of(line)
            if _fault(line) is not None or (own is not None and len(own) == self.columns):
                break
            fields = quotes.fields_of(record + line)
            if fields is not None and len(fields) == self.columns:
                self.odd.append(OddRecord(self.first_line + row, fields))
                self.taken_out.extend(range(row, further + 1))
                return further
            record += self._line(further, keep_end=True)
            if len(record) > LONGEST_LINE:
                break
        self._refuse(
            row,
            "a quote that stands alone",
            'fields with commas or quotes in them between quotes, a quote itself written as ""',
        )
        return row

    def _refuse(self, row: int, reason: str, expected: str) -> None:
        self.faulty.append(FaultyLine(self.first_line + row, self._line(row), reason, expected))
        self.taken_out.append(row)

    def _start(self, row: int) -> int:
        return int(self.ends[row - 1]) + 1 if row else 0

    def _line(self, row: int, *, keep_end: bool = False) -> bytes:
        line = self.data[self._start(row) : int(self.ends[row]) + 1]
        return line if keep_end else line.removesuffix(b"\n").removesuffix(b"\r")

    def _kept(self) -> Block:
        pieces = []
        begin = 0
        for row in self.taken_out:
            pieces.append(self.data[begin : self._start(row)])
            begin = int(self.ends[row]) + 1
        pieces.append(self.data[begin : self.unread])
        kept = b"".join(pieces)
        rows = np.arange(len(self.ends) - self.lines_unread)
        return Block(
            first_line=self.first_line,
            data=kept,
            look=look_over(kept),
            lines=np.delete(rows, self.taken_out) + self.first_line,
            faulty=tuple(self.faulty),
            odd=tuple(self.odd),
        )


def _suspects(raw: np.ndarray, ends: np.ndarray, data: bytes) -> np.ndarray:
    """The rows that hold a byte with which something may be wrong, and those that are too long."""
    odd = (raw == 0) | (raw == quotes.QUOTE)
    returns = raw == quotes.RETURN
    returns[:-1] &= raw[1:] != quotes.LINE_FEED
    odd |= returns
    if not data.isascii():
        odd |= raw > 127
    rows = np.searchsorted(ends, np.flatnonzero(odd))
    lengths = np.diff(ends, prepend=-1)
    other = np.flatnonzero((lengths > LONGEST_LINE) | (lengths <= BLANK))
    return np.unique(np.concatenate((rows, other)))


def _fault(line: bytes) -> tuple[str, str] | None:
    """Why a line cannot be a record whatever stands next to it, and what would be right."""
    if len(line) > LONGEST_LINE:
        return _LONG
    if b"\0" in line:
        return "a null byte", "text; the file was damaged or is not a text file"
    if b"\r" in line:
        return "a carriage return inside the line", "lines that end in LF or CRLF"
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        guess = line.decode("cp1252", errors="replace")[:60]
        return "not written in UTF-8", f"the file saved as UTF-8; read as Windows-1252: {guess}"
    return None
