"""Duties as rows of a page: what, about which record, by when, why me, what next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from django.utils.timezone import localtime

from peelian import catalogue
from peelian.engines.duties.due_list import Due
from peelian.engines.duties.models import Duty
from peelian.engines.duties.words import State
from peelian.records.schema import type_key
from peelian.spine.happenings import What
from peelian.web.components.parts import Link
from peelian.web.force.reader import Caller
from peelian.web.force.work.ways import act_of
from peelian.web.force.work.words import risk_in_words, state_in_words

Urgency = Literal["late", "today", "soon", "later", "paused"]
SOON: Final = timedelta(days=7)
LONGEST_AUTHORITY = 90
# What is met by looking at a colleague's record, and so is a review.
REVIEWS: Final = frozenset({What.SEARCH_REVIEWED, What.FORCE_REVIEWED})
DECISION, TASK, FEED = "work.decision", "work.task", "work.feed"


@dataclass(frozen=True)
class Item:
    """One duty as a row. `act` is where it is done in one step; `by_hand` where its owner says so.

    Where `proof` is wanted, saying so takes a sentence; else one press is enough.
    """

    record_id: str
    what: str
    url: str
    record: Link | None
    when: str
    urgency: Urgency
    risk: str
    why: str
    authority: str
    step: str
    act: Link | None
    by_hand: str
    proof: str
    words: str
    vacant: bool


def item(due: Due, who: Caller) -> Item:
    """A duty as its reader meets it in a list."""
    duty = due.duty
    return Item(
        record_id=duty.record_id,
        what=duty.title,
        url=who.url("duty", duty.record_id),
        record=record_link(duty, who),
        when=state_in_words(duty, who.at),
        urgency=urgency(duty, who.at),
        risk=risk_in_words(duty.risk) if duty.risk == "high" else "",
        why=due.why_me,
        authority=short(duty.authority),
        step=due.next_step,
        act=act_of(due, who),
        by_hand=who.url("duty-done", duty.record_id) if due.rule.by_hand else "",
        proof=due.rule.proof,
        words=duty.words or "",
        vacant=duty.vacant,
    )


def urgency(duty: Duty, at: datetime) -> Urgency:
    """How near the end is; late goes by the clock, for a worker may not have looked yet."""
    if duty.state == State.PAUSED or duty.due_at is None:
        return "paused"
    if duty.due_at <= at:
        return "late"
    # The last moment in time, so that an end at midnight belongs to the day before.
    last = duty.due_at - timedelta(microseconds=1)
    if localtime(last).date() == localtime(at).date():
        return "today"
    return "soon" if last - at <= SOON else "later"


def most_urgent_first(found: Iterable[Due], at: datetime) -> tuple[Due, ...]:
    """Late ones first, high risk before others, then by their end; paused clocks last."""

    def key(due: Due) -> tuple[bool, bool, bool, datetime]:
        end = due.duty.due_at
        late = end is not None and end <= at
        return (end is None, not late, late and due.duty.risk != "high", end or at)

    return tuple(sorted(found, key=key))


def record_link(duty: Duty, who: Caller) -> Link | None:
    """The record that a duty is about, as a link where it has a page of its own.

    Whoever may see a duty may see its record; a task of a meeting is about none.
    """
    if not duty.of_type or not duty.of_id:
        return None
    model = next((one for one in catalogue.REGISTERS if type_key(one) == duty.of_type), None)
    if model is None:
        return None
    name = str(model._meta.verbose_name)
    called = duty.of_ref or duty.matter
    return Link(f"{name} {called}", who.url("record", duty.of_type, duty.of_id))


def short(authority: str) -> str:
    """Whose rule it is, as far as it fits a row; the whole of it is on the page of the duty."""
    if len(authority) <= LONGEST_AUTHORITY:
        return authority
    return authority[:LONGEST_AUTHORITY].rsplit(" ", 1)[0] + " …"


def is_review(due: Due) -> bool:
    """Whether a duty is met by looking at what a colleague did."""
    return not REVIEWS.isdisjoint(due.rule.done_when)


def is_decision(due: Due) -> bool:
    """Whether a duty is a decision of a meeting that its owner has to carry out."""
    return due.rule.key == DECISION


def late_or_near(due: Due, at: datetime) -> bool:
    """Whether a duty belongs on a page for today: late, due within a week, or paused."""
    return urgency(due.duty, at) != "later"
