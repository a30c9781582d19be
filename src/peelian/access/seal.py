"""Sealed records: seen by named people only. For everybody else they do not exist."""

from typing import ClassVar

from django.db import models

from peelian.access.dated import Dated
from peelian.access.user import User


class Seal(Dated):
    """A record is sealed from one moment on. Sealing counts at once; two people lift a seal."""

    record_type = models.CharField(max_length=60, help_text="Type of the record.")
    record_id = models.CharField(max_length=36, help_text="Address of the record.")
    force_id = models.CharField(max_length=40, help_text="Slug of the force whose record it is.")
    reason = models.CharField(max_length=300, help_text="Why, in words.")
    sealed_by = models.CharField(max_length=120, help_text="Name in the trail of who sealed it.")
    lift_asked_by = models.CharField(
        max_length=120, blank=True, help_text="Name in the trail of who asked to lift it."
    )

    class Meta:
        verbose_name = "seal"
        verbose_name_plural = "seals"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("record_type", "record_id"),
                condition=models.Q(ends_at__isnull=True),
                name="access_seal_once",
            ),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "record_type", "force_id")
        personal: ClassVar[tuple[str, ...]] = ("record_id", "reason", "sealed_by", "lift_asked_by")

    def __str__(self) -> str:
        return f"{self.record_type} {self.record_id}"


class SealMember(Dated):
    """Somebody who may see a sealed record."""

    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="members")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="seals")
    added_by = models.CharField(max_length=120, help_text="Name in the trail of who added them.")

    class Meta:
        verbose_name = "member of a seal"
        verbose_name_plural = "members of seals"

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "seal")
        personal: ClassVar[tuple[str, ...]] = ("user", "added_by")

    def __str__(self) -> str:
        return f"{self.user_id} of {self.seal_id}"


class MemberAsked(models.Model):
    """One keeper of a seal has asked to let somebody see the record; another keeper answers."""

    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="asked")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="seals_asked")
    asked_by = models.CharField(max_length=120, help_text="Name in the trail of who asked.")
    asked_at = models.DateTimeField(help_text="When (UTC).")
    answered_at = models.DateTimeField(null=True, help_text="When it was answered (UTC).")

    class Meta:
        verbose_name = "asked member of a seal"
        verbose_name_plural = "asked members of seals"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("seal", "user"),
                condition=models.Q(answered_at__isnull=True),
                name="access_member_asked_once",
            ),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "seal", "asked_at", "answered_at")
        personal: ClassVar[tuple[str, ...]] = ("user", "asked_by")

    def __str__(self) -> str:
        return f"{self.user_id} asked for {self.seal_id}"
