"""Handing out files: each turn to one person, in the order of the draw, to whoever may review it.

Takers of one run wait for one another, so that the same turn never goes out twice.
"""

import uuid
from collections.abc import Callable, Collection, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from peelian.access.giving.refusal import fit_words
from peelian.access.look import one_look
from peelian.access.user import User
from peelian.engines.audits.declared import Audit
from peelian.engines.audits.errors import AuditRefused, NoSuchMarking
from peelian.engines.audits.models import Item, Marking, Run, Turn
from peelian.engines.audits.reviewers import check_reviews, open_to, turns_of
from peelian.engines.audits.running import can_steer, locked
from peelian.engines.audits.states import check_drawn
from peelian.engines.audits.turns import agreed_answers, next_turn, with_reviews
from peelian.engines.audits.writing import write_of_marking
from peelian.records.store.reader import Reader
from peelian.trail.verbs import Verb as Deed

REVIEWING: tuple[Turn, ...] = (Turn.FIRST, Turn.SECOND)


def take_next(
    run: Run, audit: Audit, *, actor: User, at: datetime, tables: Reader
) -> Marking | None:
    """The next file to review: the one that this person has begun, or a new one; None for none.

    Raises `NotAllowed`, `MayNotReview`, or `WrongState` where nothing is reviewed now.
    """
    return _take(run, audit, REVIEWING, actor=actor, at=at, tables=tables)


def decide_next(
    run: Run, audit: Audit, *, actor: User, at: datetime, tables: Reader
) -> Marking | None:
    """The next file on which two reviewers differ, with what they agree on filled in.

    Goes to somebody who has reviewed it in neither turn. Returns and raises as `take_next`.
    """
    return _take(run, audit, (Turn.DECIDING,), actor=actor, at=at, tables=tables)


def can_take(
    run: Run, audit: Audit, *, actor: User, at: datetime, tables: Reader
) -> dict[Turn, int]:
    """How many files wait for this person, by turn. Raises as `take_next`."""
    check_reviews(run, audit, actor=actor, at=at)
    items = with_reviews(_open_items(run))
    wanted = turns_of(run, audit, actor=actor, at=at)
    addresses = [item.of_id for item, _reviews in items]
    judge = open_to(run, audit, addresses, actor=actor, at=at, tables=tables)
    found = dict.fromkeys(Turn, 0)
    for item, reviews in items:
        turn = _turn_for(item, reviews, wanted, actor, judge)
        if turn is not None:
            found[turn] += 1
    return found


def give_back(marking_id: uuid.UUID, *, why: str, actor: User, at: datetime) -> None:
    """Give an unfinished review back, so that somebody else is handed the file.

    Whoever holds it may, and whoever runs audits, for a reviewer who cannot go on. What was
    answered goes. Raises `NoSuchMarking` or `AuditRefused`.
    """
    reason = fit_words(why, what="why it is given back", refused=AuditRefused)
    with transaction.atomic():
        held = (
            Marking.objects.select_for_update(no_key=True, of=("self",))
            .select_related("item__run__made_by")
            .filter(pk=marking_id, done_at=None)
            .first()
        )
        if held is None or not (held.user_id == actor.pk or can_steer(held.item.run, actor, at=at)):
            raise NoSuchMarking
        held.delete()
        write_of_marking(
            held,
            Deed.ERASED,
            "review given back",
            pk=marking_id,
            actor=actor,
            at=at,
            because=reason,
        )


def _take(
    run: Run,
    audit: Audit,
    turns: Sequence[Turn],
    *,
    actor: User,
    at: datetime,
    tables: Reader,
) -> Marking | None:
    # Read before the lock: the store is slower than the tables.
    with one_look():
        check_reviews(run, audit, actor=actor, at=at)
        check_drawn(run)
        wanted = turns_of(run, audit, actor=actor, at=at) & frozenset(turns)
        addresses = list(_open_items(run).values_list("of_id", flat=True))
        judge = open_to(run, audit, addresses, actor=actor, at=at, tables=tables)
    with transaction.atomic():
        held = locked(run)
        check_drawn(held)
        mine = Marking.objects.filter(
            item__run=held, user=actor, done_at=None, turn__in=turns, item__set_aside=""
        ).first()
        if mine is not None:
            return mine
        for item, reviews in with_reviews(_open_items(held)):
            turn = _turn_for(item, reviews, wanted, actor, judge)
            if turn is not None:
                return _hand_out(item, turn, actor=actor, at=at)
    return None


def _open_items(run: Run) -> QuerySet[Item]:
    """Files that are neither settled nor set aside, in the order of the draw."""
    return Item.objects.filter(run=run, settled_at=None, set_aside="").order_by("position")


def _turn_for(
    item: Item,
    reviews: Collection[Marking],
    wanted: Collection[Turn],
    actor: User,
    judge: Callable[[str], bool],
) -> Turn | None:
    """The turn of this file that can go to this person now."""
    if any(one.user_id == actor.pk for one in reviews):
        return None
    turn = next_turn(item, reviews, wanted)
    return turn if turn is not None and judge(item.of_id) else None


def _hand_out(item: Item, turn: Turn, *, actor: User, at: datetime) -> Marking:
    made = Marking.objects.create(
        item=item,
        turn=turn,
        user=actor,
        officer_ref=actor.officer_ref,
        answers=agreed_answers(item.markings.all()) if turn == Turn.DECIDING else {},
        taken_at=at,
    )
    write_of_marking(made, Deed.COLLECTED, "file handed out", actor=actor, at=at)
    return made
