"""Prints an answer for people and for programs."""

from collections.abc import Sequence
from typing import Protocol

from rich.console import Console
from rich.table import Table as Grid

from peelian.engines.measures.cells import Answer
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.periods import GRAINS
from peelian.engines.measures.words import parts_in_words
from peelian.engines.publishing.beside import Companion
from peelian.engines.publishing.exports import as_csv, as_json
from peelian.engines.publishing.shown import Shown

FORMATS = ("table", "csv", "json")
# Wide enough for every column where the output is no terminal, such as a file.
WIDTH_OF_FILES = 200


class Writer(Protocol):
    """Django's wrapper of an output stream."""

    def write(self, msg: str = ..., *, ending: str | None = ...) -> None: ...

    def isatty(self) -> bool: ...


def print_answer(
    answer: Answer,
    shown: Sequence[Shown],
    measure: Measure,
    *,
    kind: str,
    out: Writer,
    err: Writer,
    attributions: Sequence[str],
    beside: Sequence[Companion] = (),
) -> None:
    """CSV and JSON go to the output alone; remarks for people go beside it.

    So do the figures `beside`, one line each: JSON carries them, CSV has no room for them.
    """
    if kind == "csv":
        out.write(as_csv(answer, shown), ending="")
    elif kind == "json":
        out.write(as_json(answer, shown, measure, attributions=attributions, beside=beside))
    else:
        out.write(_grid(answer, shown, None if out.isatty() else WIDTH_OF_FILES), ending="")
    told = () if kind == "json" else tuple(f"Beside it: {one.says}" for one in beside)
    for remark in (*told, *answer.warnings, *(attributions if kind == "table" else ())):
        err.write(remark)


def _grid(answer: Answer, shown: Sequence[Shown], width: int | None) -> str:
    console = Console(width=width, highlight=False)
    grid = Grid(box=None, pad_edge=False)
    for name in answer.by:
        grid.add_column(name, no_wrap=True)
    for head in ("value", "counts", "likely range", "unknown"):
        grid.add_column(head, justify="right")
    grid.add_column("status and note", overflow="fold")
    for one in shown:
        groups = [
            one.cell.period.label if name in GRAINS else one.label(name) for name in answer.by
        ]
        counts = one.counts if one.cell.denominator is not None or one.tail else ""
        span = f"{one.lower} to {one.upper}" if one.likely_range else ""
        note = one.cell.note if one.ok else f"{one.cell.status}: {one.cell.note}"
        note = " ".join(
            [
                *(f"{part}." for part in parts_in_words(one.cell, one.measure)),
                *([note] if note else []),
            ]
        )
        grid.add_row(*groups, one.value if one.ok else "", counts, span, one.unknown, note)
    with console.capture() as captured:
        console.print(grid)
    return captured.get()
