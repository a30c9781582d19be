"""Finds tables in lines of text, where their columns are plain: by pipes, tabs, or wide gaps."""

import re
from collections.abc import Sequence
from itertools import takewhile

from peelian.engines.publishing.checker.reading.bullets import mark_of
from peelian.engines.publishing.checker.reading.grids import is_number

_GAP = re.compile(r"\t+ *| {2,}\t*")
_RULE_ROW = re.compile(r"[\s|+:=–—-]+")
_ALIGNED_ROWS = 3  # fewer may be a chance of spacing; pipes and tabs are meant


def table_at(lines: Sequence[str], at: int) -> tuple[list[list[str]], int] | None:
    """The rows of the table that begins at line ``at`` and how many lines it takes, if one does."""
    line = lines[at]
    if "|" in line:
        return _piped(lines, at)
    if "\t" in line.strip() and (found := _tabbed(lines, at)):
        return found
    return _aligned(lines, at) if _GAP.search(line) else None


def _piped(lines: Sequence[str], at: int) -> tuple[list[list[str]], int] | None:
    rows: list[list[str]] = []
    taken = 0
    for line in _from(lines, at):
        if _RULE_ROW.fullmatch(line):
            if taken and not rows:
                return None  # rules alone, however many, are no table
            taken += 1
            continue
        inner = line.strip().removeprefix("|").removesuffix("|")
        row = [cell.strip() for cell in inner.split("|")]
        if len(row) < 2 or (rows and len(row) != len(rows[0])):
            break
        rows.append(row)
        taken += 1
    return (rows, taken) if len(rows) > 1 else None


def _tabbed(lines: Sequence[str], at: int) -> tuple[list[list[str]], int] | None:
    cells = len(lines[at].split("\t"))
    taken = list(
        takewhile(lambda line: len(line.split("\t")) == cells and line.strip(), _from(lines, at))
    )
    rows = [[cell.strip() for cell in line.split("\t")] for line in taken]
    full = sum(sum(map(bool, row)) > 1 for row in rows)
    return (rows, len(taken)) if len(rows) > 1 and full * 2 > len(rows) else None


def _aligned(lines: Sequence[str], at: int) -> tuple[list[list[str]], int] | None:
    rows: list[list[str]] = []
    for line in _from(lines, at):
        cells = _GAP.split(line.strip())
        if len(cells) < 2 or mark_of(line.strip()):
            break
        if len(rows) == 1 and len(rows[0]) == len(cells) - 1 and lines[at][:1] == " ":
            rows[0] = ["", *rows[0]]  # nothing stands above the names of the rows
        if rows and (len(cells) != len(rows[0]) or not any(map(is_number, cells[1:]))):
            break
        rows.append(cells)
    return (rows, len(rows)) if len(rows) >= _ALIGNED_ROWS else None


def _from(lines: Sequence[str], at: int) -> Sequence[str]:
    # No table of text is longer than this many lines without a blank one.
    return lines[at : at + 500]
