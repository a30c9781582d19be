"""Who holds which role, where, from when to when, and by whose decision."""

from typing import ClassVar

from django.db import models

from peelian.access.dated import UNIT_LIMIT, Dated
from peelian.access.user import User


class RoleHeld(Dated):
    """A role given to a person, beside those that come with their post."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="roles_held")
    role = models.CharField(max_length=40, help_text="Key of the role.")
    force_id = models.CharField(
        max_length=40, blank=True, help_text="Slug of the force; empty for every force."
    )
    unit_ref = models.CharField(
        max_length=UNIT_LIMIT, blank=True, help_text="Unit; empty for the whole force."
    )
    given_by = models.CharField(max_length=120, help_text="Name in the trail of who gave it.")
    reason = models.CharField(max_length=300, help_text="Why, in words.")
    origin = models.CharField(
        max_length=120,
        blank=True,
        help_text="Group of the identity provider that brought it; empty where a person gave it.",
    )

    class Meta:
        verbose_name = "role held"
        verbose_name_plural = "roles held"

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "role", "force_id", "unit_ref", "origin")
        personal: ClassVar[tuple[str, ...]] = ("user", "given_by", "reason")

    def __str__(self) -> str:
        return f"{self.role} of {self.user_id}"
