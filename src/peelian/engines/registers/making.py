"""Making the file of an export, at once or in the background, with the rights of that moment."""

import json
from datetime import datetime
from hashlib import sha256
from itertools import islice
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db import transaction

from peelian.access.verbs import Verb
from peelian.engines.registers import asked as asking
from peelian.engines.registers.asked import UnknownFilter
from peelian.engines.registers.exported import Contents, put
from peelian.engines.registers.listing import rows_in_order
from peelian.engines.registers.models import Export, ExportState
from peelian.engines.registers.notices import Kind, notify
from peelian.engines.registers.sight import Sight, sight
from peelian.engines.registers.tables_out import TableOut, as_csv, as_xlsx, watermark
from peelian.records.base import Record
from peelian.records.schema import type_key
from peelian.records.store.reader import open_reader
from peelian.trail.append import append
from peelian.trail.looks import LIST
from peelian.trail.particulars import Particulars, Result
from peelian.trail.verbs import Verb as Deed

# More rows than these are made in the background.
AT_ONCE = 500
BATCH = 500
# What leaves must be both seen and allowed to leave.
BOTH = (Verb.CONSULT, Verb.DISCLOSE)


def run_export(export_id: UUID, at: datetime) -> Export:
    """Make the file of a waiting export, with the rights of its asker at this moment.

    Harmless to run again. An asker without the right, or a list that has grown over the cap, leaves
    a refused export, an entry and a notice.
    """
    export = Export.objects.select_related("user").get(pk=export_id)
    if export.state != ExportState.WAITING or export.ends_at <= at:
        return export
    model, seen = rights_of(export, at)
    filters = json.loads(export.filters)
    tables = open_reader(settings.STORE_ROOT)
    try:
        told = asking.read(seen, filters, export.search)
    except UnknownFilter:
        return _refused(export, at)
    rows = rows_in_order(model, tables, seen, told, None, batch=BATCH)
    found = list(islice(rows, settings.EXPORT_ROWS + 1))
    if seen.nothing or len(found) > settings.EXPORT_ROWS:
        return _refused(export, at)
    cells = [seen.cells(one.values) for one in found]
    shown = frozenset[str]().union(*cells) if cells else frozenset[str]()
    table = TableOut(
        title=f"{str(model._meta.verbose_name_plural).capitalize()}, export {export.id}",
        line=watermark(name=export.user.name, at=at, export_id=str(export.id)),
        columns=tuple(card for card in seen.columns if card.name in shown),
        rows=cells,
        made_at=at,
    )
    content = as_csv(table) if export.form == "csv" else as_xlsx(table)
    put(
        export,
        content,
        Contents(
            tuple((one.place.record_id, tuple(row)) for one, row in zip(found, cells, strict=True))
        ),
    )
    with transaction.atomic():
        waiting = Export.objects.select_for_update(no_key=True).filter(
            pk=export.pk, state=ExportState.WAITING
        )
        if (
            waiting.update(
                state=ExportState.READY,
                rows=len(found),
                made_at=at,
                sha256=sha256(content).hexdigest(),
            )
            and len(found) > AT_ONCE
        ):
            notify(export.user, Kind.EXPORTED, (export.record_type, LIST), at)
    export.refresh_from_db()
    return export


def rights_of(export: Export, at: datetime) -> tuple[type[Record], Sight]:
    """The record type of an export, and what its asker may take out of it at this moment."""
    model = next(
        found
        for found in apps.get_models()
        if issubclass(found, Record) and type_key(found) == export.record_type
    )
    return model, sight(export.user, model, at=at, verbs=BOTH)


def _refused(export: Export, at: datetime) -> Export:
    with transaction.atomic():
        export.state = ExportState.REFUSED
        export.save(update_fields=["state"])
        notify(export.user, Kind.REFUSED, (export.record_type, LIST), at)
        deny(export, at)
    return export


def deny(export: Export, at: datetime) -> None:
    """Write that an export was refused, in the caller's transaction."""
    append(
        actor=export.user.trail_name,
        verb=Deed.DENIED,
        ref=(export.record_type, LIST),
        detail=Particulars(result=Result.REFUSED).detail(export=str(export.id)),
        at=at,
    )
