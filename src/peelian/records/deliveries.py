"""Every delivery of a feed, also of one in which there was nothing new.

Files tell how far their rows reach and when they were loaded, but not that the same file came
again: an extract of a quiet hour is a delivery all the same.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models, transaction

# Peelian's default: long enough to see a year's pattern of late deliveries.
KEPT_FOR = timedelta(days=400)


class Delivery(models.Model):
    """What one run brought of one feed; counts are rows."""

    record_type = models.CharField(max_length=60, help_text="Type of the records.")
    source = models.CharField(max_length=40, help_text="Which adapter brought them.")
    feed = models.CharField(max_length=200, blank=True, help_text="Name of the delivery.")
    force_id = models.CharField(max_length=40, blank=True, help_text="Slug of the force.")
    delivered_at = models.DateTimeField(help_text="When it was delivered (UTC).")
    rows = models.PositiveIntegerField(help_text="How many rows were read.")
    new = models.PositiveIntegerField(help_text="How many of them were not held.")
    unchanged = models.PositiveIntegerField(help_text="How many were held already.")
    refused = models.PositiveIntegerField(help_text="How many were refused.")

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=("record_type", "force_id", "delivered_at"), name="records_delivery_of"
            ),
            models.Index(fields=("delivered_at",), name="records_delivery_when"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "record_type",
            "source",
            "feed",
            "force_id",
            "delivered_at",
            "rows",
            "new",
            "unchanged",
            "refused",
        )
        personal: ClassVar[tuple[str, ...]] = ()

    def __str__(self) -> str:
        return f"{self.feed or self.source} {self.record_type} {self.force_id}"


@dataclass(frozen=True, order=True)
class FeedKey:
    """Which feed: one delivery of one record type for one force."""

    record_type: str
    source: str
    feed: str
    force_id: str


@dataclass(frozen=True)
class Brought:
    """What one file of a feed came to, in rows."""

    of: FeedKey
    rows: int = 0
    new: int = 0
    unchanged: int = 0
    refused: int = 0


def deliver(brought: Iterable[Brought], *, at: datetime) -> None:
    """Write one delivery for each feed; files of one feed together. Old ones are forgotten."""
    together: dict[FeedKey, list[Brought]] = {}
    for one in brought:
        together.setdefault(one.of, []).append(one)
    with transaction.atomic():
        Delivery.objects.bulk_create(
            Delivery(
                record_type=of.record_type,
                source=of.source,
                feed=of.feed,
                force_id=of.force_id,
                delivered_at=at,
                rows=sum(one.rows for one in files),
                new=sum(one.new for one in files),
                unchanged=sum(one.unchanged for one in files),
                refused=sum(one.refused for one in files),
            )
            for of, files in together.items()
        )
        Delivery.objects.filter(delivered_at__lt=at - KEPT_FOR).delete()


def last_delivered(feeds: Collection[FeedKey]) -> Mapping[FeedKey, datetime]:
    """When each of these feeds was last delivered (UTC), where that is known."""
    types = {one.record_type for one in feeds}
    forces = {one.force_id for one in feeds}
    found = (
        Delivery.objects.filter(record_type__in=types, force_id__in=forces)
        .values_list("record_type", "source", "feed", "force_id")
        .annotate(last=models.Max("delivered_at"))
        .order_by()
    )
    return {FeedKey(*key): last for *key, last in found if FeedKey(*key) in feeds}
