"""A crime or an incident of anti-social behaviour, as a force reports it."""

from typing import ClassVar

from django.db import models

from peelian.records.base import MonthField, Record
from peelian.records.codes import CodeList
from peelian.records.protection import UNDETECTED, Purpose, Regime

ANTI_SOCIAL_BEHAVIOUR = "Anti-social behaviour"

CRIME_TYPES = CodeList(
    name="Crime type",
    authority="data.police.uk, crime categories from December 2010 on",
    codes=(
        ANTI_SOCIAL_BEHAVIOUR,
        "Bicycle theft",
        "Burglary",
        "Criminal damage and arson",
        "Drugs",
        "Other crime",
        "Other theft",
        "Possession of weapons",
        "Public order",
        "Robbery",
        "Shoplifting",
        "Theft from the person",
        "Vehicle crime",
        "Violence and sexual offences",
        # Before May 2013 two wider categories stood in the place of several of the above.
        "Public disorder and weapons",
        "Violent crime",
    ),
)


class Crime(Record):
    """One row of a street file: an offence or, without an identifier, anti-social behaviour.

    The month is that of the report. The same `crime_id` can stand on more than one row.
    """

    crime_id = models.CharField(
        max_length=64,
        null=True,
        db_index=True,
        help_text="Identifier shared with the outcomes file. Anti-social behaviour has none.",
    )
    month = MonthField(help_text="Month of the report.")
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
        max_length=9,
        null=True,
        help_text="Lower layer super output area (2011) of the map point: about 1,500 residents.",
    )
    lsoa_name = models.CharField(max_length=80, null=True, help_text="Name of that area.")
    crime_type = models.CharField(max_length=40, help_text="Category of the offence.")
    last_outcome = models.CharField(
        max_length=80, null=True, help_text="State of the case when the file was made."
    )
    context = models.CharField(max_length=200, null=True, help_text="Further words; mostly blank.")

    class Meta:
        verbose_name = "crime"
        verbose_name_plural = "crimes"

    class Codes:
        crime_type = CRIME_TYPES

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
            "crime_type",
            "last_outcome",
            "context",
        )
