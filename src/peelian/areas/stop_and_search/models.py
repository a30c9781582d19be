"""A stop and search as an officer recorded it, and the yearly counts that forces return."""

from typing import ClassVar

from django.db import models

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
from peelian.records.base import MonthField, Record
from peelian.records.derived import Grouped, LocalDate, LocalHour, LocalMonth
from peelian.records.protection import PUBLISHED, UNDETECTED, Purpose, Regime


class StopSearch(Record):
    """One search of a person, a vehicle or both. Durations, officer and grounds are not published.

    Identical rows are common, since times are rounded to minutes and searches of a group share a
    place: each counts.
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

    class Derived:
        month = LocalMonth("searched_at")
        local_date = LocalDate("searched_at")
        hour = LocalHour("searched_at")
        ethnic_group = Grouped("self_defined_ethnicity", ETHNIC_GROUP_OF)
        power = Grouped("legislation", POWER_OF)

    class Protection:
        held_for = Purpose.POLICING
        regime = Regime.LAW_ENFORCEMENT
        retention = UNDETECTED
        dated = "month"

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


class SearchReturn(Record):
    """Searches of one kind that a force counted in one financial year: a count, not a search."""

    month = MonthField(help_text="Last month of the year counted: 2019-03 for the year to March.")
    legislation = models.CharField(max_length=160, help_text="Power used.")
    reason = models.CharField(max_length=160, help_text="Reason for the search.")
    ethnic_group = models.CharField(
        max_length=80, null=True, help_text="Group of the self-defined ethnicity."
    )
    ethnicity = models.CharField(max_length=120, null=True, help_text="Self-defined ethnicity.")
    searches = models.IntegerField(null=True, help_text="Searches; nothing where not returned.")
    arrests = models.IntegerField(null=True, help_text="Arrests that followed.")

    class Meta:
        verbose_name = "yearly count of searches"
        verbose_name_plural = "yearly counts of searches"

    class Protection:
        held_for = Purpose.STATISTICS
        regime = Regime.GENERAL
        retention = PUBLISHED

    class Handling:
        public: ClassVar[tuple[str, ...]] = (
            "month",
            "legislation",
            "reason",
            "ethnic_group",
            "ethnicity",
            "searches",
            "arrests",
        )
