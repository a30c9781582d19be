"""Prints what a dry run found: the first rows as they would load, and words without a code."""

from collections import Counter
from collections.abc import Iterator, Mapping

from peelian.records.load.report import LoadReport

ROWS = 10
# The words of one column, the most frequent first; beyond these a list is no longer read.
WORDS = 100
# Of no use to somebody who checks a mapping: made by the loader, not by the file.
MADE = frozenset({"record_id", "source"})


def lines_of(report: LoadReport) -> Iterator[str]:
    """The lines of a dry run, without what counts the rows."""
    rows = [row for file in report.files for row in file.sample][:ROWS]
    for number, row in enumerate(rows, start=1):
        yield f"Row {number}"
        yield from _fields(row)
    uncoded: dict[str, Counter[str]] = {}
    for file in report.files:
        for column, words in file.uncoded.items():
            uncoded.setdefault(column, Counter()).update(words)
    for column, counted in sorted(uncoded.items()):
        yield f"Without a code in '{column}'"
        for word, number in counted.most_common(WORDS):
            yield f"  {word}  ({number:,} rows)"
        if len(counted) > WORDS:
            yield f"  and {len(counted) - WORDS:,} more words"


def _fields(row: Mapping[str, object]) -> Iterator[str]:
    shown = {name: value for name, value in row.items() if name not in MADE}
    width = max(map(len, shown), default=0)
    for name, value in shown.items():
        yield f"  {name:{width}}  {'' if value is None else value}".rstrip()
