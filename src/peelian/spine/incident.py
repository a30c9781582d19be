"""An incident that the force was asked to deal with, from the report to the arrival."""

from typing import ClassVar

from django.db import models

from peelian.records.base import MonthField, Record
from peelian.records.derived import LocalDate, LocalHour, LocalMonth, MinutesBetween, Weekday
from peelian.records.happens import Moment
from peelian.records.protection import UNDETECTED, Purpose, Regime
from peelian.spine.happenings import What

WHOSE = ("unit_ref", "officer_ref", "grade")


class Incident(Record):
    """One incident of a command and control system.

    Grades are the force's own words: their number, names and limits differ between forces.
    """

    incident_ref = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Reference in the force's system."
    )
    opened_at = models.DateTimeField(null=True, help_text="When it was created, in UTC.")
    month = MonthField(help_text="Month in which it was created, local time.")
    local_date = models.DateField(null=True, help_text="Day, local time.")
    weekday = models.IntegerField(null=True, help_text="1 (Monday) to 7 (Sunday), local time.")
    hour = models.IntegerField(null=True, help_text="Hour of the day, local time, 0 to 23.")
    line = models.CharField(max_length=40, null=True, help_text="Line on which it was reported.")
    category = models.CharField(max_length=120, null=True, help_text="The force's own category.")
    first_grade = models.CharField(max_length=40, null=True, help_text="Grade when created.")
    grade = models.CharField(max_length=40, null=True, help_text="Grade at arrival or closure.")
    domestic_abuse = models.BooleanField(null=True, help_text="Whether flagged domestic abuse.")
    needs_attendance = models.BooleanField(
        null=True, help_text="Whether somebody was to be sent; no for what is settled by phone."
    )
    arrived_at = models.DateTimeField(
        null=True, help_text="When the first resource was at the scene, in UTC."
    )
    minutes_to_arrival = models.IntegerField(
        null=True, help_text="Whole minutes from creation to arrival; nothing where unknown."
    )
    risk_assessment = models.TextField(
        null=True, help_text="THRIVE or another assessment as it is written in the log."
    )
    told_of_delay = models.BooleanField(
        null=True, help_text="Whether the caller was told that it would take longer."
    )
    closed_at = models.DateTimeField(null=True, help_text="When it was closed, in UTC.")
    lsoa_code = models.CharField(
        max_length=9, null=True, help_text="Neighbourhood (LSOA 2011) of the incident."
    )
    unit_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Unit that attended or holds it."
    )
    officer_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="First officer at the scene."
    )
    handler_ref = models.CharField(
        max_length=40, null=True, help_text="Who took the contact and assessed it."
    )
    place_key = models.CharField(
        max_length=64, null=True, help_text="Key of the address, the same on every incident."
    )
    person_key = models.CharField(
        max_length=64, null=True, help_text="Key of the person concerned, on every incident."
    )

    class Meta:
        verbose_name = "incident"
        verbose_name_plural = "incidents"

    class Derived:
        month = LocalMonth("opened_at")
        local_date = LocalDate("opened_at")
        weekday = Weekday("opened_at")
        hour = LocalHour("opened_at")
        minutes_to_arrival = MinutesBetween("opened_at", "arrived_at")

    class Happens:
        opened = Moment(
            What.CONTACT_TAKEN,
            "opened_at",
            ("incident_ref",),
            WHOSE,
            "person_key",
            {"needs_attendance": (True,)},
        )
        closed = Moment(What.CONTACT_CLOSED, "closed_at", ("incident_ref",), WHOSE, "person_key")
        attended = Moment(What.ATTENDED, "arrived_at", ("incident_ref",), WHOSE, "person_key")
        domestic_abuse_attended = Moment(
            What.DOMESTIC_ABUSE_ATTENDED,
            "arrived_at",
            ("incident_ref",),
            WHOSE,
            "person_key",
            {"domestic_abuse": (True,)},
        )

    class Protection:
        held_for = Purpose.POLICING
        regime = Regime.LAW_ENFORCEMENT
        retention = UNDETECTED
        unit = "unit_ref"
        owner = "officer_ref"
        reference = "incident_ref"
        dated = "month"

    class Handling:
        public: ClassVar[tuple[str, ...]] = (
            "month",
            "local_date",
            "weekday",
            "hour",
            "line",
            "category",
            "first_grade",
            "grade",
            "needs_attendance",
            "minutes_to_arrival",
            "told_of_delay",
        )
        restricted: ClassVar[tuple[str, ...]] = (
            "incident_ref",
            "opened_at",
            "domestic_abuse",
            "arrived_at",
            "closed_at",
            "lsoa_code",
            "unit_ref",
            "officer_ref",
            "handler_ref",
        )
        personal: ClassVar[tuple[str, ...]] = ("place_key", "person_key", "risk_assessment")
