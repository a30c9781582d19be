"""A draw by lot that anybody can repeat with a frame, a seed and SHA-256.

The frame is written down first, as a file whose hash is published. Only then is a seed known. Each
record's lot is the SHA-256 of the frame's hash, the seed and its own address, and those with the
lowest lots are drawn. So nobody can choose the seed for the sample it gives, nor the frame once the
seed is known, and the standard library of any language is enough to check it.
"""

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from peelian.numbers.checks import whole_number

COLUMNS = ("record_id", "stratum", "digest")


@dataclass(frozen=True)
class Framed:
    """One record of a frame: its address, its stratum ("" in a frame that is not divided).

    `digest` is the SHA-256 of what a reviewer would be shown of it, so that a record that changed
    after the frame was frozen is noticed.
    """

    record_id: str
    stratum: str
    digest: str


@dataclass(frozen=True)
class Drawn:
    """One drawn record and its place in the order of review, from 1."""

    position: int
    record_id: str
    stratum: str


class BadFrame(ValueError):
    """A file is no frame, or a draw asks for more than the frame holds."""


def frame_file(rows: Iterable[Framed]) -> bytes:
    """Return the frame as the file whose hash is published, whatever the order of `rows`.

    UTF-8 text in columns divided by commas: a header, then a line for each record in the order of
    their addresses, each line ended by a line feed. Raises ``BadFrame`` where an address is there
    twice or a text has a control character, which no two programs write alike.
    """
    ordered = sorted(rows, key=lambda row: row.record_id)
    _once_each(ordered)
    for row in ordered:
        if any(char < " " for char in f"{row.record_id}{row.stratum}{row.digest}"):
            raise BadFrame(f"{row!r} has a control character: take it out before the draw.")
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((row.record_id, row.stratum, row.digest) for row in ordered)
    return text.getvalue().encode()


def read_frame(content: bytes) -> list[Framed]:
    """Return the rows of a frame's file.

    Raises ``BadFrame`` where it is not exactly what ``frame_file`` writes of those rows.
    """
    try:
        lines = list(csv.reader(io.StringIO(content.decode(), newline="")))
        rows = [Framed(*line) for line in lines[1:]]
        same = frame_file(rows) == content
    except (UnicodeDecodeError, TypeError, csv.Error):
        same = False
    if not same:
        raise BadFrame(
            "The file is not a frame as it was frozen: it has the columns record_id, stratum and "
            "digest, is sorted by record_id, and its lines end in a line feed. A spreadsheet that "
            "opened and saved it has changed it; take the file that was downloaded."
        )
    return rows


def frame_hash(content: bytes) -> str:
    """Return the SHA-256 of a frame's file, as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def draw(
    rows: Iterable[Framed], frame_hash: str, seed: str, sizes: Mapping[str, int]
) -> list[Drawn]:
    """Return the sample in the order of review: the lowest lots of each stratum.

    `sizes` says how many of each stratum are drawn; of one that it leaves out, none. The order of
    `rows` changes nothing. Raises ``BadFrame`` where a stratum holds fewer records than are asked
    of it or an address is there twice, and ``ValueError`` for a size that is no count.
    """
    ordered = sorted(rows, key=lambda row: (lot(frame_hash, seed, row.record_id), row.record_id))
    _once_each(ordered)
    left = {stratum: whole_number(f"size of {stratum!r}", n) for stratum, n in sizes.items()}
    for stratum, wanted in left.items():
        held = sum(row.stratum == stratum for row in ordered)
        if wanted > held:
            raise BadFrame(
                f"{wanted} records are to be drawn from stratum {stratum!r}, which holds {held}: "
                f"ask for {held} or fewer."
            )
    drawn: list[Drawn] = []
    for row in ordered:
        if left.get(row.stratum, 0) > 0:
            left[row.stratum] -= 1
            drawn.append(Drawn(len(drawn) + 1, row.record_id, row.stratum))
    return drawn


def lot(frame_hash: str, seed: str, record_id: str) -> str:
    """Return a record's lot: 64 hexadecimal digits, of which the lowest is drawn first."""
    return _sha256(f"{frame_hash}:{seed}:{record_id}")


def is_second(frame_hash: str, seed: str, record_id: str, percent: int) -> bool:
    """Say whether a drawn record is also marked by a second reviewer.

    By a lot of its own, so that of many about `percent` in 100 are, and being drawn early makes
    nobody likelier to be marked twice. Raises ``ValueError`` for a share outside 0 to 100.
    """
    if not 0 <= percent <= 100:
        raise ValueError(f"percent is {percent!r}: give a share from 0 to 100.")
    second = _sha256(f"{frame_hash}:{seed}:second:{record_id}")
    return int(second, 16) * 100 < percent * 16**64


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _once_each(rows: Iterable[Framed]) -> None:
    seen = set[str]()
    for row in rows:
        if row.record_id in seen:
            raise BadFrame(f"{row.record_id} is in the frame twice: list each record once.")
        seen.add(row.record_id)
