"""A form that was not saved when its writer's visit locked: it waits, sealed, for its writer."""

from datetime import datetime
from typing import ClassVar

from django.db import models, transaction
from django.db.models import Q
from django.http import QueryDict

from peelian.access.identity import rules
from peelian.access.identity.sealing import Unreadable, seal, unseal
from peelian.access.user import User

PAGE_LIMIT = 400
# Never kept: they would be proof of who somebody is, or are worth nothing later.
NEVER = ("csrfmiddlewaretoken", "password", "code", "credential")


class KeptForm(models.Model):
    """What somebody had written on one page."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="kept_forms")
    page = models.CharField(max_length=PAGE_LIMIT, help_text="Path of the page with the form.")
    action = models.CharField(max_length=PAGE_LIMIT, help_text="Path to which it is sent.")
    body = models.TextField(help_text="The fields, sealed for this person.")
    kept_at = models.DateTimeField(help_text="When it was kept (UTC).")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["user", "page"], name="identity_one_form_per_page"),
        ]

    class Handling:
        """A form may hold anything."""

        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "kept_at")
        personal: ClassVar[tuple[str, ...]] = ("user", "page", "action", "body")

    def __str__(self) -> str:
        return f"form of {self.user_id} on {self.page}"


def keep_form(*, user: User, page: str, action: str, fields: QueryDict, at: datetime) -> None:
    """Keep what was written, instead of what was kept of this page before.

    Does nothing for a form without a field worth keeping. Forms whose time is over go, whoever
    wrote them.
    """
    kept = fields.copy()
    for name in list(kept):
        if any(never in name.lower() for never in NEVER):
            del kept[name]
    with transaction.atomic():
        KeptForm.objects.filter(kept_at__lte=at - rules.KEPT).delete()
        if kept and max(len(page), len(action)) <= PAGE_LIMIT:
            body = seal(kept.urlencode(), purpose=_purpose(user))
            KeptForm.objects.update_or_create(
                user=user, page=page, defaults={"action": action, "body": body, "kept_at": at}
            )


def read_kept(*, user: User, page: str, at: datetime) -> QueryDict | None:
    """What this person had written on this page within the last hours, or None."""
    found = KeptForm.objects.filter(user=user, page=page, kept_at__gt=at - rules.KEPT).first()
    if found is None:
        return None
    try:
        return QueryDict(unseal(found.body, purpose=_purpose(user)))
    except Unreadable:
        return None  # the installation's key was changed meanwhile


def drop_kept(*, user: User, path: str) -> None:
    """Forget what was kept of a form that has now been sent."""
    KeptForm.objects.filter(Q(page=path) | Q(action=path), user=user).delete()


def _purpose(user: User) -> str:
    return f"kept-form:{user.key}"
