"""Members of a panel, and what they say of themselves."""

from typing import ClassVar

from django.db import models

from peelian.access.user import User


class Member(models.Model):
    """One member of a panel, with an account or without.

    What they say of themselves (`ethnic_group`, `age_band`, `gender`, `speaks_for`) is theirs to
    give or leave: empty means that they did not say.
    """

    panel = models.CharField(max_length=80, db_index=True, help_text="Key of the declared panel.")
    force_id = models.CharField(max_length=40, db_index=True, help_text="Slug of the force.")
    name = models.CharField(max_length=120, help_text="What the panel office calls them.")
    user = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, help_text="Their account, where they have one."
    )
    joined_on = models.DateField(help_text="First day of membership.")
    left_on = models.DateField(null=True, help_text="Last day of membership.")
    vetted_until = models.DateField(null=True, help_text="Last day on which their vetting counts.")
    trained_on = models.DateField(null=True, help_text="Day of their training.")
    ride_along_on = models.DateField(null=True, help_text="Day on which they rode along.")
    ethnic_group = models.CharField(
        max_length=40, default="", blank=True, help_text="As they say themselves, or empty."
    )
    age_band = models.CharField(
        max_length=20, default="", blank=True, help_text="As they say themselves, or empty."
    )
    gender = models.CharField(
        max_length=40, default="", blank=True, help_text="As they say themselves, or empty."
    )
    speaks_for = models.CharField(
        max_length=200,
        default="",
        blank=True,
        help_text="Place or community, in their own words, or empty.",
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("panel", "user"),
                condition=models.Q(left_on__isnull=True, user__isnull=False),
                name="panels_one_membership",
            ),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "panel",
            "force_id",
            "joined_on",
            "left_on",
            "vetted_until",
            "trained_on",
            "ride_along_on",
        )
        personal: ClassVar[tuple[str, ...]] = (
            "name",
            "user",
            "ethnic_group",
            "age_band",
            "gender",
            "speaks_for",
        )

    def __str__(self) -> str:
        return f"{self.panel} {self.pk}"
