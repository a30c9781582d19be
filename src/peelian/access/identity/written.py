"""What the trail says of comings and goings. Written in the transaction of the deed itself."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.crypto import salted_hmac

from peelian.access.user import User, tidy_email
from peelian.trail.append import append
from peelian.trail.verbs import Verb

ACCOUNT = "account"
NOBODY = "public"


def write(
    *,
    user: User,
    verb: Verb,
    what: str,
    at: datetime,
    by: User | None = None,
    more: Mapping[str, object] | None = None,
) -> None:
    """One entry about an account: what happened to it, and by whom where not by its person."""
    append(
        actor=(by or user).trail_name,
        verb=verb,
        ref=(ACCOUNT, user.key),
        detail={"what": what, **(more or {})},
        at=at,
    )


def write_stranger(
    *, email: str, what: str, at: datetime, more: Mapping[str, object] | None = None
) -> None:
    """An entry about an address to which no account belongs; the address itself is not written."""
    append(
        actor=NOBODY,
        verb=Verb.DENIED,
        ref=(ACCOUNT, f"stranger:{stranger_key(email)}"),
        detail={"what": what, **(more or {})},
        at=at,
    )


def stranger_key(email: str) -> str:
    """The same for each try of one address, and readable by nobody."""
    return salted_hmac("peelian.identity.stranger", tidy_email(email)).hexdigest()[:24]
