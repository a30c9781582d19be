"""Lists of duties: one's own, those of a unit and all below it, of a list of work, of a record.

A duty is shown to whoever may see both it and the record that it is about. Each reading is one look
in the trail.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from peelian.access.decide import nearest
from peelian.access.standing import local_day
from peelian.access.units import units_under
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.engines.duties.as_read import as_read, given_to, open_words, without_words
from peelian.engines.duties.behind import Ref, in_sight
from peelian.engines.duties.calendars import calendar_of
from peelian.engines.duties.models import Duty, DutyNote
from peelian.engines.duties.next_steps import Reach, next_step, reaches_of
from peelian.engines.duties.numbers import Numbers
from peelian.engines.duties.passing import as_known
from peelian.engines.duties.rule import Rule
from peelian.engines.duties.supervised import own_posts, supervised_units
from peelian.engines.duties.why import why
from peelian.engines.duties.words import OPEN, State
from peelian.engines.duties.work import undeclared
from peelian.engines.duties.writing import DUTY, Staff
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.finding import refuse
from peelian.engines.registers.sight import Sight, sight
from peelian.records.store.reader import Reader
from peelian.trail.append import append
from peelian.trail.looks import append_look
from peelian.trail.particulars import Particulars, Result
from peelian.trail.verbs import Verb as Deed

# How many a list shows: more than anybody does in a day, and few enough for one look.
MOST = 500
# Read at once, so that one question answers for all but the longest lists.
BATCH = MOST
OPEN_NOW = Q(state__in=sorted(OPEN))


@dataclass(frozen=True)
class Due:
    """One duty as its reader sees it.

    `duty` holds only the cells that are open to them and cannot be saved; its state is the one at
    the moment of reading. `left` is negative once it is late, None while no end is set. `why_me`
    says why they see it, `notes` what was done about it, the newest last. `reaches` are the rungs
    of its ladder.
    """

    duty: Duty
    rule: Rule
    left: timedelta | None
    next_step: str
    why_me: str
    notes: tuple[DutyNote, ...]
    reaches: tuple[Reach, ...] = ()


def due_of(
    actor: User, rules: Sequence[Rule], tables: Reader, *, at: datetime, most: int = MOST
) -> tuple[Due, ...]:
    """The open duties of a reader, and those that were escalated to them; most urgent first.

    First what is late, the highest risk before, then what falls due next, at last what is paused.
    """
    if not actor.officer_ref:
        return ()
    mine = Q(officer_ref=actor.officer_ref)
    posts = own_posts(actor, at)
    if posts:
        came = DutyNote.objects.filter(what__startswith="escalated", to_post__in=sorted(posts))
        mine |= Q(state=State.LATE, record_id__in=came.values("duty_id"))
    which = OPEN_NOW & Q(force_id=actor.force_id) & mine
    return _listed(actor, which, rules, tables, at=at, most=most, list="own")


def due_of_unit(
    actor: User,
    unit_ref: str,
    rules: Sequence[Rule],
    tables: Reader,
    *,
    at: datetime,
    most: int = MOST,
) -> tuple[Due, ...]:
    """The open duties of a unit of the reader's force and of those below it, as far as they see."""
    units = units_under(actor.force_id, unit_ref, on=local_day(at))
    which = OPEN_NOW & Q(force_id=actor.force_id, unit_ref__in=sorted(units))
    return _listed(actor, which, rules, tables, at=at, most=most, list="unit", unit=unit_ref)


def due_of_list(
    actor: User,
    list_ref: str,
    rules: Sequence[Rule],
    tables: Reader,
    *,
    at: datetime,
    most: int = MOST,
) -> tuple[Due, ...]:
    """The duties of one list of work, open and closed, as far as the reader sees them."""
    which = Q(force_id=actor.force_id, list_ref=list_ref)
    return _listed(actor, which, rules, tables, at=at, most=most, list=list_ref)


def due_about(
    actor: User, ref: Ref, rules: Sequence[Rule], tables: Reader, *, at: datetime, most: int = MOST
) -> tuple[Due, ...]:
    """The duties about one record, open and closed; none where the reader may not see it."""
    which = Q(of_type=ref[0], of_id=ref[1])
    return _listed(actor, which, rules, tables, at=at, most=most, list="record", record=ref[1])


def number_in_list(actor: User, list_ref: str, *, at: datetime) -> int:
    """How many duties a list of work has for this reader: the m of "n shown of m".

    One that is sealed, or about somebody with whom they have a conflict, is not in it, or the
    number would tell that there is something (T03).
    """
    seen = sight(actor, Duty, at=at, verbs=(Verb.CONSULT,))
    rows = Duty.objects.filter(seen.rows.as_q(), force_id=actor.force_id, list_ref=list_ref)
    return 0 if seen.nothing else rows.count()


def duty(actor: User, duty_ref: str, rules: Sequence[Rule], tables: Reader, *, at: datetime) -> Due:
    """One duty by its reference in the reader's force, or by its address.

    That it was looked at is written first. Raises `NoSuchRecord`, whatever the cause.
    """
    which = Q(record_id=duty_ref) | Q(duty_ref=duty_ref, force_id=actor.force_id)
    seen = sight(actor, Duty, at=at, verbs=(Verb.CONSULT,))
    found = list(_shown(actor, Duty.objects.filter(which), seen, tables, at=at, most=1))
    layer = nearest(actor, Duty, found[0], at=at) if found else None
    if layer is None:
        refuse(actor, Duty, duty_ref, at=at)
    made = _told(actor, found, seen, rules, at)[0]
    with transaction.atomic():
        append(
            actor=actor.trail_name,
            verb=Deed.CONSULTED,
            ref=(DUTY, found[0].record_id),
            detail=Particulars(relationship=layer.because).detail(),
            at=at,
        )
    return made


def _listed(
    actor: User,
    which: Q,
    rules: Sequence[Rule],
    tables: Reader,
    *,
    at: datetime,
    most: int,
    **asked: object,
) -> tuple[Due, ...]:
    seen = sight(actor, Duty, at=at, verbs=(Verb.CONSULT,))
    rows = Duty.objects.filter(which)
    found = list(_shown(actor, rows, seen, tables, at=at, most=min(most, MOST)))
    made = _told(actor, found, seen, rules, at)
    with transaction.atomic():
        append_look(
            actor=actor.trail_name,
            record_type=DUTY,
            query="",
            filters=asked,
            shown=[row.record_id for row in found],
            at=at,
            particulars=Particulars(result=Result.DONE if found else Result.NOTHING_FOUND),
        )
    return made


def _shown(
    actor: User,
    rows: QuerySet[Duty],
    seen: Sight,
    tables: Reader,
    *,
    at: datetime,
    most: int,
) -> Iterator[Duty]:
    """The rows in sight of which the record is too, most urgent first."""
    if seen.nothing:
        return
    ordered = _most_urgent_first(rows.filter(seen.rows.as_q()), at)
    start = given = 0
    while given < most:
        batch = list(ordered[start : start + BATCH])
        start += len(batch)
        behind = in_sight(actor, {(row.of_type, row.of_id) for row in batch}, tables, at=at)
        for row in batch:
            if (row.of_type, row.of_id) in behind and given < most:
                given += 1
                yield row
        if len(batch) < BATCH:
            return


def _most_urgent_first(rows: QuerySet[Duty], at: datetime) -> QuerySet[Duty]:
    late = Q(state=State.LATE) | Q(state=State.RUNNING, due_at__lte=at)
    return rows.annotate(
        group=_first_of(late, Q(state=State.RUNNING), Q(state=State.PAUSED)),
        danger=_first_of(late & Q(risk="high"), late & Q(risk="medium")),
    ).order_by("group", "danger", F("due_at").asc(nulls_last=True), "pk")


def _first_of(*conditions: Q) -> Case:
    cases = [When(one, then=Value(place)) for place, one in enumerate(conditions)]
    return Case(*cases, default=Value(len(conditions)), output_field=IntegerField())


def _told(
    actor: User, rows: Sequence[Duty], seen: Sight, rules: Sequence[Rule], at: datetime
) -> tuple[Due, ...]:
    known = {rule.key: rule for rule in rules}
    staff, numbers, posts = Staff(at), Numbers(), own_posts(actor, at)
    units = supervised_units(actor, at)
    notes: defaultdict[str, list[DutyNote]] = defaultdict(list)
    for note in DutyNote.objects.filter(duty__in=[row.record_id for row in rows]).order_by("pk"):
        notes[note.duty_id].append(note)
    made = []
    for row in rows:
        rule = known.get(row.rule) or undeclared(row.rule, row.title)
        given = given_to(actor, row, units)
        shown = as_read(row, seen, at, whole=given)
        told = tuple(notes[row.record_id])
        due = Due(
            duty=shown,
            rule=rule,
            left=None if row.due_at is None else row.due_at - at,
            next_step=next_step(
                rule,
                as_known(row.facts),
                state=shown.state,
                due_at=row.due_at,
                calendar=calendar_of(row.force_id),
                number=numbers.of(row.force_id),
            ),
            why_me=why(
                row,
                rule,
                told,
                staff.of(row.force_id),
                officer_ref=actor.officer_ref,
                posts=posts,
            ),
            notes=told if open_words(row, seen, given=given) else tuple(map(without_words, told)),
            reaches=()
            if rule.ladder is None
            else reaches_of(
                rule.ladder,
                as_known(row.facts),
                calendar=calendar_of(row.force_id),
                number=numbers.of(row.force_id),
            ),
        )
        made.append(due if State(row.state) in OPEN else replace(due, left=None))
    return tuple(made)


__all__ = [
    "MOST",
    "Due",
    "NoSuchRecord",
    "due_about",
    "due_of",
    "due_of_list",
    "due_of_unit",
    "duty",
    "number_in_list",
]
