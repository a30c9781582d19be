"""Giving work to a post: a list of tasks about records, or a decision to be carried out."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from peelian.access.decide import may
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.engines.duties.acting import place_in_reach
from peelian.engines.duties.behind import Ref
from peelian.engines.duties.bringing import Bench
from peelian.engines.duties.calendars import local_day
from peelian.engines.duties.errors import DutyRefused
from peelian.engines.duties.kinds import model_of, reference_field
from peelian.engines.duties.models import Duty
from peelian.engines.duties.organisation import Place
from peelian.engines.duties.rule import Risk, Rule
from peelian.engines.duties.settle import settle_with
from peelian.engines.duties.work import DECISION, OF_ITSELF, TASK, WORK_RULES
from peelian.engines.duties.writing import Pen, writing
from peelian.engines.registers.addresses import new_address
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.finding import find, refuse
from peelian.records.base import Record
from peelian.records.happenings import Fact, Happened, happen
from peelian.records.protection import person_of
from peelian.records.store.reader import Reader
from peelian.spine.happenings import What

# More than these nobody works through by hand. Peelian's default.
MOST_TASKS = 200
LONGEST_TITLE = 200
LONGEST_WORDS = 2000


@dataclass(frozen=True)
class Given:
    """What is handed out: in which words, to whom, until when."""

    rule: Rule
    name: What
    key: str
    title: str
    words: str
    facts: dict[str, Fact]


def give_tasks(
    refs: Sequence[Ref],
    *,
    title: str,
    words: str = "",
    post_ref: str,
    due_on: date,
    risk: Risk = "standard",
    figure: str = "",
    actor: User,
    at: datetime,
    tables: Reader,
) -> str:
    """One task about each record, as one list for one post; the reference of the list.

    The actor must see every record and supervise the post's unit, or stand in it. `figure` is the
    address of the figure that the rows came from. Raises `NoSuchRecord`, `NotAllowed`, or
    `DutyRefused`.
    """
    if not refs:
        raise DutyRefused("Choose at least one record: a task is about a record.")
    given = Given(
        TASK,
        What.TASK_GIVEN,
        "task_ref",
        _said(title, "what is to be done", LONGEST_TITLE),
        _fit(words, LONGEST_WORDS),
        {"post_ref": post_ref, "due_on": due_on.isoformat(), "risk": risk, "figure": figure},
    )
    return _give(refs, given, due_on=due_on, actor=actor, at=at, tables=tables)


def decide(
    words: str,
    *,
    post_ref: str,
    due_on: date,
    refs: Sequence[Ref] = (),
    risk: Risk = "standard",
    actor: User,
    at: datetime,
    tables: Reader,
) -> str:
    """A decision that a post carries out by a day; its reference.

    About several records it is one duty about each of them, so that nobody reads it who may not
    see them. Raises as `give_tasks`.
    """
    given = Given(
        DECISION,
        What.DECISION_TAKEN,
        "decision_ref",
        DECISION.title,
        _said(words, "what was decided", LONGEST_WORDS),
        {"post_ref": post_ref, "due_on": due_on.isoformat(), "risk": risk},
    )
    return _give(refs, given, due_on=due_on, actor=actor, at=at, tables=tables)


def _give(
    refs: Sequence[Ref],
    given: Given,
    *,
    due_on: date,
    actor: User,
    at: datetime,
    tables: Reader,
) -> str:
    wanted = tuple(dict.fromkeys(refs))
    if len(wanted) > MOST_TASKS:
        raise DutyRefused(f"Give at most {MOST_TASKS} at once; these are {len(wanted)}.")
    if due_on < local_day(at):
        raise DutyRefused("The day has passed already: choose today or a later one.")
    records = [_record(ref, actor, tables, at) for ref in wanted]
    list_ref = f"L-{secrets.token_hex(5).upper()}"
    with writing(actor, at) as pen:
        place = place_in_reach(
            str(given.facts["post_ref"]), pen.staff.of(actor.force_id), actor=actor, at=at
        )
        told = _told(records, given, place, list_ref, actor, at)
        written = [happen(one, by=actor.trail_name, noted_at=at) for one in told]
        settle_with(pen, [one.pk for one in written], WORK_RULES, Bench())
        _hand_over(pen, given, place, list_ref)
    return list_ref


def _record(ref: Ref, actor: User, tables: Reader, at: datetime) -> Record:
    model = model_of(ref[0])
    if model is None:
        raise DutyRefused(f"'{ref[0]}' is no type of record: name the record by its type.")
    try:
        return find(actor, model, ref[1], tables, at=at).record
    except NoSuchRecord:
        refuse(actor, model, ref[1], at=at)


def _told(
    records: Sequence[Record],
    given: Given,
    place: Place,
    list_ref: str,
    actor: User,
    at: datetime,
) -> Iterator[Happened]:
    facts = {**given.facts, "list_ref": list_ref, "unit_ref": place.unit_ref}
    if not records:
        yield Happened(
            name=str(given.name),
            ref=(OF_ITSELF, new_address(at)),
            force_id=actor.force_id,
            at=at,
            keys={given.key: list_ref},
            facts=facts,
        )
    for number, record in enumerate(records, start=1):
        of_type = str(record._meta.model_name)
        called = reference_field(of_type)
        yield Happened(
            name=str(given.name),
            ref=(of_type, record.record_id),
            force_id=actor.force_id,
            at=at,
            keys={given.key: f"{list_ref}-{number}"},
            facts={**facts, called: getattr(record, called)} if called else facts,
            person_key=person_of(record),
        )


def _hand_over(pen: Pen, given: Given, place: Place, list_ref: str) -> None:
    """Put the words on the duties, which no happening carries; refuse who may not see them."""
    rows = list(Duty.objects.filter(force_id=pen.by.force_id, list_ref=list_ref))
    holder = pen.account(pen.by.force_id, place.held_by)
    for row in rows:
        if holder is not None and not may(holder, Verb.CONSULT, Duty, row, at=pen.at):
            raise DutyRefused(f"{place.post_ref} cannot take this work: choose another post.")
        row.title, row.words = given.title, given.words or None
        pen.save(row, "title", "words")


def _said(words: str, what: str, longest: int) -> str:
    said = _fit(words, longest)
    if not said:
        raise DutyRefused(f"Say {what}.")
    return said


def _fit(words: str, longest: int) -> str:
    said = words.strip()
    if len(said) > longest:
        raise DutyRefused(f"Use at most {longest} characters; these are {len(said)}.")
    return said
