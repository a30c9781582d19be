"""The file of an investigation: what is being looked into, by whom, and how far it has come."""

from typing import ClassVar

from django.db import models

from peelian.areas.investigation.outcome_codes import OUTCOME_CODES
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
    incident_ref = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Reference of the incident."
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
    plan = models.TextField(null=True, help_text="Investigation plan, in the officer's words.")
    supervision = models.TextField(
        null=True, help_text="What supervisors wrote in their reviews, with their days."
    )
    closed_on = models.DateField(null=True, help_text="Day on which it was closed.")
    outcome_code = models.CharField(
        max_length=4, null=True, help_text="Home Office outcome type that it was closed with."
    )
    outcome_at = models.DateTimeField(null=True, help_text="When that was decided, in UTC.")
    outcome_because = models.TextField(
        null=True, help_text="Why this outcome, in the words of whoever decided."
    )
    outcome_by = models.CharField(max_length=40, null=True, help_text="Who decided the outcome.")
    outcome_agreed_by = models.CharField(
        max_length=40, null=True, help_text="Supervisor who agreed to the outcome."
    )
    suspect_identified = models.BooleanField(
        null=True, help_text="Whether a suspect was identified, as recorded with the outcome."
    )
    victim_view = models.TextField(
        null=True, help_text="What the victim wished, as recorded with the outcome."
    )
    victim_told_at = models.DateTimeField(
        null=True, help_text="When the victim was told of the outcome, in UTC."
    )

    class Meta:
        verbose_name = "investigation"
        verbose_name_plural = "investigations"

    class Codes:
        state = STATES
        outcome_code = OUTCOME_CODES

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
            "incident_ref",
            "opened_at",
            "unit_ref",
            "officer_ref",
            "lsoa_code",
            "closed_on",
            "outcome_code",
            "outcome_at",
            "outcome_by",
            "outcome_agreed_by",
            "suspect_identified",
            "victim_told_at",
        )
        personal: ClassVar[tuple[str, ...]] = (
            "summary",
            "next_step",
            "plan",
            "supervision",
            "outcome_because",
            "victim_view",
        )
