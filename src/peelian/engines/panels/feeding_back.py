"""What the panel thinks goes to the officer, on the page of the encounter, with a day for a reply.

The panel learns the reply and never the officer. The words are masked neither way: whoever runs the
panel reads them, and the officer is told to name nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from peelian.access.standing import local_day
from peelian.access.user import User
from peelian.engines.audits.feedback import give
from peelian.engines.audits.feedback_models import FROM_PANEL, Feedback
from peelian.engines.duties.settings import setting_on
from peelian.engines.panels.declared import Panel
from peelian.engines.panels.deeds import write
from peelian.engines.panels.errors import PanelRefused
from peelian.engines.panels.masked import Mask
from peelian.engines.panels.models import Case
from peelian.engines.panels.planning import check_mine
from peelian.engines.panels.reading_records import record_of
from peelian.engines.panels.shut import sealed_records
from peelian.engines.panels.states import CaseState, State
from peelian.records.store.reader import Reader

LONGEST = 2000


@dataclass(frozen=True)
class Answered:
    """Feedback on a case as the panel reads it: the words, and the reply without names."""

    words: str
    given_at: datetime | None
    reply_by: date | None
    replied_at: datetime | None
    reply: str


def feed_back(
    case: Case,
    panel: Panel,
    *,
    words: str,
    themes: Sequence[str],
    actor: User,
    at: datetime,
    tables: Reader,
) -> Feedback:
    """Give the officer what the panel said of the encounter; once.

    `themes` are keys of the panel's themes. Raises `PanelRefused`, `NotAllowed`.
    """
    check_mine(case.meeting, actor, at)
    said = words.strip()
    if not said:
        raise PanelRefused("Write what the panel says to the officer.")
    if len(said) > LONGEST:
        raise PanelRefused(f"Use at most {LONGEST} characters; these are {len(said)}.")
    unknown = [key for key in themes if panel.theme(key) is None]
    if unknown or not themes:
        raise PanelRefused("Choose at least one theme of the list: what the feedback is about.")
    record = record_of(panel, case.of_id, case.meeting.force_id, tables)
    if case.of_id in sealed_records(panel, at):
        raise PanelRefused("The case is shut by now: the force deals with it in another way.")
    days = setting_on(panel.reply_days, case.meeting.force_id, local_day(at)).value
    with transaction.atomic():
        held = Case.objects.select_for_update(no_key=True).select_related("meeting").get(pk=case.pk)
        _check_can_be_given(held)
        given = give(
            record,
            from_kind=FROM_PANEL,
            from_ref=held.ref,
            words=said,
            reply_by=local_day(at) + timedelta(days=days),
            actor=actor,
            at=at,
        )
        held.themes, held.feedback_id = ",".join(themes), given.record_id
        held.save(update_fields=["themes", "feedback_id"])
        write(held, "panel feedback given", actor=actor, at=at, themes=held.themes)
    return given


def answered(case: Case, panel: Panel, *, at: datetime, tables: Reader) -> Answered | None:
    """What was given on a case and what came back, with names masked; None where nothing was."""
    found = Feedback.objects.filter(record_id=case.feedback_id).first()
    if not case.feedback_id or found is None:
        return None
    record = record_of(panel, case.of_id, case.meeting.force_id, tables)
    reply = Mask(case, panel, record)(found.reply)[0] if found.reply else ""
    return Answered(found.words or "", found.given_at, found.reply_by, found.replied_at, reply)


def _check_can_be_given(case: Case) -> None:
    if case.feedback_id:
        raise PanelRefused("The officer has the panel's feedback on this case already.")
    if case.meeting.state not in (State.OPEN, State.CLOSED) or case.state != CaseState.READY:
        raise PanelRefused("Feedback is given on a case that lay open before the panel.")
    if not case.scores.filter(conflict=False).exists():
        raise PanelRefused("Nobody has judged this case yet: there is no view to give.")
