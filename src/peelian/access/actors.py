"""Whoever asks: someone with an account, or the public."""

from typing import Final

from django.contrib.auth.models import AnonymousUser

from peelian.access.user import User

Actor = User | AnonymousUser

PUBLIC: Final = AnonymousUser()


def service_account(key: str) -> User:
    """The named account under which a command or a scheduled job acts, made on first use.

    Raises `NotAServiceKey` for a key that is not lower-case words joined by hyphens.
    """
    return User.objects.service_account(key)


def name_of(actor: Actor) -> str:
    """What sentences call the actor."""
    return actor.name if isinstance(actor, User) else "The public"
