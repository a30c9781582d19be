"""Opening one record: why is inferred, written in the trail, and then the record is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from peelian.access.decide import nearest
from peelian.access.layers import Because, Layer
from peelian.access.user import User
from peelian.engines.registers.errors import Invalid, NoSuchRecord, ReasonNeeded
from peelian.engines.registers.finding import InSight, find, refuse
from peelian.engines.registers.listing import Origin
from peelian.engines.registers.models import ReasonGiven
from peelian.engines.registers.reasons import REMEMBERED_FOR, LookReason
from peelian.records.adopt import analytical
from peelian.records.base import Record
from peelian.records.schema import FieldCard, fields_of, type_key
from peelian.records.store.reader import Reader
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb as Deed

WORDS_LIMIT = 300


@dataclass(frozen=True)
class Opened:
    """A record as its reader may see it.

    `record` carries the open cells only: the others are empty in it, and it cannot be saved.
    `cells` holds the open cells by name, `columns` their fields in order. `because` is why access
    let them look, `version` what a form must send back.
    """

    record: Record
    cells: Mapping[str, Any]
    columns: tuple[FieldCard, ...]
    origin: Origin
    because: Because
    version: int


def open_record(
    actor: User,
    model: type[Record],
    record_id: str,
    tables: Reader,
    *,
    at: datetime,
    reason: str | None = None,
    words: str = "",
) -> Opened:
    """The record with its open cells; that it was consulted is written first (C-AUD-1, C-ACC-4).

    `reason` is a `LookReason`, needed only where a post reaches far and no tie says why; it is
    remembered for 12 hours. Raises `NoSuchRecord`, `ReasonNeeded`, `Invalid` for a reason that is
    not on the list, or `TrailError`: then nothing is shown.
    """
    try:
        found = find(actor, model, record_id, tables, at=at)
    except NoSuchRecord:
        refuse(actor, model, record_id, at=at)
    layer = nearest(actor, model, found.record, at=at)
    if layer is None:
        refuse(actor, model, record_id, at=at)
    given = _reason(actor, found, layer, reason, words, at)
    opened = _opened(found, layer)
    with transaction.atomic():
        if given is not None and given.pk is None:
            given.save()
        append(
            actor=actor.trail_name,
            verb=Deed.CONSULTED,
            ref=(type_key(model), record_id),
            detail=Particulars(
                fields=tuple(card.name for card in opened.columns),
                relationship=layer.because,
                reason=_in_words(given),
            ).detail(),
            at=at,
        )
    return opened


def _reason(
    actor: User, found: InSight, layer: Layer, reason: str | None, words: str, at: datetime
) -> ReasonGiven | None:
    """The reason that this look needs: given now, or not long ago; None where none is needed."""
    about = {"record_type": type_key(type(found.record)), "record_id": found.record.record_id}
    if reason:
        if reason not in LookReason.values:
            raise Invalid({"reason": f"Choose one of {', '.join(LookReason.values)}."})
        if len(words) > WORDS_LIMIT:
            raise Invalid({"words": f"Use at most {WORDS_LIMIT} characters."})
        return ReasonGiven(user=actor, reason=reason, words=words.strip(), at=at, **about)
    if not layer.asks:
        return None
    recent = ReasonGiven.objects.filter(
        user=actor, at__gt=at - REMEMBERED_FOR, at__lte=at, **about
    ).order_by("-at")
    held = recent.first()
    if held is None:
        raise ReasonNeeded(layer.because)
    return held


def _in_words(given: ReasonGiven | None) -> str:
    if given is None:
        return ""
    return f"{given.reason}: {given.words}" if given.words else given.reason


def _opened(found: InSight, layer: Layer) -> Opened:
    model = type(found.record)
    open_here = found.open_fields
    cells = {name: value for name, value in analytical(found.record).items() if name in open_here}
    return Opened(
        record=model(**cells),
        cells=cells,
        columns=tuple(card for card in fields_of(model) if card.name in open_here),
        origin=found.origin,
        because=layer.because,
        version=found.record.version,
    )
