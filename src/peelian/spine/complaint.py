"""A complaint about the police, as professional standards recorded it."""

from typing import ClassVar

from django.db import models

from peelian.records.base import MonthField, Record
from peelian.records.codes import CodeList
from peelian.records.protection import CONDUCT, Purpose, Regime

ABOUT_STOP_SEARCH = "Stop and search"

COMPLAINT_SUBJECTS = CodeList(
    name="subjects of complaints",
    authority="Subjects that measures of other areas stand beside; the force's own words map here",
    codes=(ABOUT_STOP_SEARCH, "Use of force", "Service", "Other"),
)


class Complaint(Record):
    """One complaint, by the month in which it was recorded."""

    complaint_ref = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Reference in the force's system."
    )
    month = MonthField(help_text="Month in which it was recorded.")
    about = models.CharField(max_length=40, help_text="What it is about.")

    class Meta:
        verbose_name = "complaint"
        verbose_name_plural = "complaints"

    class Codes:
        about = COMPLAINT_SUBJECTS

    class Protection:
        held_for = Purpose.STANDARDS
        regime = Regime.GENERAL
        retention = CONDUCT
        reference = "complaint_ref"
        dated = "month"

    class Handling:
        public: ClassVar[tuple[str, ...]] = ("month", "about")
        restricted: ClassVar[tuple[str, ...]] = ("complaint_ref",)
