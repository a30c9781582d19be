"""Why somebody has to do with a record. Engines write ties, access reads them."""

from typing import ClassVar

from django.db import models

from peelian.access.dated import Dated
from peelian.access.user import User


class TieKind(models.TextChoices):
    """What ties a person to a record; the words complete "because you …"."""

    TASK = "task", "have a task on it"
    OWNS = "owns", "answer for it"
    SUPERVISES = "supervises", "supervise the work on it"


class Tie(Dated):
    """A person has to do with a record, from when to when."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="ties")
    record_type = models.CharField(max_length=60, help_text="Type of the record.")
    record_id = models.CharField(max_length=36, help_text="Address of the record.")
    kind = models.CharField(max_length=12, choices=TieKind.choices)
    given_by = models.CharField(max_length=120, help_text="Name in the trail of who tied them.")

    class Meta:
        verbose_name = "tie"
        verbose_name_plural = "ties"
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=("user", "record_type"), name="access_tie_of_user"),
            models.Index(fields=("record_type", "record_id"), name="access_tie_to_record"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "record_type", "kind")
        personal: ClassVar[tuple[str, ...]] = ("user", "record_id", "given_by")

    def __str__(self) -> str:
        return f"{self.user_id} {self.kind} {self.record_type} {self.record_id}"
