"""When people are at work and when they are not. Why they are away is not for their managers."""

from typing import ClassVar

from django.db import models

from peelian.records.base import Record
from peelian.records.protection import STAFF, Purpose, Regime


class Shift(Record):
    """One stretch of duty of one person, as planned or as booked."""

    officer_ref = models.CharField(max_length=40, db_index=True, help_text="Who is on duty.")
    unit_ref = models.CharField(max_length=40, null=True, help_text="For which unit.")
    starts_at = models.DateTimeField(help_text="From when, in UTC.")
    ends_at = models.DateTimeField(help_text="Until when, in UTC.")

    class Meta:
        verbose_name = "shift"
        verbose_name_plural = "shifts"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("force_id", "officer_ref", "starts_at"), name="spine_shift_one_start"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="spine_shift_has_length"
            ),
        ]

    class Protection:
        held_for = Purpose.WORKFORCE
        regime = Regime.GENERAL
        retention = STAFF
        unit = "unit_ref"
        owner = "officer_ref"
        dated = "ends_at"
        typed = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "officer_ref",
            "unit_ref",
            "starts_at",
            "ends_at",
        )


class Absence(Record):
    """Days on which a person is not available. The kind is personal: managers see the days."""

    officer_ref = models.CharField(max_length=40, db_index=True, help_text="Who is away.")
    unit_ref = models.CharField(max_length=40, null=True, help_text="From which unit.")
    starts_on = models.DateField(help_text="First day away.")
    ends_on = models.DateField(null=True, help_text="Last day away; nothing while not known.")
    kind = models.CharField(
        max_length=60,
        null=True,
        help_text="Why: leave, sickness and the like, in the source's words.",
    )

    class Meta:
        verbose_name = "absence"
        verbose_name_plural = "absences"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("force_id", "officer_ref", "starts_on"), name="spine_absence_one_start"
            ),
        ]

    class Protection:
        held_for = Purpose.WORKFORCE
        regime = Regime.GENERAL
        retention = STAFF
        unit = "unit_ref"
        owner = "officer_ref"
        dated = "ends_on"
        typed = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("officer_ref", "unit_ref", "starts_on", "ends_on")
        personal: ClassVar[tuple[str, ...]] = ("kind",)
