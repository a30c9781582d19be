"""Figures for people who have signed in: shown to those whose role counts over the whole force."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction

from peelian.access.figures import may_count
from peelian.access.user import User
from peelian.engines.measures.cells import Answer
from peelian.engines.measures.declared import View
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.request import Request
from peelian.engines.publishing.shown import Internal, NotReleasable, internal
from peelian.records.base import Record
from peelian.records.openness import OPENLY_PUBLISHED
from peelian.records.schema import type_key
from peelian.records.store.snapshot import Snapshot
from peelian.trail.looks import append_look
from peelian.trail.particulars import Particulars


class NotInside(NotReleasable):
    """These figures are not for this reader, who is answered as if there were none."""


def read_types(measure: Measure) -> tuple[type[Record], ...]:
    """The record types that the answer rests on; rows behind it are of the first."""
    if isinstance(measure.of, View):
        return (measure.of.base, *(one for one in measure.of.reads if one is not measure.of.base))
    return (measure.of,)


def shown_inside(
    answer: Answer, asked: Request, snapshot: Snapshot, *, actor: User, at: datetime
) -> tuple[Internal, ...]:
    """The cells of an answer for one person.

    What anyone may see, everyone inside may. A figure over rows that are not openly published, or
    one that counts people, is for those who may count over every force that it rests on: raises
    `NotInside` for everybody else.
    """
    measure = asked.measure
    closed = any(cell.closed for cell in answer.cells)
    if closed or measure.profile != "exact":
        models = read_types(measure)
        forces = asked.forces or _forces(models, snapshot, closed_only=closed)
        if not may_count(actor, models, forces, at=at):
            raise NotInside(f"{measure.title}: these figures are not open to {actor.name}.")
    return internal(answer, measure)


def note_figures_seen(
    *,
    actor: User,
    measure: Measure,
    question: str,
    shown: Sequence[str] = (),
    fields: Collection[str] = (),
    at: datetime,
) -> None:
    """Write into the trail that figures, or the rows behind one, are about to be shown.

    `question` is the address of the page, `shown` the addresses of the rows on it, `fields` their
    columns. Raises `TrailError`; then nothing may be shown (C-AUD-4, R14).
    """
    with transaction.atomic():
        append_look(
            actor=actor.trail_name,
            record_type=type_key(measure.record_type),
            query=question,
            filters={"measure": measure.key},
            shown=shown,
            at=at,
            particulars=Particulars(fields=tuple(fields)),
        )


def _forces(
    models: Collection[type[Record]], snapshot: Snapshot, *, closed_only: bool
) -> frozenset[str]:
    """The forces of which rows are loaded, or kept by hand, that not everyone may count."""
    loaded = {
        part.force_id
        for model in models
        for part in snapshot.parts_of(type_key(model))
        if part.force_id and not (closed_only and part.source in OPENLY_PUBLISHED)
    }
    by_hand = {force for model in models for force, _month in snapshot.kept(type_key(model))}
    return frozenset(loaded | by_hand)
