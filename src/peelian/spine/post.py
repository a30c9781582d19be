"""A post, and who held it from when to when. Rights go with the post, not with the person."""

from typing import ClassVar

from django.db import models

from peelian.records.base import Record
from peelian.records.protection import STAFF, Purpose, Regime


class Post(Record):
    """A place in the organisation that one person holds at a time."""

    post_ref = models.CharField(max_length=40, help_text="What the organisation calls it by.")
    title = models.CharField(max_length=120, help_text="Title in words.")
    unit_ref = models.CharField(max_length=40, help_text="Reference of the unit it belongs to.")
    line_post_ref = models.CharField(
        max_length=40, null=True, help_text="Post of the line manager; nothing at the top."
    )
    roles = models.CharField(
        max_length=200,
        null=True,
        help_text="Keys of the roles that its holder has, with commas between.",
    )
    starts_on = models.DateField(help_text="First day of the post.")
    ends_on = models.DateField(null=True, help_text="Last day; nothing while the post exists.")

    class Meta:
        verbose_name = "post"
        verbose_name_plural = "posts"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("force_id", "post_ref"), name="spine_post_one_row_a_post"
            ),
        ]

    class Protection:
        held_for = Purpose.ORGANISATION
        regime = Regime.GENERAL
        retention = STAFF
        unit = "unit_ref"
        reference = "post_ref"
        dated = "ends_on"
        typed = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "post_ref",
            "title",
            "unit_ref",
            "line_post_ref",
            "roles",
            "starts_on",
            "ends_on",
        )


class Holding(Record):
    """One person in one post, from a day to a day."""

    post_ref = models.CharField(max_length=40, db_index=True, help_text="Reference of the post.")
    officer_ref = models.CharField(
        max_length=40, db_index=True, help_text="Reference of the person who holds it."
    )
    starts_on = models.DateField(help_text="First day in the post.")
    ends_on = models.DateField(null=True, help_text="Last day; nothing while they hold it.")

    class Meta:
        verbose_name = "holding of a post"
        verbose_name_plural = "holdings of posts"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("force_id", "post_ref", "starts_on"), name="spine_holding_one_start"
            ),
            models.UniqueConstraint(
                fields=("force_id", "post_ref"),
                condition=models.Q(ends_on__isnull=True),
                name="spine_holding_one_holder",
            ),
        ]

    class Protection:
        held_for = Purpose.ORGANISATION
        regime = Regime.GENERAL
        retention = STAFF
        owner = "officer_ref"
        reference = "post_ref"
        dated = "ends_on"
        typed = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("post_ref", "officer_ref", "starts_on", "ends_on")
