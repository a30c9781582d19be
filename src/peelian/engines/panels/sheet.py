"""What members read of a case: the only way from a panel to a record (POW-20, C-ACC-1).

Only declared fields are shown, and free text is masked. Each reading is in the trail before it is
shown. Masking finds most names and not all: whoever prepares a case reads the sheet first.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from peelian.access.giving.refusal import NothingThere
from peelian.access.user import User
from peelian.engines.panels.declared import Panel
from peelian.engines.panels.deeds import CASE
from peelian.engines.panels.masked import Mask
from peelian.engines.panels.models import Case
from peelian.engines.panels.reading_records import record_of
from peelian.engines.panels.shut import is_shut
from peelian.records.schema import FieldCard, fields_of
from peelian.records.store.reader import Reader
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb as Deed


@dataclass(frozen=True)
class SheetRow:
    """One field of the case: what it is, what it says, how many places of it are masked."""

    card: FieldCard
    value: Any
    masked: int = 0


def sheet_of(
    case: Case, panel: Panel, *, actor: User, at: datetime, tables: Reader
) -> tuple[SheetRow, ...]:
    """The sheet of a case, for a reader whom `rights.case_named` let through.

    Raises `NothingThere` where the record was erased or sealed, or is of somebody with whom the
    reader has a conflict of interest.
    """
    record = record_of(panel, case.of_id, case.meeting.force_id, tables)
    if is_shut(panel, record, actor=actor, at=at):
        raise NothingThere
    masked = Mask(case, panel, record)
    cards = {card.name: card for card in fields_of(panel.of)}
    rows = []
    for name in panel.shows:
        value = getattr(record, name)
        if name in panel.texts and value:
            rows.append(SheetRow(cards[name], *masked(str(value))))
        else:
            rows.append(SheetRow(cards[name], value))
    with transaction.atomic():
        append(
            actor=actor.trail_name,
            verb=Deed.CONSULTED,
            ref=(CASE, case.ref),
            detail=Particulars(fields=panel.shows).detail(what="panel case read"),
            at=at,
        )
    return tuple(rows)
