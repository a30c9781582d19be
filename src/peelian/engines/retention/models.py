"""What retention keeps: rules of a force, reviews, holds, proposals to erase, and tombstones."""

from typing import ClassVar

from django.db import models

from peelian.access.dated import Dated
from peelian.engines.retention.words import Decision, HoldKind, ReviewReason

BY = "Name in the trail of who did."


class RetentionSetting(models.Model):
    """A force's own rule for one kind of record, from a day on."""

    force_id = models.CharField(max_length=40, help_text="Slug of the force.")
    key = models.CharField(max_length=40, help_text="Key of the rule that it takes the place of.")
    starts_on = models.DateField(help_text="First local day on which it counts.")
    years = models.PositiveIntegerField(help_text="Years from the last relevant event.")
    review_years = models.PositiveIntegerField(help_text="Years to the next review.")
    authority = models.CharField(max_length=300, help_text="Whose rule it is.")
    set_by = models.CharField(max_length=120, help_text=BY)
    set_at = models.DateTimeField(help_text="When it was written down (UTC).")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("force_id", "key", "starts_on"), name="retention_setting_once_a_day"
            ),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "force_id",
            "key",
            "starts_on",
            "years",
            "review_years",
            "authority",
            "set_at",
        )
        personal: ClassVar[tuple[str, ...]] = ("set_by",)

    def __str__(self) -> str:
        return f"{self.force_id} {self.key} from {self.starts_on}"


class AboutRow(models.Model):
    """Refers to a record by type and address, with the force that holds it."""

    record_type = models.CharField(max_length=60, help_text="Type of the record.")
    record_id = models.CharField(max_length=36, help_text="Address of the record.")
    force_id = models.CharField(max_length=40, help_text="Slug of the force.")

    class Meta:
        abstract = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "record_type", "force_id")
        personal: ClassVar[tuple[str, ...]] = ("record_id",)


class Review(AboutRow):
    """Somebody has asked whether a record is still needed."""

    decision = models.CharField(max_length=10, choices=Decision.choices)
    reason = models.CharField(max_length=12, choices=ReviewReason.choices)
    words = models.CharField(max_length=300, help_text="More, in their words.")
    next_on = models.DateField(null=True, help_text="Day from which it is reviewed again.")
    at = models.DateTimeField(help_text="When (UTC).")
    by = models.CharField(max_length=120, help_text=BY)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=("record_type", "record_id"), name="retention_review_of"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("decision", "next_on", "at")
        personal: ClassVar[tuple[str, ...]] = ("reason", "words", "by")

    def __str__(self) -> str:
        return f"{self.decision} {self.record_type} {self.record_id}"


class Hold(Dated):
    """Nothing that it covers is erased: one record, a whole type, or all of a force."""

    force_id = models.CharField(max_length=40, help_text="Slug of the force.")
    record_type = models.CharField(
        max_length=60, blank=True, help_text="Type of the records; empty for every type."
    )
    record_id = models.CharField(
        max_length=36, blank=True, help_text="Address of the record; empty for all of the type."
    )
    kind = models.CharField(max_length=14, choices=HoldKind.choices)
    words = models.CharField(max_length=300, help_text="Which one, and who asked.")
    placed_by = models.CharField(max_length=120, help_text=BY)
    lifted_by = models.CharField(max_length=120, blank=True, help_text=BY)
    lifted_because = models.CharField(max_length=300, blank=True, help_text="Why, in words.")

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=("force_id", "record_type", "record_id"), name="retention_hold_of"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "force_id", "record_type", "kind")
        personal: ClassVar[tuple[str, ...]] = (
            "record_id",
            "words",
            "placed_by",
            "lifted_by",
            "lifted_because",
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.record_type} {self.record_id}"


class Proposal(AboutRow):
    """One person has proposed that a record is erased. It goes with the record."""

    rule = models.CharField(max_length=40, help_text="Key of the rule under which it was reviewed.")
    authority = models.CharField(max_length=300, help_text="Whose rule it is.")
    proposed_at = models.DateTimeField(help_text="When (UTC).")
    proposed_by = models.CharField(max_length=120, help_text=BY)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("record_type", "record_id"), name="retention_proposal_once"
            ),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("rule", "authority", "proposed_at")
        personal: ClassVar[tuple[str, ...]] = ("proposed_by",)

    def __str__(self) -> str:
        return f"erase {self.record_type} {self.record_id}"


class Tombstone(AboutRow):
    """A record was erased: when, by whom, under which rule, and nothing that it said.

    It is the certificate of disposal. `left` names what is still to be taken from the disk, as
    JSON; it is empty once all is gone.
    """

    rule = models.CharField(max_length=40, help_text="Key of the rule.")
    authority = models.CharField(max_length=300, help_text="Whose rule it is.")
    proposed_by = models.CharField(max_length=120, help_text=BY)
    confirmed_by = models.CharField(max_length=120, help_text=BY)
    erased_at = models.DateTimeField(help_text="When (UTC).")
    left = models.TextField(blank=True, help_text="What is still on the disk, as JSON.")
    finished_at = models.DateTimeField(null=True, help_text="When the last of it was gone (UTC).")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("record_type", "record_id"), name="retention_tombstone_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=("force_id", "erased_at"), name="retention_tombstone_by_time"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "rule",
            "authority",
            "erased_at",
            "left",
            "finished_at",
        )
        personal: ClassVar[tuple[str, ...]] = ("proposed_by", "confirmed_by")

    def __str__(self) -> str:
        return f"{self.record_type} {self.record_id} erased"
