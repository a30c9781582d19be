"""A member judges a case, or steps back from it because they know somebody in it."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from peelian.access.decide import NotAllowed
from peelian.access.giving.refusal import NothingThere
from peelian.access.user import User
from peelian.engines.panels.declared import Panel
from peelian.engines.panels.deeds import write
from peelian.engines.panels.errors import PanelRefused
from peelian.engines.panels.models import Case, Meeting, Member, Score
from peelian.engines.panels.rights import member_at, open_to_member, runs, why_not_ready
from peelian.engines.panels.states import CaseState, State
from peelian.engines.procedures.asking import Answers, in_force, wrong_with


class NotRight(PanelRefused):
    """Something is wrong with answers; `errors` says what, by question."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__(" ".join(errors.values()))
        self.errors = dict(errors)


def score(
    case: Case,
    panel: Panel,
    given: Answers,
    *,
    member: Member | None = None,
    actor: User,
    at: datetime,
) -> Score:
    """A member's answers about a case; those given before are replaced while the meeting is open.

    Without `member` it is the actor's own; whoever runs the panel names a member and types what
    they wrote on paper. Raises `NotRight`, `PanelRefused`, `NotAllowed`.
    """
    judge = _judge(case, panel, member, actor, at)
    version = panel.version(case.meeting.asked_version)
    errors = wrong_with(version, given)
    if errors:
        raise NotRight(errors)
    kept = in_force(version, given)
    return _keep(
        case,
        judge,
        {"conflict": False, "answers": dict(kept.answers), "words": dict(kept.words)},
        "panel case judged",
        actor,
        at,
    )


def step_back(
    case: Case, panel: Panel, *, member: Member | None = None, actor: User, at: datetime
) -> Score:
    """A member does not judge a case, and sees no more of it: they know somebody in it.

    Raises `PanelRefused`, `NotAllowed`.
    """
    judge = _judge(case, panel, member, actor, at)
    empty = {"conflict": True, "answers": {}, "words": {}}
    return _keep(case, judge, empty, "panel member stepped back", actor, at)


def _judge(case: Case, panel: Panel, member: Member | None, actor: User, at: datetime) -> Member:
    if member is None:
        if not open_to_member(case, actor, panel, at=at):
            raise NothingThere
        mine = member_at(case.meeting, actor, at)
        if mine is None:
            raise NothingThere
        return mine
    if not runs(actor, at) or case.meeting.force_id != actor.force_id:
        raise NotAllowed(f"{actor.name} may not judge for somebody else: nothing allows it.")
    if (member.panel, member.force_id) != (case.meeting.panel, case.meeting.force_id):
        raise PanelRefused("Choose a member of this panel.")
    if member.left_on is not None and member.left_on < case.meeting.held_on:
        raise PanelRefused("They had left the panel before the meeting.")
    why = why_not_ready(member, panel, at)
    if why:
        raise PanelRefused(f"{member.name} cannot judge cases: {why}.")
    return member


def _keep(
    case: Case,
    judge: Member,
    said: Mapping[str, object],
    what: str,
    actor: User,
    at: datetime,
) -> Score:
    with transaction.atomic():
        meeting = Meeting.objects.select_for_update(no_key=True).get(pk=case.meeting_id)
        held = Case.objects.get(pk=case.pk)
        if meeting.state != State.OPEN or held.state != CaseState.READY:
            raise PanelRefused("Cases are judged while the meeting is open; this one is not.")
        kept, _made = Score.objects.update_or_create(
            case=held,
            member=judge,
            defaults={**said, "typed_by": actor, "given_at": at},
        )
        write(held, what, actor=actor, at=at)
    return kept
