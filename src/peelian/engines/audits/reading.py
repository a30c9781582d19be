"""What somebody may read of runs, and what waits for them.

Whoever plans a run sees its frame and its draw. Nobody sees an answer of somebody else before every
file is settled, since most of those who run audits review as well.
"""

import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from peelian.access.decide import has_power
from peelian.access.powers import Power
from peelian.access.user import User
from peelian.engines.audits.declared import Audit
from peelian.engines.audits.errors import NoSuchMarking, NoSuchRun
from peelian.engines.audits.models import FrameRow, Item, Marking, Run, State, Turn
from peelian.engines.audits.reviewers import may_review
from peelian.engines.audits.running import can_run
from peelian.engines.audits.taking import can_take
from peelian.engines.audits.turns import finished, next_turn, with_reviews
from peelian.records.store.reader import Reader


@dataclass(frozen=True)
class Progress:
    """How far a run has come, in files.

    `open_first` to `open_deciding` count turns that nobody has taken, `under_way` reviews that are
    begun and not finished. `reviews` of `to_review` are finished: each file once or twice.
    """

    drawn: int
    settled: int
    set_aside: int
    open_first: int
    open_second: int
    open_deciding: int
    under_way: int
    reviews: int
    to_review: int

    @property
    def open(self) -> int:
        """Files that are neither settled nor set aside."""
        return self.drawn - self.settled - self.set_aside


@dataclass(frozen=True)
class Waiting:
    """What of a run waits for somebody: files to review, to decide, and the one they have begun."""

    run: Run
    reviews: int
    decisions: int
    mine: Marking | None


@dataclass(frozen=True)
class Pair:
    """What one reviewer said of a file, without who it was."""

    answers: Mapping[str, str]
    words: Mapping[str, str]


def runs_of(audits: Sequence[Audit], *, actor: User, at: datetime) -> tuple[Run, ...]:
    """Every run that this person plans or may review, the newest first."""
    known = {one.key: one for one in audits}
    rows = Run.objects.filter(audit__in=known).order_by("-made_at", "-pk")
    decided: dict[tuple[str, str], bool] = {}
    found = []
    for run in rows.select_related("made_by", "begun_by_run"):
        key = (run.audit, run.force_id)
        if key not in decided:
            decided[key] = _has_part(run, known[run.audit], actor, at)
        if decided[key]:
            found.append(run)
    return tuple(found)


def run_of(ref: str, audits: Sequence[Audit], *, actor: User, at: datetime) -> Run:
    """One run by its reference. Raises `NoSuchRun`."""
    run = Run.objects.select_related("made_by", "begun_by_run").filter(ref=ref).first()
    audit = next((one for one in audits if run is not None and one.key == run.audit), None)
    if run is None or audit is None or not _has_part(run, audit, actor, at):
        raise NoSuchRun
    return run


def waiting_for(
    audits: Sequence[Audit], *, actor: User, at: datetime, tables: Reader
) -> tuple[Waiting, ...]:
    """Runs in which something waits for this person, the oldest first."""
    found = []
    known = {one.key: one for one in audits}
    for run in (
        Run.objects.filter(audit__in=known, state=State.DRAWN)
        .select_related("made_by")
        .order_by("drawn_at", "pk")
    ):
        audit = known[run.audit]
        if not may_review(run, audit, actor=actor, at=at):
            continue
        counts = can_take(run, audit, actor=actor, at=at, tables=tables)
        mine = Marking.objects.filter(item__run=run, user=actor, done_at=None).first()
        one = Waiting(run, counts[Turn.FIRST] + counts[Turn.SECOND], counts[Turn.DECIDING], mine)
        if one.reviews or one.decisions or one.mine:
            found.append(one)
    return tuple(found)


def progress_of(run: Run) -> Progress:
    """How far a run has come."""
    items = with_reviews(Item.objects.filter(run=run))
    open_turns, under_way, reviews, to_review = Counter[Turn](), 0, 0, 0
    for item, markings in items:
        done = [one for one in markings if one.done_at is not None]
        reviews += sum(one.turn != Turn.DECIDING for one in done)
        if item.set_aside:
            to_review += sum(one.turn != Turn.DECIDING for one in done)
            continue
        to_review += 2 if item.second else 1
        under_way += len(markings) - len(done)
        if item.settled_at is None:
            # Both turns of a file can be open at once.
            open_turns.update(
                turn for turn in Turn if next_turn(item, markings, (turn,)) is not None
            )
    return Progress(
        drawn=len(items),
        settled=sum(item.settled_at is not None for item, _reviews in items),
        set_aside=sum(bool(item.set_aside) for item, _reviews in items),
        open_first=open_turns[Turn.FIRST],
        open_second=open_turns[Turn.SECOND],
        open_deciding=open_turns[Turn.DECIDING],
        under_way=under_way,
        reviews=reviews,
        to_review=to_review,
    )


def settled_of(run: Run) -> tuple[int, int]:
    """How many files of a run are settled, and how many were drawn: one question of the tables."""
    found = Item.objects.filter(run=run).aggregate(settled=Count("settled_at"), drawn=Count("pk"))
    return found["settled"], found["drawn"]


def results_open(run: Run, *, actor: User, at: datetime) -> bool:
    """Whether this person may read what was found: once nothing of the run is open any more."""
    reads = can_run(actor, run.force_id, at=at) or has_power(
        actor, Power.REVIEW_BLIND, force_id=run.force_id, at=at
    )
    if not reads or run.state not in (State.DRAWN, State.CLOSED):
        return False
    return run.state == State.CLOSED or not _has_open(run)


def left_out_of(run: Run) -> dict[str, int]:
    """How many records were left out of a frozen frame, by the key of the exclusion."""
    rows = FrameRow.objects.filter(run=run).exclude(left_out="").order_by("left_out")
    return dict(rows.values_list("left_out").annotate(n=Count("pk")))


def marking_of(marking_id: uuid.UUID, *, actor: User, at: datetime) -> Marking:
    """A review of one's own, finished or not. Raises `NoSuchMarking`."""
    rows = Marking.objects.select_related("item__run")
    found = rows.filter(pk=marking_id, user=actor).first()
    if found is None or not has_power(
        actor, Power.REVIEW_BLIND, force_id=found.item.run.force_id, at=at
    ):
        raise NoSuchMarking
    return found


def answers_between(marking: Marking, *, actor: User) -> tuple[Pair, Pair]:
    """What first and second reviewer said, for whoever decides between them.

    Raises `NoSuchMarking` for anybody else: no first answer reaches a second reviewer.
    """
    if marking.turn != Turn.DECIDING or marking.user_id != actor.pk:
        raise NoSuchMarking
    done = finished(Marking.objects.filter(item_id=marking.item_id))
    first, second = (done[turn] for turn in (Turn.FIRST, Turn.SECOND))
    return Pair(first.answers, first.words), Pair(second.answers, second.words)


def _has_part(run: Run, audit: Audit, actor: User, at: datetime) -> bool:
    return can_run(actor, run.force_id, at=at) or may_review(run, audit, actor=actor, at=at)


def _has_open(run: Run) -> bool:
    return Item.objects.filter(run=run, settled_at=None, set_aside="").exists()
