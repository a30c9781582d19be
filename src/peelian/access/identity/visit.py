"""One visit: from a sign-in to its end, in one browser."""

import uuid
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from django.db import models

from peelian.access.identity import rules
from peelian.access.user import User

ADDRESS_LIMIT = 45
BROWSER_LIMIT = 200


class State(StrEnum):
    """Where somebody who asks for a page stands."""

    OUT = "out"  # nobody is signed in
    HERE = "here"
    LOCKED = "locked"  # idle for too long, or locked by hand: proof is wanted
    OVER = "over"  # too long ago: a new sign-in is wanted


def new_visit_key() -> str:
    """What the session holds of its visit: it can be neither guessed nor counted."""
    return uuid.uuid4().hex


class Visit(models.Model):
    """What the server knows of one signed-in browser. The session holds its key and no more."""

    key = models.CharField(max_length=32, unique=True, default=new_visit_key)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="visits")
    began_at = models.DateTimeField(help_text="When its person signed in (UTC).")
    seen_at = models.DateTimeField(help_text="Last sign of its person, to the minute (UTC).")
    proved_at = models.DateTimeField(help_text="When they last proved who they are (UTC).")
    locked_at = models.DateTimeField(null=True, help_text="Since when proof is wanted (UTC).")
    ended_at = models.DateTimeField(null=True, help_text="When it ended (UTC).")
    ended_how = models.CharField(max_length=60, default="", blank=True)
    way = models.CharField(max_length=80, help_text="With what they signed in: password, totp.")
    strong = models.BooleanField(help_text="Whether a second factor, or a passkey, was shown.")
    elsewhere = models.BooleanField(
        default=False, help_text="Whether the account came in from elsewhere meanwhile (T34)."
    )
    address = models.CharField(max_length=ADDRESS_LIMIT, blank=True)
    browser = models.CharField(max_length=BROWSER_LIMIT, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["user", "ended_at"], name="identity_visit_open"),
        ]

    class Handling:
        """Where and when somebody worked is about them."""

        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "key", "ended_how", "strong", "elsewhere")
        personal: ClassVar[tuple[str, ...]] = (
            "user",
            "began_at",
            "seen_at",
            "proved_at",
            "locked_at",
            "ended_at",
            "way",
            "address",
            "browser",
        )

    def __str__(self) -> str:
        return f"visit of {self.user_id} since {self.began_at:%Y-%m-%d %H:%M}"

    def state(self, at: datetime) -> State:
        """Where the visit stands at this time."""
        if self.ended_at is not None:
            return State.OUT
        if at - self.began_at >= rules.LONGEST:
            return State.OVER
        if self.locked_at is not None or at - self.seen_at >= rules.IDLE:
            return State.LOCKED
        return State.HERE

    def fresh(self, at: datetime) -> bool:
        """Whether its person proved a few minutes ago who they are."""
        return self.state(at) is State.HERE and at - self.proved_at < rules.FRESH

    def seconds_left(self, at: datetime) -> int:
        """Whole seconds until it locks; 0 where it has."""
        if self.state(at) is not State.HERE:
            return 0
        until = min(self.seen_at + rules.IDLE, self.began_at + rules.LONGEST)
        return max(0, int((until - at).total_seconds()))


def open_visits(user: User, at: datetime) -> models.QuerySet[Visit]:
    """The visits of this account that have not ended, newest first; locked ones are open."""
    return Visit.objects.filter(user=user, ended_at=None, began_at__gt=at - rules.LONGEST).order_by(
        "-began_at", "-id"
    )
