"""What happens here when Django or allauth say that somebody came, left, failed or changed a lock.

The models of second factors are listened to, and not allauth's own signals of their changes: those
come after the commit, and an entry of the trail belongs into the same transaction.
"""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.http import HttpRequest

from peelian.access.identity import clock
from peelian.access.identity.begin import begin
from peelian.access.identity.browsers import browser_of
from peelian.access.identity.end import end
from peelian.access.identity.presence import SESSION_KEY, forget
from peelian.access.identity.visit import Visit
from peelian.access.identity.waking import NotAPerson
from peelian.access.identity.ways import WORDS, way_of
from peelian.access.identity.written import write
from peelian.access.user import Kind, User
from peelian.trail.verbs import Verb


@receiver(user_logged_in, dispatch_uid="peelian.identity.came")
def came(sender: object, request: HttpRequest, user: Any, **_kwargs: object) -> None:
    """Begin a visit, in a session whose number nobody had before. Raises `NotAPerson`."""
    if not isinstance(user, User) or user.kind != Kind.PERSON:
        request.session.flush()
        raise NotAPerson(f"{user} is a service account and never signs in by page.")
    at = clock.now()
    before = Visit.objects.filter(key=request.session.get(SESSION_KEY, ""), ended_at=None).first()
    if before is not None:
        end(visit=before, how="signed in anew", at=at)
        request.session.cycle_key()
    way = way_of(request, user)
    visit = begin(user=user, browser=browser_of(request), way=way.words, strong=way.strong, at=at)
    request.session[SESSION_KEY] = visit.key
    forget(request)


@receiver(user_logged_out, dispatch_uid="peelian.identity.left")
def left(sender: object, request: HttpRequest, user: Any, **_kwargs: object) -> None:
    """End the visit; Django then deletes the session."""
    visit = Visit.objects.filter(key=request.session.get(SESSION_KEY, "")).first()
    if visit is not None:
        end(visit=visit, how="signed out", at=clock.now())
    forget(request)


@receiver(authentication_failed, dispatch_uid="peelian.identity.wrong_code")
def wrong_code(sender: object, user: User, authenticator: Authenticator, **_kw: object) -> None:
    """A wrong code or passkey after a right password, or at a lock."""
    with transaction.atomic():
        write(
            user=user,
            verb=Verb.DENIED,
            what="wrong second factor",
            at=clock.now(),
            more={"kind": _kind(authenticator)},
        )


@receiver(post_save, sender=Authenticator, dispatch_uid="peelian.identity.factor_added")
def factor_added(instance: Authenticator, created: bool, **_kwargs: object) -> None:
    """A new second factor is in the trail with its making."""
    if created:
        _changed(instance, "second factor added")


@receiver(post_delete, sender=Authenticator, dispatch_uid="peelian.identity.factor_removed")
def factor_removed(instance: Authenticator, **_kwargs: object) -> None:
    """One second factor less is in the trail with its removal."""
    _changed(instance, "second factor removed")


def _changed(authenticator: Authenticator, what: str) -> None:
    with transaction.atomic():
        write(
            user=authenticator.user,
            verb=Verb.ALTERED,
            what=what,
            at=clock.now(),
            more={"kind": _kind(authenticator)},
        )


def _kind(authenticator: Authenticator) -> str:
    return WORDS.get(authenticator.type, str(authenticator.type))
