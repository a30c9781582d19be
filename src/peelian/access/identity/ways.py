"""With what somebody proved who they are in this session, as allauth noted it."""

from dataclasses import dataclass

from allauth.account.internal.flows.login import get_authentication_records
from django.http import HttpRequest

from peelian.access.identity.providers import vouches
from peelian.access.user import User

PASSKEY, RECOVERY = "passkey", "recovery code"
WORDS = {"webauthn": PASSKEY, "recovery_codes": RECOVERY}


@dataclass(frozen=True)
class Way:
    """`words` joins the proofs by commas; `strong` is whether they are more than a password."""

    words: str
    strong: bool


def way_of(request: HttpRequest, user: User) -> Way:
    """What was shown at this sign-in, in order."""
    shown: list[str] = []
    strong = False
    for note in get_authentication_records(request, user):
        method = str(note.get("method"))
        if method == "mfa":
            kind = str(note.get("type"))
            shown.append(WORDS.get(kind, kind))
            strong = True
        elif method == "socialaccount":
            provider = str(note.get("provider"))
            shown.append(provider)
            strong = strong or vouches(provider)
        else:
            shown.append(method)
    return Way(", ".join(dict.fromkeys(shown)) or "unknown", strong)
