"""A breach of the requirements to notify, however small, and the crime that it was recorded as."""

from typing import ClassVar

from django.db import models

from peelian.records.base import MonthField, Record
from peelian.records.codes import CodeList
from peelian.records.derived import LocalMonth
from peelian.records.happens import Moment
from peelian.records.protection import PUBLIC_PROTECTION, Purpose, Regime
from peelian.spine.happenings import What

BREACHES = CodeList(
    name="Requirements to notify that were breached",
    authority="Sexual Offences Act 2003 s83 to s86 and the Regulations of 2012",
    codes=(
        "First notification late or not made",
        "Yearly notification late or not made",
        "Address or name",
        "Weekly notification without a fixed home",
        "Household with a child",
        "Travel abroad",
        "Bank or card details",
        "Passport or identity document",
        "False information",
        "Something else",
    ),
)
KEYS = ("breach_ref", "plan_ref")
WHOSE = ("unit_ref", "officer_ref", "what")


class NotificationBreach(Record):
    """One breach that an offender manager found. Each is a crime to be recorded (OFF-12)."""

    breach_ref = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Reference in the force's system."
    )
    plan_ref = models.CharField(max_length=64, db_index=True, help_text="Reference of the plan.")
    person_key = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Key of the person."
    )
    found_at = models.DateTimeField(help_text="When it was found, in UTC.")
    month = MonthField(help_text="Month in which it was found, local time.")
    what = models.CharField(max_length=60, help_text="Which requirement was breached.")
    details = models.TextField(null=True, help_text="What was found, in words.")
    crime_ref = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Reference of the crime."
    )
    crime_recorded_at = models.DateTimeField(
        null=True, help_text="When it was recorded as a crime, in UTC."
    )
    unit_ref = models.CharField(max_length=40, null=True, db_index=True, help_text="Whose case.")
    officer_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Offender manager."
    )

    class Meta:
        verbose_name = "breach of notification"
        verbose_name_plural = "breaches of notification"

    class Codes:
        what = BREACHES

    class Derived:
        month = LocalMonth("found_at")

    class Happens:
        breached = Moment(What.BREACHED, "found_at", KEYS, WHOSE, "person_key")
        # Without the number of the crime nobody can say that there is one.
        recorded = Moment(
            What.BREACH_RECORDED_AS_CRIME,
            "crime_recorded_at",
            KEYS,
            WHOSE,
            "person_key",
            named=("crime_ref",),
        )

    class Protection:
        held_for = Purpose.PUBLIC_PROTECTION
        regime = Regime.LAW_ENFORCEMENT
        retention = PUBLIC_PROTECTION
        unit = "unit_ref"
        owner = "officer_ref"
        reference = "breach_ref"
        dated = "found_at"
        typed = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "breach_ref",
            "plan_ref",
            "found_at",
            "month",
            "what",
            "crime_ref",
            "crime_recorded_at",
            "unit_ref",
            "officer_ref",
        )
        personal: ClassVar[tuple[str, ...]] = ("person_key", "details")
