"""What registers keep beside the records themselves."""

import uuid
from typing import ClassVar

from django.db import models

from peelian.access.user import User
from peelian.engines.registers.reasons import ExportReason, LookReason


class AboutRecord(models.Model):
    """Refers to a record by type and address, never by key: a reload cannot break it."""

    record_type = models.CharField(max_length=60, help_text="Type of the record.")
    record_id = models.CharField(max_length=36, help_text="Address of the record.")

    class Meta:
        abstract = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "record_type")
        personal: ClassVar[tuple[str, ...]] = ("record_id",)


class Revision(AboutRecord):
    """One change of one record: what every changed field said before and after (C-REC-1)."""

    version = models.PositiveIntegerField(help_text="The version that the change made.")
    at = models.DateTimeField(help_text="When (UTC).")
    by = models.CharField(max_length=120, help_text="Name in the trail of who changed it.")
    reason = models.CharField(max_length=300, blank=True, help_text="Why, in words.")
    before = models.TextField(help_text="The changed fields as they were, as JSON.")
    after = models.TextField(help_text="The changed fields as they became, as JSON.")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("record_type", "record_id", "version"), name="registers_revision_once"
            ),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("version", "at")
        personal: ClassVar[tuple[str, ...]] = ("by", "reason", "before", "after")

    def __str__(self) -> str:
        return f"{self.record_type} {self.record_id} version {self.version}"


class ReasonGiven(AboutRecord):
    """Why somebody looked at a record; it is not asked for again for some hours."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="reasons_given")
    reason = models.CharField(max_length=12, choices=LookReason.choices)
    words = models.CharField(max_length=300, blank=True, help_text="More, in their words.")
    at = models.DateTimeField(help_text="When (UTC).")

    class Meta:
        verbose_name = "reason given"
        verbose_name_plural = "reasons given"
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=("user", "record_type", "record_id", "at"), name="registers_reason_given"
            ),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("at",)
        personal: ClassVar[tuple[str, ...]] = ("user", "reason", "words")

    def __str__(self) -> str:
        return f"{self.user_id} {self.record_type} {self.record_id}"


class Attachment(AboutRecord):
    """A file that belongs to a record, held by what is in it (C-UPL-2)."""

    name = models.CharField(max_length=120, help_text="What the file is called.")
    kind = models.CharField(max_length=100, help_text="Media type, told by the content.")
    size = models.PositiveIntegerField(help_text="In bytes.")
    sha256 = models.CharField(max_length=64, db_index=True, help_text="Hash of the content.")
    at = models.DateTimeField(help_text="When it was attached (UTC).")
    by = models.CharField(max_length=120, help_text="Name in the trail of who attached it.")

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=("record_type", "record_id"), name="registers_attachment_of"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("kind", "size", "sha256", "at")
        personal: ClassVar[tuple[str, ...]] = ("name", "by")

    def __str__(self) -> str:
        return f"{self.record_type} {self.record_id} {self.sha256[:12]}"


class ExportState(models.TextChoices):
    """How far an export has come."""

    WAITING = "waiting", "Waiting"
    READY = "ready", "Ready"
    REFUSED = "refused", "Refused"
    GONE = "gone", "Gone"


class Export(models.Model):
    """Rows that somebody takes out of a register, why, and what became of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="exports")
    record_type = models.CharField(max_length=60, help_text="Type of the records.")
    filters = models.TextField(help_text="What was chosen, as JSON.")
    search = models.CharField(max_length=200, blank=True, help_text="What was typed.")
    form = models.CharField(max_length=4, help_text="csv or xlsx.")
    reason = models.CharField(max_length=12, choices=ExportReason.choices)
    words = models.CharField(max_length=300, blank=True, help_text="More, in their words.")
    state = models.CharField(
        max_length=10, choices=ExportState.choices, default=ExportState.WAITING
    )
    rows = models.PositiveIntegerField(default=0, help_text="How many rows it holds.")
    asked_at = models.DateTimeField(help_text="When it was asked for (UTC).")
    made_at = models.DateTimeField(null=True, help_text="When the file was made (UTC).")
    ends_at = models.DateTimeField(help_text="From when the file is gone (UTC).")
    sha256 = models.CharField(max_length=64, blank=True, help_text="Hash of the file.")

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=("user", "asked_at"), name="registers_export_of"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "record_type",
            "form",
            "state",
            "rows",
            "asked_at",
            "made_at",
            "ends_at",
            "sha256",
        )
        personal: ClassVar[tuple[str, ...]] = ("user", "filters", "search", "reason", "words")

    def __str__(self) -> str:
        return f"{self.record_type} {self.id}"


class Following(AboutRecord):
    """Somebody wants to be told when a record changes."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="following")
    since = models.DateTimeField(help_text="From when (UTC).")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("record_type", "record_id", "user"), name="registers_following_once"
            ),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("since",)
        personal: ClassVar[tuple[str, ...]] = ("user",)

    def __str__(self) -> str:
        return f"{self.user_id} {self.record_type} {self.record_id}"


class Notice(AboutRecord):
    """A line on somebody's own page. Its text is the kind in words and never personal."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=20, help_text="What happened: a word of notices.Kind.")
    text = models.CharField(max_length=200, help_text="The same in a sentence.")
    at = models.DateTimeField(help_text="When (UTC).")
    read_at = models.DateTimeField(null=True, help_text="When it was read (UTC).")

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=("user", "read_at", "at"), name="registers_notice_of"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("kind", "text", "at", "read_at")
        personal: ClassVar[tuple[str, ...]] = ("user",)

    def __str__(self) -> str:
        return f"{self.kind} for {self.user_id}"
