"""Where an adopted row comes from: kept for as long as its copy, and after it."""

from typing import ClassVar

from django.db import models


class Adoption(models.Model):
    """A loaded row was copied into its operational table, once, and is edited there.

    It stays when the copy is erased, so that the loaded row does not come back.
    """

    record_type = models.CharField(max_length=60, help_text="Type of the record.")
    record_id = models.CharField(max_length=36, help_text="Address of the row and of its copy.")
    force_id = models.CharField(max_length=40, help_text="Slug of the force.")
    month = models.CharField(
        max_length=7, blank=True, help_text="Month of the file that the row stood in."
    )
    source = models.CharField(max_length=40, help_text="Which adapter brought the row.")
    origin = models.CharField(max_length=400, blank=True, help_text="Name of that file.")
    origin_sha256 = models.CharField(max_length=64, blank=True, help_text="Hash of that file.")
    snapshot = models.CharField(max_length=32, help_text="Snapshot from which it was copied.")
    at = models.DateTimeField(help_text="When it was adopted (UTC).")
    by = models.CharField(max_length=120, help_text="Name in the trail of who adopted it.")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("record_type", "record_id"), name="records_adoption_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=("record_type", "force_id"), name="records_adoption_of_force"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "record_type",
            "force_id",
            "month",
            "source",
            "origin",
            "origin_sha256",
            "snapshot",
            "at",
        )
        personal: ClassVar[tuple[str, ...]] = ("record_id", "by")

    def __str__(self) -> str:
        return f"{self.record_type} {self.record_id}"
