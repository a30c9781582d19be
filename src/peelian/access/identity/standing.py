"""Since when an account counts as used, where no sign-in says it."""

from datetime import datetime
from typing import ClassVar

from django.db import models

from peelian.access.identity import rules
from peelian.access.user import User


class Standing(models.Model):
    """When an administrator last made or woke an account; without one only sign-ins count."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="standing")
    awake_from = models.DateTimeField(help_text="When an administrator made or woke it (UTC).")

    class Handling:
        """Administration of accounts."""

        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "awake_from")
        personal: ClassVar[tuple[str, ...]] = ("user",)

    def __str__(self) -> str:
        return f"{self.user_id} awake from {self.awake_from:%Y-%m-%d}"


def asleep(user: User, at: datetime) -> bool:
    """Whether nobody has used the account for thirty days, so that it must be woken first.

    An account that was never used and never woken is not asleep: its set-up link has an end of
    its own.
    """
    woken = Standing.objects.filter(user=user).values_list("awake_from", flat=True).first()
    signs = [time for time in (user.last_login, woken) if time is not None]
    return bool(signs) and at - max(signs) >= rules.ASLEEP
