"""The force prepares a case: it finds the recording, checks the sheet, or says why there is none.

A reference to the recording is kept and never a copy: the recording stays in the force's own
library, under that library's rules and its own record of who looked (POW-23).
"""

from datetime import datetime

from django.db import transaction

from peelian.access.decide import check_may
from peelian.access.giving.refusal import NothingThere
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.engines.panels.declared import Panel
from peelian.engines.panels.deeds import write
from peelian.engines.panels.drawing import Chosen, add_case, in_order_of_lots
from peelian.engines.panels.errors import PanelRefused, said, within
from peelian.engines.panels.freezing import framed
from peelian.engines.panels.masked import Mask
from peelian.engines.panels.models import Case, Meeting
from peelian.engines.panels.reading_records import record_of
from peelian.engines.panels.rights import check_prepares
from peelian.engines.panels.states import CameBy, CaseState, State
from peelian.engines.registers.finding import find
from peelian.records.store.reader import Reader

# Cases can be prepared from the draw until the meeting ends.
BEING_PREPARED = (State.DRAWN, State.OPEN)


def prepare(
    case: Case,
    panel: Panel,
    *,
    video_ref: str,
    stretch: str = "",
    redacted: bool = False,
    hide_words: str = "",
    actor: User,
    at: datetime,
    tables: Reader,
) -> None:
    """Say where the recording is and which minutes of it are shown.

    Before a panel whose members are not vetted, nobody in the recording may be recognisable.
    Raises `PanelRefused`, `NotAllowed`.
    """
    check_can_prepare(case, panel, actor=actor, at=at, tables=tables)
    where = within(video_ref, 120, what="the reference of the recording")
    if not where:
        raise PanelRefused("Write the reference of the recording, or leave the case out and why.")
    if not panel.vetted and not redacted:
        raise PanelRefused(
            "Members of this panel are not vetted: nobody in the recording may be recognisable. "
            "Have faces, voices, places and number plates made so first, and then tick it."
        )
    record = record_of(panel, case.of_id, case.meeting.force_id, tables)
    with transaction.atomic():
        held = _locked(case)
        held.state, held.video_ref = CaseState.READY, where
        held.redacted = redacted
        held.hide_words = within(hide_words, 400, what="the words to hide")
        # Members read it: a name that slipped in is masked as in the texts of the case.
        shown = within(stretch, 120, what="the minutes to show")
        held.stretch = Mask(held, panel, record)(shown)[0]
        held.set_aside = ""
        held.prepared_by, held.prepared_at = actor, at
        held.save()
        write(held, "panel case prepared", actor=actor, at=at, video=where)


def set_aside(
    case: Case, panel: Panel, *, because: str, actor: User, at: datetime, tables: Reader
) -> Case | None:
    """Leave a case out, for a reason that is listed; the case that takes its place.

    In the place of one by lot comes the next in the order of lots, so that nobody chooses it. None
    takes the place of a triggered one, or where the frame is used up. Raises `PanelRefused`,
    `NotAllowed`.
    """
    check_can_prepare(case, panel, actor=actor, at=at, tables=tables)
    reason = said(because, what="why the case is left out")
    with transaction.atomic():
        held = _locked(case)
        if held.state == CaseState.SET_ASIDE:
            raise PanelRefused("The case is left out already.")
        if held.scores.exists():
            raise PanelRefused("Members have judged the case: it stays.")
        held.state, held.set_aside = CaseState.SET_ASIDE, reason
        held.prepared_by, held.prepared_at = actor, at
        held.save()
        write(held, "panel case set aside", actor=actor, at=at, reason=reason)
        return _next_by_lot(held, panel, tables) if held.came_by == CameBy.LOT else None


def put_forward(
    meeting: Meeting,
    panel: Panel,
    *,
    record_id: str,
    trigger: str,
    actor: User,
    at: datetime,
    tables: Reader,
) -> Case:
    """Put a record before the panel that no source shows to belong there: a complaint, a request.

    Raises `PanelRefused`, `NotAllowed`, or `NoSuchRecord` for a record that they may not see.
    """
    check_prepares(actor, at)
    if meeting.force_id != actor.force_id:
        raise NothingThere
    if trigger not in {one.key for one in panel.named}:
        raise PanelRefused("Choose why the panel should see it.")
    found = find(actor, panel.of, record_id, tables, at=at).record
    with transaction.atomic():
        held = Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)
        if held.state not in BEING_PREPARED:
            raise PanelRefused(f"The meeting is {held.state}: no case can be added now.")
        if found.force_id != held.force_id:
            raise PanelRefused("This record is another force's.")
        if held.cases.filter(of_id=record_id).exists():
            raise PanelRefused("This record is before the panel already.")
        made = add_case(held, panel, Chosen(record_id, (trigger,), CameBy.NAMED), tables=tables)
        write(made, "panel case named", actor=actor, at=at, trigger=trigger)
    return made


def check_can_prepare(
    case: Case, panel: Panel, *, actor: User, at: datetime, tables: Reader
) -> None:
    """Raise `NotAllowed` for whoever may not prepare, or may not see this very record.

    Nobody prepares an encounter of their own, or one at which they were present.
    """
    check_prepares(actor, at)
    if case.meeting.force_id != actor.force_id:
        raise NothingThere
    record = record_of(panel, case.of_id, case.meeting.force_id, tables)
    check_may(actor, Verb.CONSULT, panel.of, record, at=at)
    if actor.officer_ref and actor.officer_ref == getattr(record, panel.officer):
        raise PanelRefused("This is your own encounter: somebody else prepares it.")


def _locked(case: Case) -> Case:
    """The case, with its meeting kept from others: two replacements get two numbers (T52)."""
    meeting = Meeting.objects.select_for_update(no_key=True).get(pk=case.meeting_id)
    if meeting.state not in BEING_PREPARED:
        raise PanelRefused(f"The meeting is {meeting.state}: its cases stay as they are.")
    return Case.objects.select_for_update(no_key=True).get(pk=case.pk)


def _next_by_lot(case: Case, panel: Panel, tables: Reader) -> Case | None:
    meeting = case.meeting
    taken = set(meeting.cases.values_list("of_id", flat=True))
    rows = framed(meeting)
    for one in in_order_of_lots(rows, meeting.frame_hash, meeting.seed):
        if one.record_id not in taken:
            triggers = tuple(part for part in one.stratum.split(",") if part)
            return add_case(
                meeting, panel, Chosen(one.record_id, triggers, CameBy.LOT), tables=tables
            )
    return None
