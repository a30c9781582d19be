"""Why a duty is on somebody's list, in words."""

from collections.abc import Iterable

from peelian.engines.duties.models import Duty, DutyNote
from peelian.engines.duties.organisation import Organisation
from peelian.engines.duties.owners import InUnit, LineOf, NamedOfficer, NamedPost
from peelian.engines.duties.rule import Rule
from peelian.engines.duties.turning import occasion_of

NOBODY = "Nobody answers for this"


def why(
    duty: Duty,
    rule: Rule,
    notes: Iterable[DutyNote],
    organisation: Organisation,
    *,
    officer_ref: str,
    posts: frozenset[str],
) -> str:
    """Why a reader with this number and these posts sees the duty: it is theirs, or came to them.

    For a reader whom it does not concern it says who answers.
    """
    mine = bool(officer_ref) and duty.officer_ref == officer_ref
    if duty.vacant:
        return _unanswered(duty, organisation, mine=mine)
    if not mine:
        came = [
            one
            for one in notes
            if one.what.startswith("escalated")
            and one.to_post in posts
            and one.occasion == occasion_of(duty.due_at)
        ]
        if came:
            return f"It is late and was escalated to you: {came[-1].words}"
        return f"{_called(duty.post_ref, organisation)} answers for it."
    if duty.moved:
        handed = [one for one in notes if one.what == "moved"]
        reason = f": {handed[-1].words}" if handed and handed[-1].words else "."
        return f"It was moved to your post{reason}"
    return _by_rule(duty, rule, organisation)


def _by_rule(duty: Duty, rule: Rule, organisation: Organisation) -> str:
    match rule.owner:
        case NamedOfficer():
            return "You are the one whom the record names."
        case LineOf():
            return "You answer for the work of the one whom the record names."
        case NamedPost():
            return "It was given to your post."
        case InUnit():
            called = _called(duty.post_ref, organisation)
            return f"You hold the post that does this for the unit: {called}."


def _unanswered(duty: Duty, organisation: Organisation, *, mine: bool) -> str:
    called = _called(duty.post_ref, organisation) if duty.post_ref else ""
    what = f"{NOBODY}: {called} is vacant." if called else f"{NOBODY}: no post was found for it."
    return f"{what} You stand in as the nearest supervisor." if mine else what


def _called(post_ref: str | None, organisation: Organisation) -> str:
    place = organisation.places.get(post_ref or "")
    return f"{place.title} ({place.post_ref})" if place else post_ref or "Nobody"
