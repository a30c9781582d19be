"""The clock of the doors. Verbs are told the time; only a door reads it, and reads it here."""

from datetime import datetime

from django.utils import timezone

from peelian.access.look import read_once


def now() -> datetime:
    """The time on the server (UTC). Tests put a clock of their own in its place."""
    return timezone.now()


def moment() -> datetime:
    """The time of a look, within which it stands still; outside, that of the server.

    Roles and ties are asked for by moment: with two on one page, each would be read twice.
    """
    return read_once("moment", read=now)
