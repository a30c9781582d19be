"""Who may do what about a panel: whoever runs it, whoever prepares its cases, whoever is on it.

The commissioner's staff hold no policing purpose: to them a case is a reference. Whoever prepares
cases works for the force and never for the panel.
"""

from datetime import datetime

from django.db.models import Q

from peelian.access.decide import check_power, has_power
from peelian.access.giving.refusal import NothingThere
from peelian.access.powers import Power
from peelian.access.standing import local_day, standing_of
from peelian.access.user import User
from peelian.engines.panels.declared import Panel
from peelian.engines.panels.models import Case, Meeting, Member
from peelian.engines.panels.states import CaseState, State


def runs(actor: User, at: datetime) -> bool:
    """Whether they hold panels for their force."""
    return has_power(actor, Power.RUN_PANELS, force_id=actor.force_id, at=at)


def prepares(actor: User, at: datetime) -> bool:
    """Whether they prepare cases of their force."""
    return has_power(actor, Power.PREPARE_PANELS, force_id=actor.force_id, at=at)


def sits(actor: User, at: datetime) -> bool:
    """Whether they hold the role of a member of panels, of whatever force."""
    return any(Power.SIT_ON_PANELS in one.role.powers for one in standing_of(actor, at).roles)


def check_runs(actor: User, at: datetime) -> None:
    """Raise `NotAllowed` unless they hold panels for their force."""
    check_power(actor, Power.RUN_PANELS, force_id=actor.force_id, at=at)


def check_prepares(actor: User, at: datetime) -> None:
    """Raise `NotAllowed` unless they prepare cases of their force."""
    check_power(actor, Power.PREPARE_PANELS, force_id=actor.force_id, at=at)


def memberships(actor: User, at: datetime) -> tuple[Member, ...]:
    """The panels on which they sit today, while they hold the role of a member."""
    if not sits(actor, at):
        return ()
    return tuple(Member.objects.filter(on_day(at), user=actor).order_by("panel", "pk"))


def on_day(at: datetime) -> Q:
    """Those who are members on the local day."""
    today = local_day(at)
    return Q(joined_on__lte=today) & (Q(left_on__isnull=True) | Q(left_on__gte=today))


def why_not_ready(member: Member, panel: Panel, at: datetime) -> str:
    """Why a member cannot judge cases yet; empty where they can."""
    if member.trained_on is None or member.trained_on > local_day(at):
        return "they have not been trained"
    if panel.vetted and (member.vetted_until is None or member.vetted_until < local_day(at)):
        return "their vetting is not in force"
    return ""


def meeting_named(ref: str, actor: User, *, at: datetime) -> Meeting:
    """A meeting that they may know of: of their force, or of a panel on which they sit.

    Members know of meetings from their plan on. Raises `NothingThere`.
    """
    found = Meeting.objects.filter(ref=ref).first()
    if found is None or not (_of_force(actor, found, at) or member_at(found, actor, at)):
        raise NothingThere
    return found


def member_at(meeting: Meeting, actor: User, at: datetime) -> Member | None:
    """Their membership of the panel that meets; None where they have none."""
    return next(
        (
            one
            for one in memberships(actor, at)
            if (one.panel, one.force_id) == (meeting.panel, meeting.force_id)
        ),
        None,
    )


def case_named(ref: str, actor: User, panel: Panel, *, at: datetime) -> Case:
    """A case that they may know of; a member only one that lies open before their panel.

    A member who is not trained, or whose vetting has ended, sees none; nor does one who stepped
    back from it. Raises `NothingThere`.
    """
    found = Case.objects.select_related("meeting").filter(ref=ref).first()
    if found is None:
        raise NothingThere
    if _of_force(actor, found.meeting, at) or open_to_member(found, actor, panel, at=at):
        return found
    raise NothingThere


def open_to_member(case: Case, actor: User, panel: Panel, *, at: datetime) -> bool:
    """Whether the case lies open before a panel on which they sit, and they can judge it."""
    member = member_at(case.meeting, actor, at)
    return (
        member is not None
        and not why_not_ready(member, panel, at)
        and case.state == CaseState.READY
        and case.meeting.state in (State.OPEN, State.CLOSED)
        and not case.scores.filter(member=member, conflict=True).exists()
    )


def _of_force(actor: User, meeting: Meeting, at: datetime) -> bool:
    return meeting.force_id == actor.force_id and (runs(actor, at) or prepares(actor, at))
