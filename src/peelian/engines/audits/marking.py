"""Reviewing a file: it saves itself as often as it likes, and is finished once.

What was acknowledged is kept. A saving that arrives late cannot overwrite a newer one, and one that
arrives twice changes nothing, so that a page may try again until it is answered.
"""

import uuid
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from peelian.access.look import one_look
from peelian.access.user import User
from peelian.engines.audits.blind import was_blind
from peelian.engines.audits.declared import Audit
from peelian.engines.audits.errors import AuditRefused, MayNotReview, NoSuchMarking, Stale
from peelian.engines.audits.forms import complete, file_for, fit, form_with, passed
from peelian.engines.audits.models import Item, Marking
from peelian.engines.audits.reviewers import check_reviews, open_to
from peelian.engines.audits.running import locked
from peelian.engines.audits.settling import settle_if_done
from peelian.engines.audits.states import check_drawn
from peelian.engines.audits.writing import write_of_marking
from peelian.engines.procedures.asking import Answers
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.trail.verbs import Verb as Deed


def open_marking(marking_id: uuid.UUID, *, actor: User, at: datetime) -> Marking:
    """A review of one's own that is not finished. Raises `NoSuchMarking`."""
    found = _mine(marking_id, actor)
    if found.done_at is not None:
        raise NoSuchMarking
    return found


def save(
    marking_id: uuid.UUID,
    audit: Audit,
    *,
    answers: Mapping[str, str],
    words: Mapping[str, str],
    saved: int,
    actor: User,
    at: datetime,
) -> Marking:
    """Save what is answered so far, all of it; `saved` is a number that grows with each saving.

    Raises `NotAllowed`, `NoSuchMarking`, `WrongState`, `NotComplete` for an answer that there
    is not, or `Stale` where another saving has this number or a later one and says otherwise.
    """
    found = _mine(marking_id, actor)
    run = found.item.run
    with one_look():
        check_reviews(run, audit, actor=actor, at=at)
    given = fit(audit.version(run.asked_version), Answers(answers, words))
    with transaction.atomic():
        held = _held(found)
        if held.done_at is not None:
            raise NoSuchMarking
        check_drawn(run)
        _check_not_aside(held.item)
        if not _is_newer(held, given, saved):
            return held
        held.answers, held.words = dict(given.answers), dict(given.words)
        held.saved, held.saved_at = saved, at
        held.save(update_fields=["answers", "words", "saved", "saved_at"])
        write_of_marking(held, Deed.ALTERED, "review saved", actor=actor, at=at)
    return held


def finish(
    marking_id: uuid.UUID,
    audit: Audit,
    *,
    answers: Mapping[str, str],
    words: Mapping[str, str],
    saved: int,
    actor: User,
    at: datetime,
    tables: Reader,
) -> Marking:
    """Finish a review with these answers, and settle the file where nothing is open any more.

    One that is finished already comes back as it was. Raises as `save`, and `NotComplete` for
    questions without an answer, `MayNotReview` where the file has been shut to this person since,
    or `AuditRefused` where the record was erased.
    """
    found = _mine(marking_id, actor)
    if found.done_at is not None:
        return found
    item = found.item
    run = item.run
    with one_look():
        check_reviews(run, audit, actor=actor, at=at)
        check_drawn(run)
        is_open = open_to(run, audit, [item.of_id], actor=actor, at=at, tables=tables)
    if not is_open(item.of_id):
        raise MayNotReview("This file is not yours to review any more: give it back.")
    file = file_for(found, audit, tables)
    given = fit(audit.version(run.asked_version), Answers(answers, words))
    form = form_with(audit, found, file, given)
    said = complete(form)
    blind = was_blind(actor, run, type_key(audit.record_type), item.of_id, before=at)
    with transaction.atomic():
        check_drawn(locked(run))
        item = Item.objects.select_for_update(no_key=True).get(pk=item.pk)
        held = _held(found)
        if held.done_at is not None:
            return held
        _check_not_aside(item)
        _is_newer(held, given, saved)
        held.answers, held.words = dict(said.answers), dict(said.words)
        held.by_itself = [key for key in said.answers if key in form.by_itself]
        held.passed, held.blind = passed(form.version, said.answers), blind
        held.saved, held.saved_at, held.done_at = max(saved, held.saved), at, at
        held.save()
        settled = settle_if_done(item, audit, file, at=at)
        write_of_marking(
            held,
            Deed.ALTERED,
            "review finished",
            actor=actor,
            at=at,
            blind=blind,
            settled=settled,
        )
    return held


def _mine(marking_id: uuid.UUID, actor: User) -> Marking:
    found = (
        Marking.objects.select_related("item__run__made_by")
        .filter(pk=marking_id, user=actor)
        .first()
    )
    if found is None:
        raise NoSuchMarking
    return found


def _held(found: Marking) -> Marking:
    """The review as it stands, held until the transaction ends. Raises `NoSuchMarking`."""
    held = (
        Marking.objects.select_for_update(no_key=True, of=("self",))
        .select_related("item__run")
        .filter(pk=found.pk)
        .first()
    )
    if held is None:
        raise NoSuchMarking
    return held


def _check_not_aside(item: Item) -> None:
    if item.set_aside:
        raise AuditRefused("This file has been set aside: take the next one.")


def _is_newer(held: Marking, given: Answers, saved: int) -> bool:
    """Whether there is anything to save. Raises `Stale` where what stands came later."""
    if saved > held.saved:
        return True
    if (held.answers, held.words) == (dict(given.answers), dict(given.words)):
        return False
    raise Stale(held)
