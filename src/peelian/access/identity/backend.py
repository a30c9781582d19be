"""Who can be signed in at all: people whose account is on, service accounts never (C-SES-2)."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from peelian.access.identity.demo import kept_out
from peelian.access.user import Kind, User


class PeopleOnly(AuthenticationBackend):  # type: ignore[misc]  # allauth ships no types
    """Asked at sign-in and again at each request, so that an account turned off is out at once."""

    def user_can_authenticate(self, user: Any) -> bool:
        return (
            isinstance(user, User)
            and user.is_active
            and user.kind == Kind.PERSON
            and not kept_out(user)
        )
