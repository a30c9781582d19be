"""One file of many forces and years, read once and handed out by force and year."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from peelian.records.load.errors import Unreadable, WrongHeader
from peelian.records.load.streams import open_bytes
from peelian.sources.home_office.kinds import FORCE_COLUMN, HEADER, RETURNS

NOT_GIVEN = "NA"
YEAR_COLUMN = "year_ending"
MARCH = re.compile(r"(\d{4}-03)-31")
READ_SIZE = 4 * 1024 * 1024

# By name of the force and last month of the year.
Lots = Mapping[tuple[str, str], bytes]


@dataclass(frozen=True)
class OneYear:
    """Reads the rows of one force and year as if they were a file of their own."""

    force_name: str
    month: str

    recipe = "rows of one force and year; NA is blank; the year by its last month"

    @contextmanager
    def open(self, path: Path, member: str) -> Iterator[io.BytesIO]:
        """See `Opener`; the file is no archive, so `member` is empty."""
        yield io.BytesIO(lots(path)[self.force_name, self.month])


def lots(path: Path) -> Lots:
    """The rows of every force and year as CSV. Raises `CannotLoad`."""
    try:
        state = path.stat()
    except OSError as error:
        raise Unreadable(f"it cannot be opened: {error.strerror or error}.") from None
    return _lots(path, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=1)
def _lots(path: Path, _size: int, _modified: int) -> Lots:
    try:
        return _split(csv.reader(io.StringIO(_text(path), newline="")))
    except csv.Error as error:
        raise Unreadable(f"it is no CSV file that can be read: {error}.") from None


def _split(reader: Any) -> Lots:
    written: dict[tuple[str, str], io.StringIO] = {}
    names: list[str] = next(reader, [])
    if sorted(names) != sorted(HEADER):
        raise WrongHeader(f"its columns must be {', '.join(HEADER)}.")
    force_at, year_at = names.index(FORCE_COLUMN), names.index(YEAR_COLUMN)
    kept = [names.index(name) for name in RETURNS.header]
    for row in reader:
        if len(row) != len(names):
            raise Unreadable(
                f"line {reader.line_num} has {len(row)} values for {len(names)} columns."
            )
        year = MARCH.fullmatch(row[year_at])
        if year is None:
            raise Unreadable(
                f"line {reader.line_num} is of '{row[year_at]}'; a year ends on 31 March."
            )
        row[year_at] = year[1]
        key = row[force_at].strip(), year[1]
        if key not in written:
            written[key] = io.StringIO(newline="")
            csv.writer(written[key], lineterminator="\n").writerow(RETURNS.header)
        values = ("" if row[at] == NOT_GIVEN else row[at] for at in kept)
        csv.writer(written[key], lineterminator="\n").writerow(values)
    return {key: text.getvalue().encode() for key, text in written.items()}


def _text(path: Path) -> str:
    """The whole file as text, within the limits that hold for every file."""
    pieces = []
    with open_bytes(path) as stream:
        while piece := stream.read(READ_SIZE):
            pieces.append(piece)
    try:
        return b"".join(pieces).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("it is not text in UTF-8.") from None
