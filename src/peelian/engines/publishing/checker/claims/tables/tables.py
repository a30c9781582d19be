"""Tables: totals and their parts, shares of totals, and changes from one column to the next."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from peelian.engines.publishing.checker.claims.tables import changes, quotients, shares, sums
from peelian.engines.publishing.checker.claims.tables.labels import plain
from peelian.engines.publishing.checker.claims.tables.saying import too_large
from peelian.engines.publishing.checker.claims.tables.shape import Shape, shape_of
from peelian.engines.publishing.checker.documents import Kind, Passage, Table
from peelian.engines.publishing.checker.findings import Finding, Verdict
from peelian.engines.publishing.checker.language.text import Text

LOOKS: Final = (sums.find, shares.find, changes.find, quotients.find)
MOST_CELLS: Final = 20_000
"""A larger table is data and not print. Peelian's own limit, so that no table takes minutes."""
AROUND: Final = 4
"""So many passages before and after a table are taken for its title and notes."""
_MEASURED: Final = (
    "full-time equivalent",
    "full time equivalent",
    "fte",
    "£",
    "€",
    "$",
    "cost",
    "spend",
    "budget",
    "income",
    "hours",
    "weighted",
    "estimate",
    "thousand",
    "000s",
    "million",
    "rounded",
    "rounding",
    "may not sum",
    "may not add",
    "do not sum",
)
"""Words round a table that say that its whole numbers are measured or rounded, not counted."""


def find(text: Text) -> Iterator[Finding]:
    """Every figure of a table that follows from others in it, or does not."""
    for part, table in text.tables:
        shape = _shape(text, part, table)
        if shape is None:
            continue
        if len(table.rows) * len(table.rows[0]) > MOST_CELLS:
            yield too_large(shape, MOST_CELLS)
        else:
            yield from _once([one for look in LOOKS for one in look(shape)])


def _once(found: Sequence[Finding]) -> Iterator[Finding]:
    """The findings on one table, where a figure that is wrong does not put others in the wrong.

    A wrong part makes its row, its column and the total of all fail: only the first is refused.
    """
    refused = {one.marks[0] for one in found if one.verdict is Verdict.DOES_NOT_FOLLOW}
    for one in found:
        if one.verdict is Verdict.DOES_NOT_FOLLOW and refused & set(one.marks[1:]):
            because = f"{one.because}; but a figure that it rests on does not follow itself"
            yield replace(one, verdict=Verdict.CANNOT, because=because)
        else:
            yield one


def _shape(text: Text, part: int, table: Table) -> Shape | None:
    near = _near(text, part, table)
    return shape_of(table, part, near, measured=any(one in near for one in _MEASURED))


def _near(text: Text, part: int, table: Table) -> str:
    """The words above, in and below a table: title, headings, labels, notes."""
    parts = text.document.parts
    said = [table.caption, *(row[0] for row in table.rows if row)]
    for row in table.rows[: max(table.heads, 1) + 1]:
        said += row
    for step in (-1, 1):
        for at in range(part + step, part + step * (AROUND + 1), step):
            if not 0 <= at < len(parts):
                break
            other = parts[at]
            if not isinstance(other, Passage):
                break
            said.append(other.text)
            if step < 0 and other.kind is Kind.HEADING:
                break
            if step > 0 and other.kind is Kind.HEADING:
                said.pop()
                break
    return "\n".join(plain(one) for one in said)
