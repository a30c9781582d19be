"""Drawing a sample again from its frame and seed, with nothing else at hand.

Whoever was given the frame's file, the published hash and the seed gets the same sample, or knows
that something was changed.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from peelian.numbers.drawing import draw, frame_hash, is_second, read_frame

DRAW_COLUMNS: Final = ("position", "record_id", "stratum", "second")


@dataclass(frozen=True)
class DrawnLine:
    """One drawn record: its place, address, stratum, and whether two review it."""

    position: int
    record_id: str
    stratum: str
    second: bool


@dataclass(frozen=True)
class Redrawn:
    """What frame and seed give: the hash of the frame, and the sample."""

    frame_hash: str
    frame_size: int
    drawn: tuple[DrawnLine, ...]


def redraw(
    content: bytes, *, seed: str, sizes: Mapping[str, int], second_share: int = 0
) -> Redrawn:
    """The sample of a frame's file. `sizes` by stratum, under "" where it is not divided.

    Raises `numbers.drawing.BadFrame` for a file that is no frame, or holds fewer than are asked.
    """
    rows = read_frame(content)
    hashed = frame_hash(content)
    return Redrawn(
        hashed,
        len(rows),
        tuple(
            DrawnLine(
                one.position,
                one.record_id,
                one.stratum,
                is_second(hashed, seed, one.record_id, second_share),
            )
            for one in draw(rows, hashed, seed, sizes)
        ),
    )


def draw_file(drawn: Iterable[DrawnLine]) -> bytes:
    """A sample as a file, the same for the same sample."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(DRAW_COLUMNS)
    for one in drawn:
        writer.writerow((one.position, one.record_id, one.stratum, "yes" if one.second else "no"))
    return text.getvalue().encode()
