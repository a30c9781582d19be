"""A matter of conduct: what someone who works for the force is said to have done."""

from typing import ClassVar

from django.db import models

from peelian.records.base import MonthField, Record
from peelian.records.codes import CodeList
from peelian.records.derived import LocalMonth
from peelian.records.protection import CONDUCT, Purpose, Regime

KINDS = CodeList(
    name="Kinds of conduct matter",
    authority="Police Reform Act 2002, schedule 3",
    codes=("Complaint", "Conduct matter", "Death or serious injury matter"),
)
STATES = CodeList(
    name="States of a conduct matter",
    authority="Peelian; the words of an extract are mapped to these",
    codes=("Recorded", "Being looked into", "With the independent office", "Finalised"),
)


class ConductMatter(Record):
    """One matter as professional standards hold it. Whom it is about never sees it."""

    matter_ref = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Reference in the force's system."
    )
    recorded_at = models.DateTimeField(null=True, help_text="When it was recorded, in UTC.")
    month = MonthField(help_text="Month in which it was recorded, local time.")
    kind = models.CharField(max_length=40, help_text="What kind of matter it is.")
    state = models.CharField(max_length=40, help_text="How far it has come.")
    handler_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Who handles it."
    )
    subject_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Member of staff whom it is about."
    )
    allegation = models.TextField(null=True, help_text="What is said to have happened.")
    finalised_on = models.DateField(null=True, help_text="Day on which it was finalised.")

    class Meta:
        verbose_name = "conduct matter"
        verbose_name_plural = "conduct matters"

    class Codes:
        kind = KINDS
        state = STATES

    class Derived:
        month = LocalMonth("recorded_at")

    class Protection:
        held_for = Purpose.STANDARDS
        regime = Regime.GENERAL
        retention = CONDUCT
        owner = "handler_ref"
        subject = "subject_ref"
        reference = "matter_ref"
        dated = "finalised_on"
        typed = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ("month", "kind", "state")
        restricted: ClassVar[tuple[str, ...]] = ("matter_ref", "recorded_at", "finalised_on")
        personal: ClassVar[tuple[str, ...]] = ("handler_ref", "subject_ref", "allegation")
