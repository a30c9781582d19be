"""What the trail says of a panel."""

from datetime import datetime

from peelian.access.user import User
from peelian.engines.panels.models import Briefing, Case, Meeting, Member
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb

MEETING, MEMBER, CASE, BRIEFING = "panel-meeting", "panel-member", "panel-case", "panel-briefing"


def write(
    thing: Meeting | Member | Case | Briefing,
    what: str,
    *,
    actor: User,
    at: datetime,
    verb: Verb = Verb.ALTERED,
    reason: str = "",
    fields: tuple[str, ...] = (),
    **more: str | int | None,
) -> None:
    """One entry about a meeting, a member, a case or a briefing, in the transaction of the deed."""
    match thing:
        case Meeting():
            ref = (MEETING, thing.ref)
        case Case():
            ref = (CASE, thing.ref)
        case Briefing():
            ref = (BRIEFING, thing.ref)
        case Member():
            ref = (MEMBER, str(thing.pk))
    known = {name: part for name, part in more.items() if part not in ("", None)}
    append(
        actor=actor.trail_name,
        verb=verb,
        ref=ref,
        detail=Particulars(reason=reason, fields=fields).detail(what=what, **known),
        at=at,
    )
