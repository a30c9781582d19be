"""A page of rows as a table: what all rows share is said once, what differs stands in columns."""

from typing import Any

from django.utils.translation import gettext as _

from peelian.engines.publishing.behind import Behind
from peelian.records.schema import FieldCard
from peelian.web.components.parts import Column, SummaryRow, Table, TableCell, TableRow

# Identifiers are longer than this; the file to download has them whole.
LONGEST_SHOWN = 31
CUT_TO = 10
NUMERIC = ("int64", "float64")


def common(found: Behind) -> tuple[SummaryRow, ...]:
    """The columns that hold the same on every row of the page, with what they hold."""
    if not found.rows:
        return ()
    first = dict(zip((card.name for card in found.columns), found.rows[0], strict=True))
    varying = {card.name for card in _varying(found)}
    return tuple(
        SummaryRow(_heading(card), _text(first[card.name]) or _("blank"))
        for card in found.columns
        if card.name not in varying
    )


def row_table(found: Behind) -> Table | None:
    """The columns that differ from row to row; None where there is no row to show."""
    if not found.rows:
        return None
    cards = _varying(found)
    at = [found.columns.index(card) for card in cards]
    return Table(
        caption=_("Rows, in order of their address"),
        columns=tuple(Column(_heading(card), numeric=card.kind in NUMERIC) for card in cards),
        rows=tuple(
            TableRow(tuple(TableCell(_text(row[index])) for index in at)) for row in found.rows
        ),
        caption_hidden=True,
    )


def columns_in_words(found: Behind) -> tuple[SummaryRow, ...]:
    """What each column means."""
    return tuple(SummaryRow(_heading(card), card.help_text) for card in found.columns)


def _varying(found: Behind) -> list[FieldCard]:
    """The columns worth a place in the table: the row's address, then those that differ.

    Words stand before numbers, so that what a row is about needs no scrolling.
    """
    first = found.rows[0]
    differ = [
        card
        for index, card in enumerate(found.columns)
        if index == 0 or any(row[index] != first[index] for row in found.rows)
    ]
    return sorted(differ, key=lambda card: card.kind in NUMERIC)


def _heading(card: FieldCard) -> str:
    words = card.name.replace("_", " ").replace("lsoa", "LSOA")
    return words[0].upper() + words[1:]


def _text(value: Any) -> str:
    text = "" if value is None else str(value)
    return f"{text[:CUT_TO]}…" if len(text) > LONGEST_SHOWN and " " not in text else text
