"""The sheet of a drawn file: all that a reviewer is given of it (T01).

It is the only way from a review to a record. Only what the audit shows is on it, its texts are
masked, and that it was read is written first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models, transaction

from peelian.access.decide import has_power
from peelian.access.powers import Power
from peelian.access.user import User
from peelian.engines.audits.blind import SHEET
from peelian.engines.audits.declared import Audit, Beside, Hides
from peelian.engines.audits.errors import MayNotReview, NoSuchMarking
from peelian.engines.audits.files import file_of, frozen_reader
from peelian.engines.audits.hiding import hidden_in
from peelian.engines.audits.masking import Hidden, mask
from peelian.engines.audits.models import Marking, Run, State
from peelian.engines.audits.reviewers import open_to
from peelian.records.base import Record
from peelian.records.schema import FieldCard, fields_of, type_key
from peelian.records.store.reader import Reader
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb as Deed

Value = str | int | float | bool | date | datetime | None
# A file with more rows of one kind beside it is not read to its end.
MOST_BESIDE = 100


@dataclass(frozen=True)
class SheetRow:
    """One field as the reviewer reads it; `masked` places were taken out of its text."""

    card: FieldCard
    value: Value
    masked: int = 0


@dataclass(frozen=True)
class SheetPart:
    """Rows of another record type that belong to the file, each with its fields.

    `more` are left out beyond those shown.
    """

    title: str
    rows: tuple[tuple[SheetRow, ...], ...]
    more: int = 0


@dataclass(frozen=True)
class Sheet:
    """A drawn file under the code by which its review is talked about, without its reference."""

    code: str
    rows: tuple[SheetRow, ...]
    beside: tuple[SheetPart, ...]

    @property
    def masked(self) -> int:
        """Places that were taken out of all texts."""
        besides = (row for part in self.beside for rows in part.rows for row in rows)
        return sum(one.masked for one in (*self.rows, *besides))


def sheet_of(marking: Marking, audit: Audit, *, actor: User, at: datetime, tables: Reader) -> Sheet:
    """The sheet of a review, for whoever makes it; that it was read is in the trail (C-AUD-1).

    The file is as it was when the frame was frozen. Raises `NoSuchMarking` for anybody else and
    where the audit was abandoned, `MayNotReview` where a conflict, a seal, a move or an erasure has
    closed the file since, or `TrailError`: then nothing is shown.
    """
    item = marking.item
    run = item.run
    if (
        marking.user_id != actor.pk
        or run.state == State.ABANDONED
        or run.audit != audit.key
        or not has_power(actor, Power.REVIEW_BLIND, force_id=run.force_id, at=at)
    ):
        raise NoSuchMarking
    is_open = open_to(run, audit, [item.of_id], actor=actor, at=at, tables=tables)
    row = file_of(run, audit, item.of_id, tables=tables) if is_open(item.of_id) else None
    if row is None:
        raise MayNotReview(
            "This file can no longer be reviewed by you: it was erased, or closed, since it was "
            "drawn. Go on without it."
        )
    record = audit.record_type(**row)
    sheet = Sheet(
        code=f"{run.ref}/{item.position}",
        rows=_rows(record, audit.shows, audit.texts, hidden_in(record, audit.hides)),
        beside=tuple(_beside(run, audit, record, tables)),
    )
    with transaction.atomic():
        Marking.objects.filter(pk=marking.pk).update(masked=sheet.masked)
        _write(marking, record, sheet, actor, at)
    return sheet


def _write(marking: Marking, record: Record, sheet: Sheet, actor: User, at: datetime) -> None:
    append(
        actor=actor.trail_name,
        verb=Deed.CONSULTED,
        ref=(type_key(type(record)), record.record_id),
        detail=Particulars(
            fields=tuple(row.card.name for row in sheet.rows), relationship="tied"
        ).detail(**{SHEET: str(marking.pk)}, masked=sheet.masked),
        at=at,
    )


def _rows(
    record: Record, shows: Sequence[str], texts: Sequence[str], hidden: Hidden
) -> tuple[SheetRow, ...]:
    cards = {card.name: card for card in fields_of(type(record))}
    return tuple(_row(cards[name], getattr(record, name), name in texts, hidden) for name in shows)


def _row(card: FieldCard, value: Any, is_text: bool, hidden: Hidden) -> SheetRow:
    if not is_text or not isinstance(value, str):
        return SheetRow(card, value)
    made = mask(value, hidden)
    return SheetRow(card, made.text, len(made.places))


def _beside(run: Run, audit: Audit, record: Record, tables: Reader) -> Iterator[SheetPart]:
    frozen = frozen_reader(run, tables)
    for one in audit.beside:
        found = [] if frozen is None else rows_beside(one, record, frozen)
        shown = found[:MOST_BESIDE]
        yield SheetPart(
            one.title,
            tuple(_part(one, audit.hides, record, other) for other in shown),
            len(found) - len(shown),
        )


def rows_beside(one: Beside, record: Record, tables: Reader) -> list[Mapping[str, Any]]:
    """The rows of another type that belong to a record, as a snapshot has them."""
    told = getattr(record, one.by)
    if told in (None, ""):
        return []
    table = tables.table(one.of, forces=frozenset({record.force_id}))
    wanted = table.filter(table[one.field] == told)
    for name, values in one.only.items():
        wanted = wanted.filter(wanted[name].isin(values))
    rows = tables.to_arrow(wanted.order_by("record_id").limit(10 * MOST_BESIDE)).to_pylist()
    return list(rows)


def _part(
    one: Beside, hides: Sequence[Hides], record: Record, row: Mapping[str, Any]
) -> tuple[SheetRow, ...]:
    """A row beside the file: what either of them hides is masked in all of its texts."""
    other = one.of(**row)
    mine, theirs = hidden_in(record, hides), hidden_in(other, one.hides)
    texts = (*texts_of(one.of), *one.texts)
    return _rows(other, one.shows, texts, mine.with_other(theirs))


def texts_of(model: type[Record]) -> tuple[str, ...]:
    """The free texts of a record type."""
    return tuple(
        field.name for field in model._meta.concrete_fields if isinstance(field, models.TextField)
    )
