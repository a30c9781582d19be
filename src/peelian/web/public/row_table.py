"""A page of rows as a table: what all rows share is said once, what differs stands in columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from peelian.engines.publishing.behind import ADDRESS, HIDDEN, Behind
from peelian.records.schema import FieldCard
from peelian.web.components.parts import Box, Column, SummaryRow, Table, TableCell, TableRow

# Identifiers are longer than this; the file to download has them whole.
LONGEST_SHOWN = 31
CUT_TO = 10
NUMERIC = ("int64", "float64")
# What a form sends of each row that was chosen.
CHOSEN = "row"


def heading_of(card: FieldCard) -> str:
    """A field as the head of its column."""
    words = card.name.replace("_", " ").replace("lsoa", "LSOA")
    return words[0].upper() + words[1:]


def text_of(name: str, value: Any) -> str:
    """A value as the source wrote it."""
    return "" if value is None else str(value)


@dataclass(frozen=True)
class Sheet:
    """Rows to be laid out. Each opens at its address in `opens`, empty for one that does not.

    The first column names the row. `heading` and `text` turn fields and values into words; a cell
    is `HIDDEN` where its column is open in other rows and not in this one. `boxes` are the
    addresses by which rows can be chosen, none where they cannot.
    """

    columns: Sequence[FieldCard]
    rows: Sequence[tuple[Any, ...]]
    opens: Sequence[str]
    heading: Callable[[FieldCard], str] = heading_of
    text: Callable[[str, Any], str] = text_of
    boxes: Sequence[str] = ()

    def box(self, number: int) -> Box | None:
        """The box of a row; None where it cannot be chosen."""
        if not self.boxes or not self.boxes[number]:
            return None
        name = self.cell(0, self.rows[number][0])
        return Box(CHOSEN, self.boxes[number], _("Choose {row}").format(row=name))

    def cell(self, index: int, value: Any) -> str:
        """A cell in words, cut where it is an identifier that nobody reads."""
        if value is HIDDEN:
            return str(value)
        text = self.text(self.columns[index].name, value)
        return f"{text[:CUT_TO]}…" if len(text) > LONGEST_SHOWN and " " not in text else text


def sheet_behind(found: Behind, record_url: Callable[[str], str], *, chosen: bool = False) -> Sheet:
    """The rows behind a figure; `record_url` gives where a row opens, by its address.

    With `chosen` each row whose address is open has a box.
    """
    names = [card.name for card in found.columns]
    at = names.index(ADDRESS) if ADDRESS in names else None
    told = ["" if at is None or row[at] is HIDDEN else str(row[at]) for row in found.rows]
    return Sheet(
        found.columns,
        found.rows,
        [record_url(address) if address else "" for address in told],
        boxes=told if chosen else (),
    )


def common(sheet: Sheet) -> tuple[SummaryRow, ...]:
    """The columns that hold the same on every row of the page, with what they hold."""
    if not sheet.rows:
        return ()
    varying = set(_varying(sheet))
    return tuple(
        SummaryRow(sheet.heading(card), sheet.cell(index, sheet.rows[0][index]) or _("blank"))
        for index, card in enumerate(sheet.columns)
        if index not in varying
    )


def row_table(sheet: Sheet, caption: str = "") -> Table | None:
    """The columns that differ from row to row; None where there is no row to show."""
    if not sheet.rows:
        return None
    places = _varying(sheet)
    return Table(
        caption=caption or _("Rows, in order of their address"),
        columns=tuple(
            Column(sheet.heading(card), numeric=card.kind in NUMERIC)
            for card in (sheet.columns[index] for index in places)
        ),
        rows=tuple(
            TableRow(
                tuple(
                    TableCell(
                        sheet.cell(index, row[index]),
                        url="" if place else opens,
                        box=None if place else sheet.box(number),
                    )
                    for place, index in enumerate(places)
                )
            )
            for number, (row, opens) in enumerate(zip(sheet.rows, sheet.opens, strict=True))
        ),
        caption_hidden=True,
    )


def columns_in_words(found: Behind) -> tuple[SummaryRow, ...]:
    """What each column means."""
    return tuple(SummaryRow(heading_of(card), card.help_text) for card in found.columns)


def _varying(sheet: Sheet) -> list[int]:
    """The places of the columns worth one in the table: the row's name, then those that differ.

    Words stand before numbers, so that what a row is about needs no scrolling.
    """
    first = sheet.rows[0]
    differ = [
        index
        for index in range(len(sheet.columns))
        if index == 0 or any(row[index] != first[index] for row in sheet.rows)
    ]
    return sorted(differ, key=lambda index: index and sheet.columns[index].kind in NUMERIC)
