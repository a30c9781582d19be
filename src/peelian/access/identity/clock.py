"""The clock of the doors. Verbs are told the time; only a door reads it, and reads it here."""

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    """The time on the server (UTC). Tests put a clock of their own in its place."""
    return timezone.now()
