"""What became of a crime: one row for each outcome that a force gave to it."""

from typing import ClassVar

from django.db import models

from peelian.records.base import MonthField, Record
from peelian.records.codes import CodeList
from peelian.records.protection import UNDETECTED, Purpose, Regime

SUSPECT_CHARGED = "Suspect charged"

OUTCOME_TYPES = CodeList(
    name="Outcome type",
    authority="data.police.uk, outcome categories of street and outcomes files",
    codes=(
        "Action to be taken by another organisation",
        "Awaiting court outcome",
        "Court case unable to proceed",
        "Court result unavailable",
        "Defendant found not guilty",
        "Defendant sent to Crown Court",
        "Formal action is not in the public interest",
        "Further action is not in the public interest",
        "Further investigation is not in the public interest",
        "Investigation complete; no suspect identified",
        "Local resolution",
        "Offender deprived of property",
        "Offender fined",
        "Offender given a caution",
        "Offender given a drugs possession warning",
        "Offender given absolute discharge",
        "Offender given community sentence",
        "Offender given conditional discharge",
        "Offender given penalty notice",
        "Offender given suspended prison sentence",
        "Offender ordered to pay compensation",
        "Offender otherwise dealt with",
        "Offender sent to prison",
        "Status update unavailable",
        SUSPECT_CHARGED,
        "Suspect charged as part of another case",
        "Unable to prosecute suspect",
        "Under investigation",
    ),
)


class Outcome(Record):
    """One row of an outcomes file. The month is that in which the outcome was given.

    Files hold exact copies of the same outcome (up to four in ten rows of a month), so measures
    count distinct crimes and never rows.
    """

    crime_id = models.CharField(
        max_length=64,
        null=True,
        db_index=True,
        help_text="The crime that the outcome was given to.",
    )
    month = MonthField(help_text="Month in which the outcome was given.")
    reported_by = models.CharField(max_length=80, help_text="Force that supplied the row.")
    falls_within = models.CharField(
        max_length=80, help_text="Force in whose area it is said to be."
    )
    longitude = models.FloatField(
        null=True, help_text="Degrees east of an anonymised map point, never an address."
    )
    latitude = models.FloatField(
        null=True, help_text="Degrees north of an anonymised map point, never an address."
    )
    location = models.CharField(max_length=200, null=True, help_text="Name of the map point.")
    lsoa_code = models.CharField(
        max_length=9, null=True, help_text="Lower layer super output area (2011) of the map point."
    )
    lsoa_name = models.CharField(max_length=80, null=True, help_text="Name of that area.")
    outcome_type = models.CharField(max_length=80, help_text="Category of the outcome.")

    class Meta:
        verbose_name = "outcome"
        verbose_name_plural = "outcomes"

    class Codes:
        outcome_type = OUTCOME_TYPES

    class Protection:
        held_for = Purpose.POLICING
        regime = Regime.LAW_ENFORCEMENT
        retention = UNDETECTED
        reference = "crime_id"
        dated = "month"

    class Handling:
        public: ClassVar[tuple[str, ...]] = (
            "crime_id",
            "month",
            "reported_by",
            "falls_within",
            "longitude",
            "latitude",
            "location",
            "lsoa_code",
            "lsoa_name",
            "outcome_type",
        )
