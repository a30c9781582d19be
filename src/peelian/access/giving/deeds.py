"""What the trail says of a change to rights: written in the transaction of the change."""

from datetime import datetime

from peelian.access.giving.refusal import fit_words
from peelian.access.user import User
from peelian.trail.append import append
from peelian.trail.particulars import Particulars, Result
from peelian.trail.verbs import Verb


def write(
    *,
    actor: User,
    ref: tuple[str, str],
    what: str,
    at: datetime,
    reason: str = "",
    fields: tuple[str, ...] = (),
    verb: Verb = Verb.ALTERED,
    result: Result = Result.DONE,
    **more: object,
) -> None:
    """One entry: who changed what about whom or which record, and why; empty parts are left out."""
    known = {name: part for name, part in more.items() if part not in ("", None)}
    append(
        actor=actor.trail_name,
        verb=verb,
        ref=ref,
        detail=Particulars(reason=reason, fields=fields, result=result).detail(what=what, **known),
        at=at,
    )


def about(user: User) -> tuple[str, str]:
    """How the trail names an account."""
    return "account", user.key


def said(reason: str, what: str = "a reason") -> str:
    """The reason as it is kept; raises `Refused` where there is none or too much of it."""
    return fit_words(reason, what=what)
