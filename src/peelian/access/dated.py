"""Rows that count from one moment to another."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q, QuerySet

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


def by_type(rows: QuerySet[Any], at: datetime) -> Mapping[str, frozenset[str]]:
    """The addresses of the records that such rows name at this moment, by record type."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for record_type, record_id in rows.filter(counts_at(at)).values_list(
        "record_type", "record_id"
    ):
        found[record_type].add(record_id)
    return {key: frozenset(addresses) for key, addresses in found.items()}
