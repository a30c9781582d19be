"""A person who works for an organisation: police officer, staff, special, volunteer, partner."""

from typing import ClassVar

from django.db import models

from peelian.records.base import Record
from peelian.records.protection import STAFF, Purpose, Regime


class Officer(Record):
    """One member of an organisation, under the number by which records name them."""

    officer_ref = models.CharField(
        max_length=40, help_text="Collar, warrant or staff number: how records name them."
    )
    name = models.CharField(max_length=120, help_text="Name in words.")
    rank = models.CharField(max_length=60, null=True, help_text="Rank or grade.")
    email = models.CharField(
        max_length=254, null=True, help_text="Address of work, by which an account is found."
    )
    person_key = models.CharField(
        max_length=64,
        null=True,
        help_text="Key under which records of policing would name the same human being.",
    )
    joined_on = models.DateField(null=True, help_text="First day of service.")
    left_on = models.DateField(null=True, help_text="Last day of service; nothing while serving.")

    class Meta:
        verbose_name = "member of staff"
        verbose_name_plural = "members of staff"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("force_id", "officer_ref"), name="spine_officer_one_row_a_number"
            ),
        ]

    class Protection:
        held_for = Purpose.WORKFORCE
        regime = Regime.GENERAL
        retention = STAFF
        owner = "officer_ref"
        reference = "officer_ref"
        dated = "left_on"
        typed = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("officer_ref", "name", "rank", "email")
        personal: ClassVar[tuple[str, ...]] = ("person_key", "joined_on", "left_on")
