"""The findings as a table for a terminal or a text file: one line each, the verdicts counted last.

A line holds place, verdict, the figure as printed, and then what was recomputed with the range that
rounding allows, or the reason why nothing could be. Signs that steer a terminal are taken out: a
report comes from anybody.
"""

import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import Final

from peelian.engines.publishing.checker.documents import Document
from peelian.engines.publishing.checker.findings import Checked, Finding, Verdict
from peelian.engines.publishing.checker.summing import tally, what_was_not_read, what_was_read

HEADINGS: Final = ("place", "verdict", "printed", "recomputed, or why not")
# What is longer is cut in a column, and is whole in the sentence, in JSON and in HTML.
WIDEST_PLACE, WIDEST_PRINTED = 40, 44
MOST_UNREAD: Final = 20


def lines(
    document: Document, checked: Checked, *, sentences: bool = False, only: Verdict | None = None
) -> Iterator[str]:
    """The table line by line, without ends of line.

    ``sentences`` adds the whole sentence under each finding; ``only`` leaves out other verdicts,
    in the table and not in the count.
    """
    shown = [one for one in checked.findings if only is None or one.verdict is only]
    cells = [HEADINGS, *map(_cells, shown)] if shown else []
    widths = [max(len(row[column]) for row in cells) for column in range(3)] if cells else []
    for number, row in enumerate(cells):
        padded = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join([*padded, row[3]]).rstrip()
        if sentences and number:
            yield f"    {plain(shown[number - 1].sentence)}"
    if cells:
        yield ""
    yield plain(what_was_read(document, checked))
    yield from _unread(document, checked)
    yield tally(checked)


def plain(text: str) -> str:
    """The text on one line, without signs that would steer a terminal or turn its direction."""
    spaced = "".join(
        " " if sign.isspace() else sign
        for sign in text
        if sign.isspace() or not unicodedata.category(sign).startswith("C")
    )
    return " ".join(spaced.split())


def said(finding: Finding) -> str:
    """What was recomputed, what rounding allows and why, as far as they are given."""
    allowed = f"rounding allows {finding.allowed}" if finding.allowed else ""
    parts = (finding.computed, allowed, finding.because)
    return "; ".join(plain(part) for part in parts if part)


def _cells(finding: Finding) -> tuple[str, str, str, str]:
    return (
        _cut(plain(finding.place), WIDEST_PLACE),
        finding.verdict.value,
        _cut(plain(finding.printed), WIDEST_PRINTED),
        said(finding),
    )


def _cut(text: str, widest: int) -> str:
    return text if len(text) <= widest else f"{text[: widest - 1]}…"


def _unread(document: Document, checked: Checked) -> Iterator[str]:
    unread = what_was_not_read(document, checked)
    for place, why in islice(unread, MOST_UNREAD):
        yield plain(f"Not read: {place}: {why}")
    if len(unread) > MOST_UNREAD:
        yield f"Not read: {len(unread) - MOST_UNREAD:,} more parts, see JSON or HTML"
