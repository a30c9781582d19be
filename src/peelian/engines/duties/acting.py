"""Who may act on a duty: whoever answers for it, and whoever supervises the work of its unit."""

from collections.abc import Collection
from datetime import datetime

from peelian.access.decide import NotAllowed
from peelian.access.giving.refusal import fit_words
from peelian.access.standing import standing_of
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.engines.duties.errors import DutyRefused
from peelian.engines.duties.models import Duty
from peelian.engines.duties.organisation import Organisation, Place
from peelian.engines.duties.rule import Rule
from peelian.engines.duties.supervised import supervised_units
from peelian.engines.duties.words import OPEN
from peelian.engines.duties.writing import Key, Pen, hold, key_of
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.finding import refuse
from peelian.engines.registers.sight import sight


def duty_in_sight(duty_id: str, *, actor: User, at: datetime) -> Duty:
    """The duty with this address as the actor sees it, before anything is held.

    Raises `NoSuchRecord`, after writing that it was asked for in vain.
    """
    row = Duty.objects.filter(record_id=duty_id).first()
    if row is None or not sight(actor, Duty, at=at, verbs=(Verb.CONSULT,)).rows.holds(row):
        refuse(actor, Duty, duty_id, at=at)
    return row


def held(pen: Pen, seen: Duty, *, besides: Collection[Key] = ()) -> Duty:
    """The same duty as it stands behind the lock of its matter, if the actor may act on it.

    `besides` are other matters that the deed will touch: all are held at once, in one order.
    Raises `NotAllowed`, `NoSuchRecord`, or `DutyRefused` where it is closed.
    """
    hold([key_of(seen), *besides])
    row = Duty.objects.get(pk=seen.pk)
    if not sight(pen.by, Duty, at=pen.at, verbs=(Verb.CONSULT,)).rows.holds(row):
        raise NoSuchRecord
    check_acts(row, actor=pen.by, at=pen.at)
    if row.state not in OPEN:
        raise DutyRefused(f"This duty is closed ({row.state.lower()}): nothing is left to do.")
    return row


def check_acts(row: Duty, *, actor: User, at: datetime) -> None:
    """Raise `NotAllowed` unless the actor answers for the duty or supervises its unit."""
    if not can_act(row, actor=actor, at=at):
        raise NotAllowed(
            f"{actor.name} neither answers for this duty nor supervises the work of its unit."
        )


def can_act(row: Duty, *, actor: User, at: datetime) -> bool:
    """Whether `check_acts` lets the actor act."""
    if row.force_id != actor.force_id:
        return False
    mine = bool(actor.officer_ref) and row.officer_ref == actor.officer_ref
    return mine or row.unit_ref in supervised_units(actor, at)


def place_in_reach(
    post_ref: str, organisation: Organisation, *, actor: User, at: datetime
) -> Place:
    """The post to which the actor may give work: of a unit that they supervise, or of their own.

    Raises `DutyRefused` where there is no such post or nobody holds it, `NotAllowed` for one out
    of reach.
    """
    place = organisation.places.get(post_ref)
    if place is None:
        raise DutyRefused(f"There is no post {post_ref} on this day: choose one that stands.")
    mine = {post.unit_ref for post in standing_of(actor, at).posts}
    if place.unit_ref not in supervised_units(actor, at) | mine:
        raise NotAllowed(f"{actor.name} gives no work to {post_ref}: it is of another unit.")
    if place.held_by is None:
        raise DutyRefused(f"Nobody holds {post_ref} now: choose a post that somebody holds.")
    return place


def rule_of(row: Duty, rules: tuple[Rule, ...]) -> Rule:
    """The rule of a duty; raises `DutyRefused` where it is no longer declared."""
    found = next((rule for rule in rules if rule.key == row.rule), None)
    if found is None:
        raise DutyRefused(f"The rule {row.rule} is no longer declared: ask who keeps Peelian.")
    return found


def why_said(reason: str) -> str:
    """A reason in words; raises `DutyRefused` where there is none or too much of it."""
    return fit_words(reason, what="why", refused=DutyRefused)
