"""How a claim about a table becomes a finding: its place, the words of its row, its marks."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from peelian.engines.publishing.checker.claims.saying import between, number
from peelian.engines.publishing.checker.claims.tables.cells import Cell
from peelian.engines.publishing.checker.claims.tables.shape import Line, Shape
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.numbers.rounding import INFINITE, Range


def table_finding(
    shape: Shape,
    verdict: Verdict,
    cells: Sequence[Cell],
    *,
    computed: str = "",
    allowed: str = "",
    because: str = "",
) -> Finding:
    """A finding on the first of ``cells``, the one that is judged; the others are its grounds."""
    judged = cells[0]
    label = place_of(shape, judged)
    row = " | ".join(one.printed for one in shape.cells[judged.row] if one.printed)
    return Finding(
        About.TABLE,
        verdict,
        " | ".join(one for one in (shape.table.caption, row) if one),
        f"{shape.table.place}, {label}" if label else shape.table.place,
        shape.part,
        0,
        0,
        tuple(dict.fromkeys(one.place for one in cells)),
        judged.printed,
        computed,
        allowed,
        because,
    )


def place_of(shape: Shape, one: Cell) -> str:
    """The row and the column of a cell, as they are headed; a heading is its own place."""
    row = next((line.words for line in shape.rows if line.at == one.row), "")
    column = next((line for line in shape.columns if line.at == one.column), None)
    above = heading(shape, column) if column is not None else ""
    return ", ".join(part for part in (row, above) if part)


def heading(shape: Shape, column: Line) -> str:
    """The nearest heading of a column; all of them where another column has the same."""
    last = column.labels[-1:]
    alike = sum(one.labels[-1:] == last for one in shape.columns)
    return column.words if alike > 1 else "".join(last)


def several(count: int, what: str) -> str:
    """``1 row``, ``12 rows``."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def listed(cells: Iterable[Cell], most: int = 6) -> str:
    """The numbers of cells as a sum is written: ``120 + 34 + … + 7``."""
    printed = [one.printed.strip() for one in cells]
    if len(printed) > most:
        printed = [*printed[: most - 2], "…", printed[-1]]
    return " + ".join(printed)


def named(lines: Sequence[Line], most: int = 3) -> str:
    """A few labels: ``Men, Women``; ``January, February and 10 more``."""
    labels = [_name(line) for line in lines]
    if len(labels) <= most:
        return ", ".join(labels)
    return f"{', '.join(labels[: most - 1])} and {len(labels) - most + 1} more"


def _name(line: Line) -> str:
    """The nearest label that is no number with its unit."""
    words = [one for one in reversed(line.labels) if not one[:1].isdigit()]
    return (*words, *line.labels, f"number {line.at + 1}")[0]


def allowed(span: Range, *, percent: bool = False) -> str:
    """A range for readers, which also may lie below 0."""
    unit = " per cent" if percent else ""
    if span.high == INFINITE:
        return f"{number(span.low)}{unit} or more"
    return f"{between(span)}{unit}"


def gap_words(cells: Iterable[Cell]) -> str:
    """Which cells hide their number and how: ``Women is "*", hidden``."""
    shown = [one for one in cells if one.gap is not None]
    first = ", ".join(
        dict.fromkeys(f'"{one.printed}" ({one.gap.value})' for one in shown if one.gap)
    )
    return f"{several(len(shown), 'part')} not shown: {first or 'empty'}"


def signed(value: Fraction) -> str:
    """A number with its sign: ``+121``, ``-3``."""
    return f"+{number(value)}" if value > 0 else number(value)


def top_of(shape: Shape, column: Line) -> tuple[Cell, ...]:
    """The heading of a column as a cell, if it has one."""
    found = [shape.at(row, column.at) for row in range(shape.heads)]
    return tuple(one for one in found if one.printed)[-1:]


def too_large(shape: Shape, most: int) -> Finding:
    """What is said of a table with more cells than are checked."""
    first = next(one for row in shape.cells for one in row if one.printed)
    because = f"the table has more than {most:,} cells, which are not checked"
    return table_finding(shape, Verdict.CANNOT, (first,), because=because)
