"""Turn an account on or off, or wake one that fell asleep: for administrators."""

from datetime import datetime

from django.db import transaction

from peelian.access.identity.end import end_others
from peelian.access.identity.standing import Standing
from peelian.access.identity.written import write
from peelian.access.user import Kind, User
from peelian.trail.verbs import Verb


class NotAPerson(ValueError):
    """A service account was to be let in; it never signs in by page."""


def turn_on(*, user: User, by: User, at: datetime) -> None:
    """Let somebody in again; the thirty days begin anew. Raises `NotAPerson`.

    Whether `by` may do so is for the page to ask of access first.
    """
    if user.kind != Kind.PERSON:
        raise NotAPerson(f"{user.name} is a service account and never signs in by page.")
    with transaction.atomic():
        user.is_active = True
        user.save(update_fields=["is_active"])
        Standing.objects.update_or_create(user=user, defaults={"awake_from": at})
        write(user=user, verb=Verb.ALTERED, what="account turned on", at=at, by=by)


def turn_off(*, user: User, by: User, at: datetime) -> None:
    """Shut an account and end all its visits."""
    with transaction.atomic():
        user.is_active = False
        user.save(update_fields=["is_active"])
        end_others(user=user, but=None, how="account turned off", at=at)
        write(user=user, verb=Verb.ALTERED, what="account turned off", at=at, by=by)
