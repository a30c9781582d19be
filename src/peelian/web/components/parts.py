"""What the template parts are given: small frozen values, already in words.

Templates only place. A view turns its figures into these, then names the part that shows them.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A link in breadcrumbs, tabs, navigation, pages of a list, downloads or errors.

    ``detail`` is a second line or a file's size; ``current`` marks where the reader is.
    """

    text: str
    url: str
    current: bool = False
    detail: str = ""


@dataclass(frozen=True)
class Notice:
    """A line under the header that holds for the whole page: synthetic data, a late feed."""

    tag: str
    text: str
    link: Link | None = None


@dataclass(frozen=True)
class SummaryRow:
    """One fact of a summary list, with at most one thing to do about it."""

    key: str
    value: str
    link: Link | None = None


@dataclass(frozen=True)
class Column:
    """A column's heading; numbers stand to the right."""

    heading: str
    numeric: bool = False


@dataclass(frozen=True)
class Box:
    """A box by which a row is chosen: what a form sends of it, and what it is called."""

    name: str
    value: str
    label: str


@dataclass(frozen=True)
class TableCell:
    """What stands in a table.

    ``under`` is a second, smaller line (counts under their percentage). Where there is no figure,
    ``status`` names why, ``text`` says it in words, and the cell is set apart. ``box`` stands
    before the text where rows can be chosen; the table is then part of a form.
    """

    text: str
    under: str = ""
    url: str = ""
    status: str = ""
    box: Box | None = None


@dataclass(frozen=True)
class TableRow:
    """A row; its first cell is its heading. ``own`` picks the reader's own force out."""

    cells: tuple[TableCell, ...]
    own: bool = False


@dataclass(frozen=True)
class Table:
    """A table with its caption. Raises ``ValueError`` if a row and the columns do not match."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    caption_hidden: bool = False

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            if len(row.cells) != len(self.columns):
                raise ValueError(
                    f"Row {number} of the table {self.caption!r} has {len(row.cells)} cells "
                    f"for {len(self.columns)} columns."
                )

    @property
    def lines(self) -> tuple[tuple[TableRow, tuple[tuple[Column, TableCell], ...]], ...]:
        """Each row with its cells beside the columns they stand in."""
        return tuple((row, tuple(zip(self.columns, row.cells, strict=True))) for row in self.rows)
