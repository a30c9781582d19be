"""Lists as tables: the columns worth showing, each cell as far as it is open in its row."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from peelian.engines.publishing.behind import HIDDEN
from peelian.engines.registers.listing import Listed, Row
from peelian.records.schema import FieldCard, derived_of
from peelian.web.components.parts import Column, Table, TableCell, TableRow
from peelian.web.force.reader import Caller
from peelian.web.force.registers import Register
from peelian.web.force.words import heading, in_text
from peelian.web.public.row_table import Sheet

# The address of a row is its link, and every row of a list was brought by somebody.
NOT_LISTED = frozenset({"record_id", "source"})
BLANK = "–"


def sheet_of(register: Register, found: Listed, who: Caller, units: Mapping[str, str]) -> Sheet:
    """A page of a register, ready to be laid out; texts of many lines are for the record itself."""
    cards = _columns(register, found)
    unit = register.protected.unit

    def text(name: str, value: Any) -> str:
        return units.get(value, value) if name == unit and value else in_text(name, value)

    rows = [tuple(_cell(register, card, row) for card in cards) for row in found.rows]
    opens = [who.url("record", register.key, row.record_id) for row in found.rows]
    return Sheet(cards, rows, opens, heading, text)


def _columns(register: Register, found: Listed) -> tuple[FieldCard, ...]:
    """The reference first, then what any row of the page says, in the order of declaration."""
    named = [card for card in found.columns if card.name == register.reference]
    others = [
        card
        for card in found.columns
        if card.name not in {register.reference, *NOT_LISTED, *derived_of(register.model)}
        and not isinstance(register.model._meta.get_field(card.name), models.TextField)
        and any(row.cells.get(card.name) not in (None, "") for row in found.rows)
    ]
    first = named or [card for card in found.columns if card.name == "record_id"]
    return (*first, *others)


def _cell(register: Register, card: FieldCard, row: Row) -> Any:
    if card.name not in row.cells:
        return HIDDEN
    value = row.cells[card.name]
    if card.name == register.reference and value in (None, ""):
        return row.record_id
    return BLANK if value in (None, "") else value


def plain_table(
    caption: str, heads: tuple[str, ...], rows: Iterable[tuple[TableCell, ...]]
) -> Table:
    """A table of words under these heads."""
    columns = tuple(Column(head) for head in heads)
    return Table(caption, columns, tuple(map(TableRow, rows)), caption_hidden=True)
