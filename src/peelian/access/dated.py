"""Rows that count from one moment to another."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

# Reference of a unit, in the words of its organisation; empty for the whole force.
UNIT_LIMIT = 40


class Dated(models.Model):
    """Begins at a moment and ends at one, or goes on: the end itself is no longer part of it."""

    starts_at = models.DateTimeField(help_text="From when it counts (UTC).")
    ends_at = models.DateTimeField(
        null=True, help_text="From when it no longer counts (UTC); nothing while it does."
    )

    class Meta:
        abstract = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("starts_at", "ends_at")
        personal: ClassVar[tuple[str, ...]] = ()


def counts_at(at: datetime) -> Q:
    """The rows that count at this moment."""
    return Q(starts_at__lte=at) & (Q(ends_at__isnull=True) | Q(ends_at__gt=at))
