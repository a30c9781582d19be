"""What somebody must not see, whatever their roles: themselves, family, whom they have declared."""

from typing import ClassVar

from django.db import models

from peelian.access.dated import Dated
from peelian.access.user import User


class ConflictKind(models.TextChoices):
    """Why there is a conflict."""

    FAMILY = "family", "Family or household"
    FRIEND = "friend", "Friend, former partner or neighbour"
    BUSINESS = "business", "Business or other interest"
    PARTY = "party", "Party to the matter"


class Conflict(Dated):
    """A person must not see a record, or any record in which another person has a part.

    Exactly one of `person_key` and `record_id` is filled. That people may not see what is about
    themselves needs no row: access finds it by their own keys.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="conflicts")
    kind = models.CharField(max_length=12, choices=ConflictKind.choices)
    force_id = models.CharField(max_length=40, help_text="Slug of the force whose key it is.")
    person_key = models.CharField(
        max_length=64, blank=True, help_text="Key of the person; empty where a record is named."
    )
    record_type = models.CharField(max_length=60, blank=True, help_text="Type of the record.")
    record_id = models.CharField(max_length=36, blank=True, help_text="Address of the record.")
    declared_by = models.CharField(max_length=120, help_text="Name in the trail of who said so.")

    class Meta:
        verbose_name = "conflict of interest"
        verbose_name_plural = "conflicts of interest"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=(models.Q(person_key="") & ~models.Q(record_id=""))
                | (~models.Q(person_key="") & models.Q(record_id="")),
                name="access_conflict_with_one_thing",
            ),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "force_id", "record_type")
        personal: ClassVar[tuple[str, ...]] = (
            "user",
            "kind",
            "person_key",
            "record_id",
            "declared_by",
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.kind}"
