"""Up to which files the tables by which access decides have been renewed."""

from typing import ClassVar

from django.db import models


class RenewedFrom(models.Model):
    """The files of one record type and force that the newest renewal has taken in.

    What has not changed since is not read again, so that one who left a post has lost it within a
    second, however many shifts there are.
    """

    force_id = models.CharField(max_length=40, help_text="Slug of the force.")
    record_type = models.CharField(max_length=60, help_text="Type of the records.")
    files = models.CharField(max_length=64, help_text="Hash of the names of the store's files.")
    at = models.DateTimeField(help_text="When (UTC).")

    class Meta:
        verbose_name = "renewal of a record type"
        verbose_name_plural = "renewals of record types"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("force_id", "record_type"), name="access_renewed_from_once"
            ),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "force_id", "record_type", "files", "at")
        personal: ClassVar[tuple[str, ...]] = ()

    def __str__(self) -> str:
        return f"{self.record_type} of {self.force_id}"
