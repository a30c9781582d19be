"""A stop and search: what is published of it, and what the officer recorded beside."""

from typing import ClassVar

from django.db import models

from peelian.areas.stop_and_search.asked_codes import NOT_STATED_BECAUSE
from peelian.areas.stop_and_search.codes import (
    AGE_RANGES,
    ETHNIC_GROUP_OF,
    GENDERS,
    LEGISLATION,
    OBJECTS,
    OFFICER_DEFINED,
    OUTCOMES,
    POWER_OF,
    SEARCH_TYPES,
    SELF_DEFINED,
)
from peelian.areas.stop_and_search.returned import SearchReturn
from peelian.records.base import MonthField, Record
from peelian.records.derived import Grouped, LocalDate, LocalHour, LocalMonth
from peelian.records.happens import Moment
from peelian.records.protection import UNDETECTED, Purpose, Regime
from peelian.spine.happenings import What

# What the person must be told before a search, in the order of the word GOWISELY.
TOLD = (
    "told_grounds",
    "told_object",
    "warrant_card",
    "told_identity",
    "told_station",
    "told_entitlement",
    "told_power",
    "told_detained",
)


class StopSearch(Record):
    """One search of a person, a vehicle or both.

    Open files hold the first fields, from `searched_at` to `more_than_outer_clothing`; a force's
    own extract and what is typed here hold the others too: who searched, on what grounds, what the
    person was told. Name and address are not asked, since no law asks for them.

    Identical rows of open files are common, since times are rounded to minutes and searches of a
    group share a place: each counts.
    """

    searched_at = models.DateTimeField(null=True, help_text="When, in UTC.")
    month = MonthField(help_text="Month of the search, local time.")
    local_date = models.DateField(null=True, help_text="Day of the search, local time.")
    hour = models.IntegerField(null=True, help_text="Hour of the day, local time, 0 to 23.")
    search_type = models.CharField(max_length=40, help_text="Person, vehicle or both.")
    part_of_operation = models.BooleanField(
        null=True, help_text="Whether it was part of a policing operation."
    )
    operation = models.CharField(max_length=200, null=True, help_text="Name of the operation.")
    longitude = models.FloatField(
        null=True, help_text="Degrees east of an anonymised map point, never an address."
    )
    latitude = models.FloatField(
        null=True, help_text="Degrees north of an anonymised map point, never an address."
    )
    gender = models.CharField(max_length=20, null=True, help_text="Gender of the person searched.")
    age_range = models.CharField(max_length=20, null=True, help_text="Age of the person searched.")
    self_defined_ethnicity = models.CharField(
        max_length=120, null=True, help_text="Ethnicity in the person's own words of the Census."
    )
    ethnic_group = models.CharField(
        max_length=40,
        null=True,
        help_text="Group of the self-defined ethnicity; nothing where it was not stated.",
    )
    officer_defined_ethnicity = models.CharField(
        max_length=40, null=True, help_text="Ethnicity as the officer saw it."
    )
    legislation = models.CharField(max_length=160, null=True, help_text="Power used.")
    power = models.CharField(
        max_length=40, null=True, help_text="Whether the power asks for reasonable grounds."
    )
    object_of_search = models.CharField(max_length=120, null=True, help_text="What was sought.")
    outcome = models.CharField(max_length=120, null=True, help_text="What became of it.")
    linked_to_object = models.BooleanField(
        null=True,
        help_text="Whether the outcome was linked to the object sought. Forces record it unlike.",
    )
    more_than_outer_clothing = models.BooleanField(
        null=True, help_text="Whether more than a coat, jacket or gloves had to come off."
    )
    search_ref = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Reference of the record of the search."
    )
    unit_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Unit of the officer who searched."
    )
    officer_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Officer who searched."
    )
    present_refs = models.CharField(
        max_length=400, null=True, help_text="Other officers present, with commas between."
    )
    person_key = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Key of the person, where known."
    )
    place = models.CharField(max_length=200, null=True, help_text="Where it was, in words.")
    vehicle = models.CharField(
        max_length=80, null=True, help_text="Vehicle searched: its mark or what it looked like."
    )
    authorisation = models.CharField(
        max_length=120, null=True, help_text="Authorisation under which, where the power needs one."
    )
    grounds_seen = models.TextField(null=True, help_text="Grounds: what the officer saw or heard.")
    grounds_told = models.TextField(null=True, help_text="Grounds: what others said, and when.")
    grounds_known = models.TextField(null=True, help_text="Grounds: intelligence, of which day.")
    grounds = models.TextField(
        null=True, help_text="Grounds in one text, where the source does not divide them."
    )
    told_grounds = models.BooleanField(null=True, help_text="Told the grounds (G).")
    told_object = models.BooleanField(null=True, help_text="Told the object of the search (O).")
    warrant_card = models.BooleanField(
        null=True, help_text="Shown the warrant card, where not in uniform (W)."
    )
    told_identity = models.BooleanField(null=True, help_text="Told the officer's name or number.")
    told_station = models.BooleanField(null=True, help_text="Told the officer's station (S).")
    told_entitlement = models.BooleanField(
        null=True, help_text="Told of the right to a copy of the record (E)."
    )
    told_power = models.BooleanField(null=True, help_text="Told the legal power (L).")
    told_detained = models.BooleanField(
        null=True, help_text="Told of being detained for the search (Y)."
    )
    not_stated_because = models.CharField(
        max_length=120, null=True, help_text="Why no self-defined ethnicity is recorded."
    )
    video_ref = models.CharField(
        max_length=120, null=True, help_text="Reference of the body-worn video."
    )
    no_video_because = models.CharField(
        max_length=200, null=True, help_text="Why there is no body-worn video."
    )
    copy_offered = models.BooleanField(
        null=True, help_text="Whether a copy of the record was offered."
    )
    custody_ref = models.CharField(
        max_length=64, null=True, help_text="Custody record of which the record is a part."
    )
    reviewed_at = models.DateTimeField(
        null=True, help_text="When a supervisor reviewed it in the force's own system, in UTC."
    )
    reviewer_ref = models.CharField(
        max_length=40, null=True, help_text="Who reviewed it in the force's own system."
    )

    class Meta:
        verbose_name = "stop and search"
        verbose_name_plural = "stops and searches"

    class Codes:
        search_type = SEARCH_TYPES
        gender = GENDERS
        age_range = AGE_RANGES
        self_defined_ethnicity = SELF_DEFINED
        officer_defined_ethnicity = OFFICER_DEFINED
        legislation = LEGISLATION
        object_of_search = OBJECTS
        outcome = OUTCOMES
        not_stated_because = NOT_STATED_BECAUSE

    class Derived:
        month = LocalMonth("searched_at")
        local_date = LocalDate("searched_at")
        hour = LocalHour("searched_at")
        ethnic_group = Grouped("self_defined_ethnicity", ETHNIC_GROUP_OF)
        power = Grouped("legislation", POWER_OF)

    class Happens:
        searched = Moment(
            What.SEARCHED,
            "searched_at",
            ("search_ref",),
            ("unit_ref", "officer_ref", "present_refs"),
            "person_key",
        )
        # Nobody reviews their own search: such a row says nothing of a review.
        reviewed = Moment(
            What.SEARCH_REVIEWED,
            "reviewed_at",
            ("search_ref",),
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
        reference = "search_ref"
        dated = "month"
        typed = True

    class Handling:
        # Published row by row; what other sources bring stays closed, as all their rows do.
        public: ClassVar[tuple[str, ...]] = (
            "searched_at",
            "month",
            "local_date",
            "hour",
            "search_type",
            "part_of_operation",
            "operation",
            "longitude",
            "latitude",
            "gender",
            "age_range",
            "self_defined_ethnicity",
            "ethnic_group",
            "officer_defined_ethnicity",
            "legislation",
            "power",
            "object_of_search",
            "outcome",
            "linked_to_object",
            "more_than_outer_clothing",
        )
        restricted: ClassVar[tuple[str, ...]] = (
            "search_ref",
            "unit_ref",
            "officer_ref",
            "present_refs",
            "authorisation",
            *TOLD,
            "not_stated_because",
            "video_ref",
            "no_video_because",
            "copy_offered",
            "custody_ref",
            "reviewed_at",
            "reviewer_ref",
        )
        personal: ClassVar[tuple[str, ...]] = (
            "person_key",
            "place",
            "vehicle",
            "grounds_seen",
            "grounds_told",
            "grounds_known",
            "grounds",
        )


__all__ = ["SearchReturn", "StopSearch"]
