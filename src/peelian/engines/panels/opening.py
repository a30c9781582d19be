"""Cases lie open before the panel; the meeting is held; it ends and its findings stand."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from peelian.access.giving.refusal import NothingThere
from peelian.access.user import User
from peelian.engines.panels.declared import Panel, choices
from peelian.engines.panels.deeds import write
from peelian.engines.panels.errors import PanelRefused
from peelian.engines.panels.findings import SPLIT, PanelFinding
from peelian.engines.panels.models import Attendance, Case, Meeting, Member
from peelian.engines.panels.planning import check_mine, locked
from peelian.engines.panels.reading_records import record_of
from peelian.engines.panels.states import Came, CameBy, CaseState, State
from peelian.engines.procedures.questions import Question
from peelian.engines.registers.addresses import new_address
from peelian.records.drawn import CHOSEN, RANDOM
from peelian.records.protection import person_of
from peelian.records.store.reader import Reader


@dataclass(frozen=True)
class Said:
    """What the panel as a whole said to one question: the answer of most, or split."""

    answer: str
    members: int
    counts: Mapping[str, int]


def open_cases(meeting: Meeting, *, actor: User, at: datetime) -> None:
    """Let members see the prepared cases; raises `PanelRefused` while one is not prepared."""
    check_mine(meeting, actor, at)
    with transaction.atomic():
        held = locked(meeting, State.OPEN)
        waiting = held.cases.filter(state=CaseState.DRAWN).count()
        if waiting:
            raise PanelRefused(
                f"The force has {waiting} of the cases still to prepare: its recording is found, "
                "or it is left out with the reason."
            )
        if not held.cases.filter(state=CaseState.READY).exists():
            raise PanelRefused("No case is prepared: there is nothing to see.")
        held.state, held.opened_at = State.OPEN, at
        held.save(update_fields=["state", "opened_at"])
        write(held, "panel cases opened", actor=actor, at=at)


def note_attendance(
    meeting: Meeting, came: Mapping[int, str], *, actor: User, at: datetime
) -> None:
    """Write down who came, by number of the member; what is not named stays as it is.

    Raises `PanelRefused`, `NotAllowed`.
    """
    check_mine(meeting, actor, at)
    with transaction.atomic():
        held = Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)
        if held.state == State.ABANDONED:
            raise PanelRefused("The meeting was given up: nobody came to it.")
        known = {
            one.pk: one for one in Member.objects.filter(panel=held.panel, force_id=held.force_id)
        }
        for number, word in came.items():
            if number not in known or word not in list(Came):
                raise PanelRefused("Choose for each member of the panel whether they came.")
            Attendance.objects.update_or_create(
                meeting=held, member=known[number], defaults={"came": word}
            )
        write(held, "panel attendance noted", actor=actor, at=at, members=len(came))


def close(meeting: Meeting, panel: Panel, *, actor: User, at: datetime, tables: Reader) -> int:
    """End a meeting; its findings become rows that measures count. How many these are.

    A case by lot stands for the frame; one that came otherwise describes itself. Of a record that
    was erased since, nothing is kept. Raises `PanelRefused`, `NotAllowed`.
    """
    check_mine(meeting, actor, at)
    with transaction.atomic():
        held = locked(meeting, State.CLOSED)
        judged = [
            one
            for one in held.cases.filter(state=CaseState.READY).order_by("number")
            if one.scores.filter(conflict=False).exists()
        ]
        if not judged:
            raise PanelRefused("Nobody has judged a case yet: there is nothing to close.")
        # A case by lot that nobody judged says nothing: those judged are a smaller draw.
        by_lot = sum(one.came_by == CameBy.LOT for one in judged)
        rows = [row for one in judged for row in _findings(one, panel, by_lot, at, tables)]
        PanelFinding.objects.bulk_create(rows)
        held.state, held.closed_at = State.CLOSED, at
        held.save(update_fields=["state", "closed_at"])
        write(held, "panel meeting closed", actor=actor, at=at, cases=len(judged))
    return len(rows)


def said_of(case: Case, question: Question) -> Said | None:
    """What the panel said to a question about a case; None where nobody answered it."""
    counts = Counter(
        one.answers[question.key]
        for one in case.scores.filter(conflict=False)
        if one.answers.get(question.key)
    )
    if not counts:
        return None
    most = max(counts.values())
    first = [key for key, number in counts.items() if number == most]
    return Said(first[0] if len(first) == 1 else SPLIT, sum(counts.values()), dict(counts))


def _findings(
    case: Case, panel: Panel, judged_by_lot: int, at: datetime, tables: Reader
) -> Iterator[PanelFinding]:
    meeting = case.meeting
    try:
        record = record_of(panel, case.of_id, meeting.force_id, tables)
    except NothingThere:
        return
    by_lot = case.came_by == CameBy.LOT
    for question in choices(panel.version(meeting.asked_version)):
        said = said_of(case, question)
        if said is None:
            continue
        yield PanelFinding(
            record_id=new_address(at),
            source="typed",
            force_id=meeting.force_id,
            of_type=case.of_type,
            of_id=case.of_id,
            of_ref=getattr(record, panel.reference),
            person_key=person_of(record),
            sample_ref=meeting.ref,
            design=RANDOM if by_lot else CHOSEN,
            stratum="" if by_lot else str(case.came_by),
            stratum_size=meeting.frame_size if by_lot else None,
            stratum_drawn=judged_by_lot if by_lot else None,
            finding_ref=f"{case.ref}-{question.key}"[:60],
            panel=meeting.panel,
            asked_version=meeting.asked_version,
            question=question.key,
            answer=said.answer,
            members=said.members,
            came_by=case.came_by,
            month=case.month,
            found_at=at,
            unit_ref=getattr(record, panel.unit),
            officer_ref=getattr(record, panel.officer),
        )
