"""Changing duties: notes, notices, ties and entries of the trail in one transaction.

Every change of a duty goes through a `Pen`. Rows are locked in one order everywhere: happenings,
then matters, then whatever hangs on them; the end of the trail comes last, because all writers of
the product wait for it (`trail.append`).
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q

from peelian.access.decide import may
from peelian.access.standing import local_day
from peelian.access.tie import Tie, TieKind
from peelian.access.user import Kind, User
from peelian.access.verbs import Verb
from peelian.engines.duties.kinds import model_of
from peelian.engines.duties.models import Duty, DutyNote, DutyTie, Matter
from peelian.engines.duties.organisation import Organisation
from peelian.engines.duties.owning import Answerable, stand_in
from peelian.engines.duties.words import OPEN
from peelian.engines.registers import notices
from peelian.engines.registers.notices import notify
from peelian.records.schema import type_key
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb as Deed

DUTY = type_key(Duty)
# Force, rule and what it is about.
Key = tuple[str, str, str]
LONGEST_WORDS = 400


@dataclass(frozen=True)
class Said:
    """One entry of the trail that waits for the end of the transaction."""

    verb: Deed
    record_id: str
    reason: str
    more: dict[str, object]


@dataclass
class Staff:
    """Organisations by force on one local day, each read once."""

    at: datetime
    read: dict[str, Organisation] = field(default_factory=dict)

    def of(self, force_id: str) -> Organisation:
        """The organisation of a force."""
        if force_id not in self.read:
            self.read[force_id] = Organisation.on(force_id, local_day(self.at))
        return self.read[force_id]


@dataclass
class Pen:
    """What is written about duties in one transaction, by one actor at one moment."""

    by: User
    at: datetime
    staff: Staff
    entries: list[Said] = field(default_factory=list)
    accounts: dict[tuple[str, str], User | None] = field(default_factory=dict)
    matters: dict[Key, int] = field(default_factory=dict)

    def begin(self, duty: Duty) -> None:
        """Write a new duty, and that it began."""
        duty.save(force_insert=True)
        DutyNote.objects.create(
            duty=duty,
            what="begun",
            at=self.at,
            by=self.by.trail_name,
            to_post=duty.post_ref or "",
        )
        self.enter(duty, "begun", verb=Deed.COLLECTED)

    def matter(self, key: Key) -> int:
        """The number of a matter that is held."""
        if key not in self.matters:
            force, rule, matter = key
            self.matters[key] = Matter.objects.values_list("pk", flat=True).get(
                force_id=force, rule=rule, matter=matter
            )
        return self.matters[key]

    def note(
        self,
        duty: Duty,
        what: str,
        *,
        occasion: str = "",
        to_post: str = "",
        words: str = "",
        reason: str = "",
        verb: Deed = Deed.ALTERED,
    ) -> bool:
        """Note that something was done, with its entry; False where that was noted before."""
        _row, is_new = DutyNote.objects.get_or_create(
            duty=duty,
            what=what,
            occasion=occasion,
            defaults={
                "at": self.at,
                "by": self.by.trail_name,
                "to_post": to_post,
                "words": words[:LONGEST_WORDS],
            },
        )
        if is_new:
            self.enter(duty, what, reason=reason, verb=verb)
        return is_new

    def note_again(self, duty: Duty, what: str, **said: str) -> str:
        """Note what can happen several times; which time it was: "", "2", "3"."""
        times = DutyNote.objects.filter(duty=duty, what=what).count()
        occasion = str(times + 1) if times else ""
        self.note(duty, what, occasion=occasion, **said)  # type: ignore[arg-type]  # verb is no str
        return occasion

    def enter(self, duty: Duty, what: str, *, reason: str = "", verb: Deed = Deed.ALTERED) -> None:
        """One entry of the trail, written at the end: rule and matter, nobody's name."""
        more: dict[str, object] = {"what": f"duty {what}", "rule": duty.rule, "matter": duty.matter}
        self.entries.append(Said(verb, duty.record_id, reason, more))

    def save(self, duty: Duty, *names: str) -> None:
        """Save these fields of a duty that is held; its version tells the store of the change."""
        values = {name: getattr(duty, name) for name in names}
        Duty.objects.filter(pk=duty.pk).update(**values, version=F("version") + 1)

    def account(self, force_id: str, officer_ref: str | None) -> User | None:
        """The account of a member of staff that is on; None where there is none."""
        if not officer_ref:
            return None
        key = (force_id, officer_ref)
        if key not in self.accounts:
            self.accounts[key] = User.objects.filter(
                kind=Kind.PERSON, is_active=True, force_id=force_id, officer_ref=officer_ref
            ).first()
        return self.accounts[key]

    def tell(self, duty: Duty, kind: notices.Kind, whom: Answerable) -> Answerable:
        """Put a notice on the page of whoever answers; who was meant in the end.

        Whoever may not see the duty, having a conflict with its record, say, learns nothing of it:
        the nearest supervisor is told instead (T05).
        """
        user = self.account(duty.force_id, whom.officer_ref)
        if user is not None and not may(user, Verb.CONSULT, Duty, duty, at=self.at):
            besides = frozenset({whom.officer_ref or ""})
            nobody = Answerable(None, None, duty.unit_ref)
            whom = stand_in(nobody, self.staff.of(duty.force_id), besides=besides)
            user = self.account(duty.force_id, whom.officer_ref)
            if user is not None and not may(user, Verb.CONSULT, Duty, duty, at=self.at):
                user = None
        if user is not None:
            notify(user, kind, (DUTY, duty.record_id), self.at)
        return whom

    def tie_up(self, duty: Duty) -> None:
        """Tie whoever answers for an open duty to it and to its record; end the ties of others.

        So the review of look-ups sees why they looked. Work that somebody gives themselves ties
        them to the duty alone: nobody opens a record to themselves, nor spares themselves the
        question why they look at it (T02).
        """
        user = self._answers(duty)
        standing = Tie.objects.filter(duty_tie__duty=duty, ends_at=None)
        if user is not None:
            standing = standing.exclude(user=user)
        Tie.objects.filter(pk__in=list(standing.values_list("pk", flat=True))).update(
            ends_at=self.at
        )
        if user is None or Tie.objects.filter(duty_tie__duty=duty, ends_at=None).exists():
            return
        self._tie(duty, user)

    def tie_new(self, duty: Duty) -> None:
        """The same for a duty that was begun just now, to which nobody is tied yet."""
        user = self._answers(duty)
        if user is not None:
            self._tie(duty, user)

    def _answers(self, duty: Duty) -> User | None:
        return self.account(duty.force_id, duty.officer_ref) if duty.state in OPEN else None

    def _tie(self, duty: Duty, user: User) -> None:
        refs = [(DUTY, duty.record_id)]
        if model_of(duty.of_type) is not None and user != self.by:
            refs.append((duty.of_type, duty.of_id))
        ties = Tie.objects.bulk_create(
            Tie(
                user=user,
                record_type=record_type,
                record_id=record_id,
                kind=TieKind.TASK,
                starts_at=self.at,
                given_by=self.by.trail_name,
            )
            for record_type, record_id in refs
        )
        DutyTie.objects.bulk_create(DutyTie(duty=duty, tie=tie) for tie in ties)


@contextmanager
def writing(by: User, at: datetime, staff: Staff | None = None) -> Iterator[Pen]:
    """A transaction in which duties are changed; what the trail says of it is written last."""
    with transaction.atomic():
        pen = Pen(by, at, staff or Staff(at))
        yield pen
        for said in pen.entries:
            append(
                actor=by.trail_name,
                verb=said.verb,
                ref=(DUTY, said.record_id),
                detail=Particulars(reason=said.reason).detail(**said.more),
                at=at,
            )


def hold(keys: Collection[Key]) -> dict[Key, int]:
    """Keep these matters from every other worker until the transaction ends, in one order.

    The number of each.
    """
    wanted = sorted(set(keys))
    Matter.objects.bulk_create(
        (Matter(force_id=force, rule=rule, matter=matter) for force, rule, matter in wanted),
        ignore_conflicts=True,
    )
    which = Q(pk__in=())
    for force, rule, matter in wanted:
        which |= Q(force_id=force, rule=rule, matter=matter)
    held = Matter.objects.select_for_update(no_key=True).filter(which).order_by("pk")
    return {(row.force_id, row.rule, row.matter): row.pk for row in held}


def hold_if_free(key: Key) -> bool:
    """Hold one matter unless another worker does; the row is there since its duty is."""
    force, rule, matter = key
    free = Matter.objects.select_for_update(no_key=True, skip_locked=True)
    return free.filter(force_id=force, rule=rule, matter=matter).first() is not None


def key_of(duty: Duty) -> Key:
    """The matter of a duty."""
    return duty.force_id, duty.rule, duty.matter
