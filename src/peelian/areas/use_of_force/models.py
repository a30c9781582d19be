"""A form about force that one officer used on one person in one incident."""

from typing import ClassVar, Final

from django.db import models

from peelian.areas.use_of_force.codes import (
    AGES,
    DISABILITIES,
    ETHNICITIES,
    GENDERS,
    INJURIES,
    LOCATIONS,
    MEDICAL,
    OUTCOMES,
    REASONS,
    TACTICS,
)
from peelian.records.base import MonthField, Record
from peelian.records.derived import LocalDate, LocalHour, LocalMonth
from peelian.records.happens import Moment
from peelian.records.protection import UNDETECTED, Purpose, Regime
from peelian.spine.happenings import What

# The fields of the tactics, in the order in which they were used.
IN_ORDER: Final = tuple(f"tactic_{number}" for number in range(1, 7))


class UseOfForce(Record):
    """One form: one officer, one person, one incident. Forms are not incidents and not people.

    An incident with three officers and two people can bring six forms; `incident_ref` joins them.
    Up to six tactics stand in the order of use, each a field of its own, so that a loaded word that
    is on no list is refused like any other.
    """

    force_ref = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Reference of the form."
    )
    incident_ref = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Reference of the incident."
    )
    search_ref = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Reference of the search it was part of."
    )
    custody_ref = models.CharField(
        max_length=64, null=True, help_text="Custody record, where there was an arrest."
    )
    used_at = models.DateTimeField(null=True, help_text="When force was first used, in UTC.")
    month = MonthField(help_text="Month in which force was used, local time.")
    local_date = models.DateField(null=True, help_text="Day, local time.")
    hour = models.IntegerField(null=True, help_text="Hour of the day, local time, 0 to 23.")
    unit_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Unit of the officer."
    )
    officer_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Officer who used force."
    )
    present_refs = models.CharField(
        max_length=400, null=True, help_text="Other officers present, with commas between."
    )
    person_key = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Key of the person, where known."
    )
    tactic_1 = models.CharField(max_length=60, null=True, help_text="First tactic used.")
    tactic_2 = models.CharField(max_length=60, null=True, help_text="Second tactic used.")
    tactic_3 = models.CharField(max_length=60, null=True, help_text="Third tactic used.")
    tactic_4 = models.CharField(max_length=60, null=True, help_text="Fourth tactic used.")
    tactic_5 = models.CharField(max_length=60, null=True, help_text="Fifth tactic used.")
    tactic_6 = models.CharField(max_length=60, null=True, help_text="Sixth tactic used.")
    reason = models.CharField(max_length=60, null=True, help_text="Main reason for force.")
    impacts = models.CharField(
        max_length=400, null=True, help_text="What bore on the decision, with commas between."
    )
    location = models.CharField(max_length=60, null=True, help_text="Kind of place.")
    seen_age = models.CharField(max_length=20, null=True, help_text="Age as the officer saw it.")
    seen_gender = models.CharField(
        max_length=20, null=True, help_text="Gender as the officer saw it."
    )
    seen_ethnicity = models.CharField(
        max_length=20, null=True, help_text="Ethnicity as the officer saw it."
    )
    seen_disability = models.CharField(
        max_length=40, null=True, help_text="Disability as the officer saw it."
    )
    person_injury = models.CharField(
        max_length=20, null=True, help_text="Injury of the person on whom force was used."
    )
    officer_injury = models.CharField(max_length=20, null=True, help_text="Injury of the officer.")
    medical_help = models.CharField(
        max_length=40, null=True, help_text="Whether medical help was offered and taken."
    )
    outcome = models.CharField(max_length=60, null=True, help_text="What became of the person.")
    video_ref = models.CharField(
        max_length=120, null=True, help_text="Reference of the body-worn video."
    )
    no_video_because = models.CharField(
        max_length=200, null=True, help_text="Why there is no body-worn video."
    )
    account = models.TextField(
        null=True, help_text="What happened and why force was necessary, in the officer's words."
    )
    reviewed_at = models.DateTimeField(
        null=True, help_text="When a supervisor reviewed it in the force's own system, in UTC."
    )
    reviewer_ref = models.CharField(
        max_length=40, null=True, help_text="Who reviewed it in the force's own system."
    )

    class Meta:
        verbose_name = "use of force form"
        verbose_name_plural = "use of force forms"

    class Codes:
        tactic_1 = TACTICS
        tactic_2 = TACTICS
        tactic_3 = TACTICS
        tactic_4 = TACTICS
        tactic_5 = TACTICS
        tactic_6 = TACTICS
        reason = REASONS
        location = LOCATIONS
        seen_age = AGES
        seen_gender = GENDERS
        seen_ethnicity = ETHNICITIES
        seen_disability = DISABILITIES
        person_injury = INJURIES
        officer_injury = INJURIES
        medical_help = MEDICAL
        outcome = OUTCOMES

    class Derived:
        month = LocalMonth("used_at")
        local_date = LocalDate("used_at")
        hour = LocalHour("used_at")

    class Happens:
        used = Moment(
            What.FORCE_USED,
            "used_at",
            ("force_ref", "incident_ref"),
            ("unit_ref", "officer_ref", "present_refs", "search_ref"),
            "person_key",
            named=("force_ref",),
        )
        # Nobody reviews force that they used: such a row says nothing of a review.
        reviewed = Moment(
            What.FORCE_REVIEWED,
            "reviewed_at",
            ("force_ref",),
            ("unit_ref", "officer_ref", "present_refs"),
            "person_key",
            named=("reviewer_ref",),
            differ=("reviewer_ref", "officer_ref"),
        )

    class Protection:
        held_for = Purpose.POLICING
        regime = Regime.LAW_ENFORCEMENT
        retention = UNDETECTED
        unit = "unit_ref"
        owner = "officer_ref"
        reference = "force_ref"
        dated = "month"
        typed = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ("month", *IN_ORDER, "reason", "location", "outcome")
        restricted: ClassVar[tuple[str, ...]] = (
            "force_ref",
            "incident_ref",
            "search_ref",
            "custody_ref",
            "used_at",
            "local_date",
            "hour",
            "unit_ref",
            "officer_ref",
            "present_refs",
            "impacts",
            "seen_age",
            "seen_gender",
            "seen_ethnicity",
            "seen_disability",
            "person_injury",
            "officer_injury",
            "medical_help",
            "video_ref",
            "no_video_because",
            "reviewed_at",
            "reviewer_ref",
        )
        personal: ClassVar[tuple[str, ...]] = ("person_key", "account")
