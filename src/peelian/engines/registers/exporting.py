"""Rows taken out of a register: with a reason, a cap, and rights that are asked three times.

They are asked when the export is asked for, when it is made, and for every row and cell of the
file when it is fetched: a right that was taken away is worth nothing to a queue or a link (T05).
"""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from itertools import islice
from typing import Literal
from uuid import UUID

from django.conf import settings
from django.db import transaction

from peelian.access.decide import check_may
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.engines.registers import asked as asking
from peelian.engines.registers.errors import NoSuchExport, WrongExport
from peelian.engines.registers.exported import contents_of, forget, read_file, still_open
from peelian.engines.registers.listing import NO_FILTERS, rows_in_order
from peelian.engines.registers.making import AT_ONCE, BATCH, BOTH, deny, rights_of, run_export
from peelian.engines.registers.models import Export, ExportState
from peelian.engines.registers.reasons import ExportReason
from peelian.engines.registers.serving import Served
from peelian.engines.registers.sight import Sight, sight
from peelian.engines.registers.tables_out import CSV, XLSX
from peelian.engines.registers.tasks import make_export
from peelian.records.base import Record
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader, open_reader
from peelian.trail.append import append
from peelian.trail.looks import LIST, MOST_SHOWN
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb as Deed

Form = Literal["csv", "xlsx"]
KINDS = {"csv": CSV, "xlsx": XLSX}
KEPT_FOR = timedelta(hours=24)
# An export that waits for longer has nobody who makes it, or a long queue before it.
WAITED_FOR = timedelta(minutes=1)
WORDS_LIMIT = 300


def ask_export(
    actor: User,
    model: type[Record],
    tables: Reader,
    *,
    reason: str,
    words: str = "",
    filters: Mapping[str, str] = NO_FILTERS,
    search: str = "",
    form: Form = "csv",
    at: datetime,
) -> Export:
    """Ask for the rows of a list as a file: made at once, or in the background where they are many.

    `reason` is an `ExportReason`; `export.state` says whether the file is ready. Raises
    `NotAllowed`, `WrongExport` for a reason, form or length that cannot be, or `UnknownFilter`.
    """
    check_may(actor, Verb.DISCLOSE, model, at=at)
    if reason not in ExportReason.values:
        raise WrongExport(f"Say what the rows are for: one of {', '.join(ExportReason.values)}.")
    if form not in KINDS:
        raise WrongExport(f"Choose one of {', '.join(KINDS)}.")
    if len(words) > WORDS_LIMIT:
        raise WrongExport(f"Use at most {WORDS_LIMIT} characters to say why.")
    seen = sight(actor, model, at=at, verbs=BOTH)
    told = asking.read(seen, filters, search)
    rows = rows_in_order(model, tables, seen, told, None, batch=BATCH)
    first = sum(1 for _row in islice(rows, AT_ONCE + 1))
    if first > AT_ONCE:
        _check_cap(model, tables, seen, told)
    with transaction.atomic():
        made = Export.objects.create(
            user=actor,
            record_type=type_key(model),
            filters=json.dumps({name: value for name, value in filters.items() if value.strip()}),
            search=search,
            form=form,
            reason=reason,
            words=words.strip(),
            asked_at=at,
            ends_at=at + KEPT_FOR,
        )
        if first > AT_ONCE:
            transaction.on_commit(partial(make_export.enqueue, str(made.id)))
    return made if first > AT_ONCE else run_export(made.id, at)


def fetch_export(actor: User, export_id: UUID, *, at: datetime) -> Served:
    """The file, if it is the actor's own and every row and cell of it is still open to them.

    That the rows were disclosed is written first, with their addresses. Raises `NoSuchExport`, the
    same for one that is missing, another's, gone, or no longer allowed.
    """
    export = Export.objects.filter(pk=export_id, user=actor, state=ExportState.READY).first()
    if export is None or export.ends_at <= at:
        raise NoSuchExport
    model, seen = rights_of(export, at)
    contents, content = contents_of(export), read_file(export)
    if contents is None or content is None or sha256(content).hexdigest() != export.sha256:
        raise NoSuchExport
    if not still_open(model, seen, contents, open_reader(settings.STORE_ROOT)):
        with transaction.atomic():
            deny(export, at)
        raise NoSuchExport
    addresses = [address for address, _fields in contents.rows]
    with transaction.atomic():
        for begin in range(0, max(len(addresses), 1), MOST_SHOWN):
            append(
                actor=actor.trail_name,
                verb=Deed.DISCLOSED,
                ref=(export.record_type, LIST),
                detail=Particulars(
                    fields=tuple(sorted({name for _a, names in contents.rows for name in names})),
                    reason=f"{export.reason}: {export.words}" if export.words else export.reason,
                ).detail(
                    export=str(export.id),
                    query=export.search,
                    filters=json.loads(export.filters),
                    shown=addresses[begin : begin + MOST_SHOWN],
                ),
                at=at,
            )
    name = f"{export.record_type}-{export.asked_at:%Y-%m-%d}-{str(export.id)[:8]}.{export.form}"
    return Served(name, KINDS[export.form], content)


def exports_of(actor: User, *, at: datetime) -> tuple[Export, ...]:
    """The exports of a person that are not gone, newest first."""
    rows = Export.objects.filter(user=actor, ends_at__gt=at).exclude(state=ExportState.GONE)
    return tuple(rows.order_by("-asked_at", "pk"))


def resume_exports(*, at: datetime) -> int:
    """Make the files of exports that still wait a minute later, for whatever reason; how many.

    Whoever made them may have been killed: between asking and making, or before it was queued.
    """
    waiting = Export.objects.filter(
        state=ExportState.WAITING, asked_at__lte=at - WAITED_FOR, ends_at__gt=at
    )
    found = list(waiting.values_list("pk", flat=True))
    for export_id in found:
        run_export(export_id, at)
    return len(found)


def sweep_exports(*, at: datetime) -> int:
    """Remove the files of exports that have ended; how many exports."""
    ended = Export.objects.filter(ends_at__lte=at).exclude(state=ExportState.GONE)
    removed = 0
    for export in ended:
        forget(export)
        export.state = ExportState.GONE
        export.save(update_fields=["state"])
        removed += 1
    return removed


def _check_cap(model: type[Record], tables: Reader, seen: Sight, told: asking.Asked) -> None:
    """Refuse a list that is too long before anybody waits for it."""
    operational = model._default_manager.filter(told.as_q(seen))[: settings.EXPORT_ROWS + 1].count()
    table = tables.loaded(model)
    stored = tables.to_arrow(table.filter(told.as_ibis(seen, table)).count())[0][0].as_py()
    if operational + stored > settings.EXPORT_ROWS:
        raise WrongExport(
            f"The list has more than {settings.EXPORT_ROWS:,} rows. Choose fewer with its filters."
        )


__all__ = [
    "Form",
    "ask_export",
    "exports_of",
    "fetch_export",
    "resume_exports",
    "run_export",
    "sweep_exports",
]
