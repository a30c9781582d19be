"""What answering a person keeps: the request, and one decision for each line.

A line names a field of a record and never holds what it says: nothing is copied, and what is
erased from the record is gone from here as well.
"""

import uuid
from typing import ClassVar

from django.db import models

from peelian.engines.subject_access.words import Cause, Regime, State

BY = "Name in the trail of who did."


class Request(models.Model):
    """A person has asked for what is held about them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    force_id = models.CharField(max_length=40, help_text="Slug of the force that was asked.")
    person_key = models.CharField(
        max_length=64, blank=True, help_text="Key of the person; empty until they are recognised."
    )
    described = models.CharField(max_length=300, help_text="Who asks, in words.")
    regime = models.CharField(max_length=10, choices=Regime.choices)
    received_on = models.DateField(help_text="Day on which the request came.")
    known_on = models.DateField(help_text="Day on which it was clear who asks and for what.")
    due_on = models.DateField(help_text="Last day for the answer.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    opened_by = models.CharField(max_length=120, help_text=BY)
    opened_at = models.DateTimeField(help_text="When it was written down (UTC).")
    gathered_at = models.DateTimeField(null=True, help_text="When lines were gathered last (UTC).")
    prepared_by = models.CharField(max_length=120, blank=True, help_text=BY)
    released_by = models.CharField(max_length=120, blank=True, help_text=BY)
    released_at = models.DateTimeField(null=True, help_text="When it was released (UTC).")
    sha256 = models.CharField(max_length=64, blank=True, help_text="Hash of the bundle.")

    class Meta:
        verbose_name = "request of a person"
        verbose_name_plural = "requests of people"
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=("force_id", "state", "due_on"), name="subject_request_by_day"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "force_id",
            "regime",
            "received_on",
            "known_on",
            "due_on",
            "state",
            "opened_at",
            "gathered_at",
            "released_at",
            "sha256",
        )
        personal: ClassVar[tuple[str, ...]] = (
            "person_key",
            "described",
            "opened_by",
            "prepared_by",
            "released_by",
        )

    def __str__(self) -> str:
        return f"request {self.id}"


class Line(models.Model):
    """One field of one record, withheld until somebody releases it with a reason."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="lines")
    record_type = models.CharField(max_length=60, help_text="Type of the record.")
    record_id = models.CharField(max_length=36, help_text="Address of the record.")
    field = models.CharField(max_length=60, help_text="Name of the field.")
    says = models.CharField(max_length=64, help_text="Hash of what it said when gathered.")
    cause = models.CharField(max_length=10, choices=Cause.choices)
    released = models.BooleanField(default=False, help_text="Whether it goes to the person.")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("request", "record_type", "record_id", "field"), name="subject_line_once"
            ),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "request",
            "record_type",
            "field",
            "cause",
            "released",
        )
        personal: ClassVar[tuple[str, ...]] = ("record_id", "says")

    def __str__(self) -> str:
        return f"{self.record_type} {self.field}"


class LineDecision(models.Model):
    """Somebody has decided on a line. Every decision is kept, the last one counts."""

    line = models.ForeignKey(Line, on_delete=models.CASCADE, related_name="decisions")
    released = models.BooleanField(help_text="Whether it goes to the person.")
    reason = models.CharField(max_length=300, help_text="Why, in words.")
    by = models.CharField(max_length=120, help_text=BY)
    at = models.DateTimeField(help_text="When (UTC).")

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "line", "released", "at")
        personal: ClassVar[tuple[str, ...]] = ("reason", "by")

    def __str__(self) -> str:
        return f"{self.line_id} {self.released}"
