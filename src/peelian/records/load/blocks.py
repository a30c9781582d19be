"""The sieve: cuts a stream of bytes into blocks of whole, sound lines, and names the others.

Whatever the file, memory holds a few blocks and never a longer line than `LONGEST_LINE`. The line
numbers are those of the file as a text editor shows it, from 1.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from peelian.records.load.quotes import COMMA, LINE_FEED, QUOTE, RETURN, quotes_in_order
from peelian.records.load.streams import ByteStream

BLOCK_SIZE = 16 * 1024 * 1024
LONGEST_LINE = 1024 * 1024
WINDOW = 128 * 1024  # Small enough for what is made of it to stay in the processor's cache.
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
SPACE, TAB = ord(" "), ord("\t")
BLANK = 2  # Bytes of a blank line with its end, CR and LF.


@dataclass(frozen=True)
class FaultyLine:
    """A line that is no record at all."""

    line: int
    value: bytes
    reason: str
    expected: str


@dataclass(frozen=True)
class OddRecord:
    """A sound record that runs over several lines; `line` is its first."""

    line: int
    fields: tuple[bytes, ...]


@dataclass(frozen=True)
class Look:
    """What a look over a run of whole lines has shown.

    `sound`: nothing but sound lines with a record on each. `quotes`: some field is quoted.
    `blank_edges`: some field may begin or end with a blank. `crlf`: every line ends in CR and LF.
    """

    lines: int
    sound: bool
    quotes: bool
    blank_edges: bool
    crlf: bool


@dataclass(frozen=True)
class Block:
    """Whole lines of a file, of which `data` holds the sound ones, one record on each.

    `lines` are their numbers, None if they follow each other from `first_line` on.
    """

    first_line: int
    data: bytes
    look: Look
    lines: np.ndarray | None = None
    faulty: tuple[FaultyLine, ...] = ()
    odd: tuple[OddRecord, ...] = ()


class Sieve:
    """Reads one stream to its end, run of lines by run of lines."""

    def __init__(self, stream: ByteStream, *, block_size: int) -> None:
        self._stream = stream
        self._block_size = block_size
        self._hash = hashlib.sha256()
        self._rest = b""
        self._at = 0  # Where in `_rest` the bytes begin that were not yet given out.
        self._line = 1
        self._ended = False

    @property
    def sha256(self) -> str:
        """The hash of what has been read, in hexadecimal; of the whole file once it is read."""
        return self._hash.hexdigest()

    def header(self) -> bytes:
        """The first line without its end and without a byte-order mark; empty if there is none.

        It is cut short if it is too long to be a header.
        """
        while (end := self._rest.find(b"\n")) < 0:
            if self._ended or len(self._rest) > LONGEST_LINE:
                return self._rest[:LONGEST_LINE]
            self._fill()
        line = self._rest[:end]
        self._at = end + 1
        self._line += 1
        return line[:LONGEST_LINE].removeprefix(BYTE_ORDER_MARK).removesuffix(b"\r")

    def runs(self) -> Iterator[tuple[bytes, Look | None]]:
        """Runs of whole lines with a look over each.

        A line too long for memory comes alone and cut short, without a look. Between two runs
        `line` is the number of the first line of the next.
        """
        while True:
            cut = self._rest.rfind(b"\n", self._at) + 1
            if cut:
                run = self._rest[self._at : cut]
                self._at = cut
                look = look_over(run)
                self._line += look.lines
                yield run, look
            elif len(self._rest) - self._at > LONGEST_LINE:
                beginning = self._skip_line()
                self._line += 1
                yield beginning, None
            elif self._ended:
                break
            self._fill()

    @property
    def line(self) -> int:
        """The number of the first line that was not given out yet."""
        return self._line

    @property
    def ended(self) -> bool:
        """Whether every line was given out."""
        return self._ended and self._at >= len(self._rest)

    def give_back(self, lines: int, size: int) -> None:
        """Return the last lines of a run, so many bytes, to come again with more after them."""
        self._at -= size
        self._line -= lines

    def _fill(self) -> None:
        pieces = [self._rest[self._at :]]
        wanted = self._block_size
        while wanted > 0 and not self._ended:
            data = self._stream.read(wanted)
            self._ended = not data
            self._hash.update(data)
            wanted -= len(data)
            pieces.append(data)
        pieces = [piece for piece in pieces if piece]
        if self._ended and pieces and not pieces[-1].endswith(b"\n"):
            pieces.append(b"\n")  # The last line of a file may lack its end.
        self._rest = pieces[0] if len(pieces) == 1 else b"".join(pieces)
        self._at = 0

    def _skip_line(self) -> bytes:
        """Pass over the rest of an endless line, keeping its beginning."""
        beginning = self._rest[self._at : self._at + LONGEST_LINE]
        while (end := self._rest.find(b"\n", self._at)) < 0:
            self._at = len(self._rest)
            if self._ended:
                return beginning
            self._fill()
        self._at = end + 1
        return beginning


def look_over(data: bytes) -> Look:
    """Look at a run of whole lines, all of its bytes, a window at a time."""
    block = np.frombuffer(data, dtype=np.uint8)
    ends, marks, blanks = [], [], []
    returns = returns_at_ends = 0
    for begin in range(0, len(block), WINDOW):
        # One byte more than the window, to see pairs that stand across its end.
        window = block[begin : begin + WINDOW + 1]
        feed, back, mark = (window == byte for byte in (LINE_FEED, RETURN, QUOTE))
        ends.append(np.flatnonzero(feed[:WINDOW]) + begin)
        marks.append(np.flatnonzero(mark[:WINDOW]) + begin)
        returns += int(np.count_nonzero(back[:WINDOW]))
        returns_at_ends += int(np.count_nonzero(back[:-1] & feed[1:]))
        blank = (window == SPACE) | (window == TAB)
        edge = (window == COMMA) | feed | back | mark
        blanks.append(np.flatnonzero((blank[:-1] & edge[1:]) | (edge[:-1] & blank[1:])) + begin)
    end, mark_at = _joined(ends), _joined(marks)
    lengths = np.diff(end, prepend=-1)
    return Look(
        lines=len(end),
        sound=(
            b"\0" not in data
            and is_utf8(data)
            and returns == returns_at_ends
            and lengths.max(initial=0) <= LONGEST_LINE
            and lengths.min(initial=BLANK + 1) > BLANK
            and (not len(mark_at) or quotes_in_order(block, mark_at, end))
        ),
        quotes=len(mark_at) > 0,
        blank_edges=data[:1] in (b" ", b"\t") or _at_edges(_joined(blanks), block, mark_at),
        crlf=returns_at_ends == len(end),
    )


def _joined(pieces: list[np.ndarray]) -> np.ndarray:
    return np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.int64)


def _at_edges(pairs: np.ndarray, block: np.ndarray, marks: np.ndarray) -> bool:
    """Whether some pair of a blank and a comma, line end or quote is at the edge of a field.

    A comma or line end inside quotes, with an odd number of quotes before it, is no edge.
    """
    if not len(marks):
        return len(pairs) > 0
    by_quote = (block[pairs] == QUOTE) | (block[pairs + 1] == QUOTE)
    outside = np.searchsorted(marks, pairs) % 2 == 0
    return bool((by_quote | outside).any())


def is_utf8(data: bytes) -> bool:
    """Whether bytes are text in UTF-8."""
    if data.isascii():
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
