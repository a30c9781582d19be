"""Something has happened to a record: what the clocks of duties start, pause and stop by.

A verb writes a happening in its own transaction; those of loaded rows are read from the rows of a
new snapshot (see `records.happens`). Whoever acts on happenings may read them again and again: what
stands here is the truth, and nothing is undone by a second reading.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from django.db import models, transaction

# What a fact can be: what JSON carries without loss. Days are written YYYY-MM-DD.
Fact = str | int | bool | None


class Happening(models.Model):
    """One thing that happened, when, to which record, and the facts that clocks need of it.

    `facts` hold no personal field. `once` makes a second noting of the same thing no second thing:
    the name, type and address for what a source reports, a number of its own for what a verb did.
    `said_in` is the file or the table of a month in which the row stands that says so (see
    `records.places`); nothing for what a verb did.
    """

    once = models.CharField(max_length=200, unique=True, help_text="What is noted only once.")
    name = models.CharField(max_length=60, help_text="What happened: a word of the spine.")
    record_type = models.CharField(max_length=60, help_text="Type of the record.")
    record_id = models.CharField(max_length=36, help_text="Address of the record.")
    force_id = models.CharField(max_length=40, help_text="Slug of the force.")
    at = models.DateTimeField(help_text="When it happened (UTC).")
    noted_at = models.DateTimeField(help_text="When Peelian learned of it (UTC).")
    by = models.CharField(max_length=120, help_text="Name in the trail of who noted it.")
    person_key = models.CharField(
        max_length=64, null=True, help_text="Key of the person whom the record is about."
    )
    facts = models.JSONField(default=dict, help_text="What clocks need to know, by name.")
    said_in = models.CharField(
        max_length=160, default="", blank=True, help_text="Where the row stands that says so."
    )
    told = models.CharField(
        max_length=32, default="", blank=True, help_text="Fingerprint of what that row says."
    )
    changed_at = models.DateTimeField(
        null=True, help_text="When it was last corrected, withdrawn or said again (UTC)."
    )
    withdrawn_at = models.DateTimeField(
        null=True, help_text="Since when the source no longer says so (UTC)."
    )
    settled_at = models.DateTimeField(
        null=True, help_text="When duties were last brought up to date with it (UTC)."
    )

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=("settled_at", "id"), name="records_happening_open"),
            models.Index(fields=("record_type", "record_id"), name="records_happening_to"),
            models.Index(fields=("said_in", "id"), name="records_happening_said"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "once",
            "name",
            "record_type",
            "force_id",
            "at",
            "noted_at",
            "facts",
            "said_in",
            "told",
            "changed_at",
            "withdrawn_at",
            "settled_at",
        )
        personal: ClassVar[tuple[str, ...]] = ("record_id", "by", "person_key")

    def __str__(self) -> str:
        return f"{self.name} {self.record_type} {self.record_id}"


class HappeningKey(models.Model):
    """What a happening is about, under a name: `bail_ref`, `investigation_ref`, `victim_ref`."""

    happening = models.ForeignKey(Happening, on_delete=models.CASCADE, related_name="keys")
    force_id = models.CharField(max_length=40, help_text="Slug of the force.")
    name = models.CharField(max_length=40, help_text="What kind of thing it is about.")
    value = models.CharField(max_length=80, help_text="Which one.")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("happening", "name"), name="records_happening_key_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=("force_id", "name", "value"), name="records_happening_about"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "happening", "force_id", "name", "value")
        personal: ClassVar[tuple[str, ...]] = ()

    def __str__(self) -> str:
        return f"{self.name} {self.value}"


@dataclass(frozen=True)
class Happened:
    """A happening before it is written.

    `keys` name what it is about, `facts` what clocks need beside; keys are facts too.
    """

    name: str
    ref: tuple[str, str]
    force_id: str
    at: datetime
    keys: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    person_key: str | None = None
    once: str = ""


def happen(told: Happened, *, by: str, noted_at: datetime) -> Happening:
    """Write that something happened, in the caller's transaction; a second time changes nothing.

    `by` is the name in the trail of whoever did it or noted it.
    """
    record_type, record_id = told.ref
    with transaction.atomic():
        made, is_new = Happening.objects.get_or_create(
            once=told.once or str(uuid.uuid4()),
            defaults={
                "name": told.name,
                "record_type": record_type,
                "record_id": record_id,
                "force_id": told.force_id,
                "at": told.at,
                "noted_at": noted_at,
                "by": by,
                "person_key": told.person_key or None,
                "facts": {**told.facts, **told.keys},
            },
        )
        if is_new:
            HappeningKey.objects.bulk_create(
                HappeningKey(happening=made, force_id=told.force_id, name=name, value=value)
                for name, value in told.keys.items()
                if value
            )
    return made
