"""The file of an investigation: what is being looked into, by whom, and how far it has come."""

from typing import ClassVar

from django.db import models

from peelian.records.base import MonthField, Record
from peelian.records.codes import CodeList
from peelian.records.derived import LocalMonth
from peelian.records.protection import UNDETECTED, Purpose, Regime

STATES = CodeList(
    name="States of an investigation",
    authority="Peelian; the words of an extract are mapped to these",
    codes=("Open", "With the prosecutor", "Filed", "Closed"),
)


class Investigation(Record):
    """One investigation as the force's crime system holds it."""

    investigation_ref = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Reference in the force's system."
    )
    opened_at = models.DateTimeField(null=True, help_text="When it was opened, in UTC.")
    month = MonthField(help_text="Month in which it was opened, local time.")
    offence = models.CharField(max_length=120, help_text="What is being looked into.")
    unit_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Unit that holds it."
    )
    officer_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Officer in the case."
    )
    state = models.CharField(max_length=40, help_text="How far it has come.")
    lsoa_code = models.CharField(
        max_length=9, null=True, help_text="Neighbourhood (LSOA 2011) of the offence."
    )
    summary = models.TextField(null=True, help_text="What happened, in the officer's words.")
    next_step = models.TextField(null=True, help_text="What is to be done next.")
    closed_on = models.DateField(null=True, help_text="Day on which it was closed.")

    class Meta:
        verbose_name = "investigation"
        verbose_name_plural = "investigations"

    class Codes:
        state = STATES

    class Derived:
        month = LocalMonth("opened_at")

    class Protection:
        held_for = Purpose.POLICING
        regime = Regime.LAW_ENFORCEMENT
        retention = UNDETECTED
        unit = "unit_ref"
        owner = "officer_ref"
        reference = "investigation_ref"
        dated = "closed_on"
        typed = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ("month", "offence", "state")
        restricted: ClassVar[tuple[str, ...]] = (
            "investigation_ref",
            "opened_at",
            "unit_ref",
            "officer_ref",
            "lsoa_code",
            "closed_on",
        )
        personal: ClassVar[tuple[str, ...]] = ("summary", "next_step")
