"""A contact with a victim: when, by which route, about what, and what they were told."""

from typing import ClassVar

from django.db import models

from peelian.records.base import MonthField, Record
from peelian.records.codes import CodeList
from peelian.records.derived import LocalMonth
from peelian.records.happens import Moment
from peelian.records.protection import UNDETECTED, Purpose, Regime
from peelian.spine.happenings import What

ARREST = "Arrest"
INTERVIEW = "Interview under caution"
RELEASE = "Release without charge"
ON_BAIL = "Release on bail or under investigation"
BAIL_CONDITIONS = "Bail changed or cancelled"
NOT_INVESTIGATED = "Decision not to investigate"

ABOUT = CodeList(
    name="What a victim is told of",
    authority="Code of Practice for Victims of Crime (2020), Right 6; other contact is 'Progress'",
    codes=(
        ARREST,
        INTERVIEW,
        RELEASE,
        ON_BAIL,
        BAIL_CONDITIONS,
        NOT_INVESTIGATED,
        "Charge or summons",
        "Progress",
    ),
)
ROUTES = CodeList(
    name="Routes to a victim",
    authority="Peelian; the words of an extract are mapped to these",
    codes=("Telephone", "Text message", "Email", "Letter", "In person", "Through somebody else"),
)


class VictimContact(Record):
    """One contact with one victim in one investigation. Told of two things, there are two rows."""

    contact_ref = models.CharField(
        max_length=64, db_index=True, help_text="Reference in the force's system."
    )
    victim_ref = models.CharField(max_length=64, db_index=True, help_text="Whom: the victim.")
    investigation_ref = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Reference of the investigation."
    )
    person_key = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Key of the person."
    )
    told_at = models.DateTimeField(help_text="When they were told, in UTC.")
    month = MonthField(help_text="Month in which they were told, local time.")
    about = models.CharField(max_length=60, help_text="What they were told of.")
    route = models.CharField(max_length=40, null=True, help_text="By which route.")
    by_safe_route = models.BooleanField(
        null=True, help_text="Whether it was the route recorded as safe."
    )
    told = models.TextField(null=True, help_text="What they were told, in words.")
    unit_ref = models.CharField(max_length=40, null=True, db_index=True, help_text="Whose case.")
    officer_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Who told them."
    )

    class Meta:
        verbose_name = "contact with a victim"
        verbose_name_plural = "contacts with victims"

    class Codes:
        about = ABOUT
        route = ROUTES

    class Derived:
        month = LocalMonth("told_at")

    class Happens:
        updated = Moment(
            What.VICTIM_UPDATED,
            "told_at",
            ("victim_ref", "investigation_ref"),
            ("about", "by_safe_route"),
            "person_key",
        )

    class Protection:
        held_for = Purpose.POLICING
        regime = Regime.LAW_ENFORCEMENT
        retention = UNDETECTED
        unit = "unit_ref"
        owner = "officer_ref"
        reference = "contact_ref"
        dated = "month"
        typed = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ("month", "about", "route")
        restricted: ClassVar[tuple[str, ...]] = (
            "contact_ref",
            "victim_ref",
            "investigation_ref",
            "told_at",
            "by_safe_route",
            "unit_ref",
            "officer_ref",
        )
        personal: ClassVar[tuple[str, ...]] = ("person_key", "told")
