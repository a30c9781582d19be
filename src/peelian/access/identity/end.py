"""End visits: by leaving, by time, from another browser, or because a secret was changed."""

from datetime import datetime

from django.db import transaction

from peelian.access.identity.visit import Visit
from peelian.access.identity.written import write
from peelian.access.user import User
from peelian.trail.verbs import Verb


def end(*, visit: Visit, how: str, at: datetime, by: User | None = None) -> None:
    """End one visit, once. Its browser is signed out at its next request."""
    with transaction.atomic():
        if Visit.objects.filter(pk=visit.pk, ended_at=None).update(ended_at=at, ended_how=how):
            write(
                user=visit.user,
                verb=Verb.ALTERED,
                what="visit ended",
                at=at,
                by=by,
                more={"how": how},
            )
    visit.refresh_from_db()


def end_others(*, user: User, but: Visit | None, how: str, at: datetime) -> int:
    """End every visit of this account but one; the number of those ended."""
    with transaction.atomic():
        others = Visit.objects.filter(user=user, ended_at=None)
        if but is not None:
            others = others.exclude(pk=but.pk)
        count = others.update(ended_at=at, ended_how=how)
        if count:
            write(
                user=user,
                verb=Verb.ALTERED,
                what="other visits ended",
                at=at,
                more={"how": how, "ended": count},
            )
    return count
