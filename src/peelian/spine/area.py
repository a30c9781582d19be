"""Areas of the country: who lives there, which force polices it, how deprived it is.

Street files carry the 2011 lower layer super output areas (LSOA), so everything here is of 2011.
"""

from typing import ClassVar

from django.db import models

from peelian.records.base import Record
from peelian.records.protection import PUBLISHED, Purpose, Regime


class LsoaPopulation(Record):
    """Usual residents of one LSOA at mid-year. Source: Office for National Statistics."""

    lsoa_code = models.CharField(max_length=9, db_index=True, help_text="LSOA (2011).")
    lsoa_name = models.CharField(max_length=80, help_text="Its name, which begins with a district.")
    year = models.IntegerField(help_text="Mid-year of the estimate.")
    residents = models.IntegerField(help_text="Usual residents, persons.")

    class Meta:
        verbose_name = "residents of a neighbourhood"
        verbose_name_plural = "residents of neighbourhoods"

    class Protection:
        held_for = Purpose.STATISTICS
        regime = Regime.GENERAL
        retention = PUBLISHED

    class Handling:
        public: ClassVar[tuple[str, ...]] = ("lsoa_code", "lsoa_name", "year", "residents")


class DistrictPopulation(Record):
    """Usual residents of a local authority district at mid-year. Source: ONS."""

    district_code = models.CharField(max_length=9, db_index=True, help_text="ONS code.")
    district_name = models.CharField(max_length=80, help_text="ONS name of the district.")
    year = models.IntegerField(help_text="Mid-year of the estimate.")
    residents = models.IntegerField(help_text="Usual residents, persons.")

    class Meta:
        verbose_name = "residents of a district"
        verbose_name_plural = "residents of districts"

    class Protection:
        held_for = Purpose.STATISTICS
        regime = Regime.GENERAL
        retention = PUBLISHED

    class Handling:
        public: ClassVar[tuple[str, ...]] = ("district_code", "district_name", "year", "residents")


class DistrictLink(Record):
    """Which police force area a local authority district lies in. Source: ONS lookup."""

    district_code = models.CharField(max_length=9, help_text="ONS code of the district.")
    district_name = models.CharField(max_length=80, help_text="ONS name of the district.")
    partnership_name = models.CharField(max_length=80, help_text="Community safety partnership.")
    police_area_code = models.CharField(max_length=9, help_text="ONS code of the force area.")
    edition = models.IntegerField(help_text="Year of the lookup.")

    class Meta:
        verbose_name = "district and its force"
        verbose_name_plural = "districts and their forces"

    class Protection:
        held_for = Purpose.STATISTICS
        regime = Regime.GENERAL
        retention = PUBLISHED

    class Handling:
        public: ClassVar[tuple[str, ...]] = (
            "district_code",
            "district_name",
            "partnership_name",
            "police_area_code",
            "edition",
        )


class AreaDeprivation(Record):
    """English Indices of Deprivation 2019 of one LSOA. Source: MHCLG. England only."""

    lsoa_code = models.CharField(max_length=9, db_index=True, help_text="LSOA (2011).")
    deprivation_decile = models.IntegerField(
        help_text="Tenth of England's areas by overall deprivation; 1 is the most deprived."
    )
    deprivation_rank = models.IntegerField(help_text="Rank in England; 1 is the most deprived.")

    class Meta:
        verbose_name = "deprivation of a neighbourhood"
        verbose_name_plural = "deprivation of neighbourhoods"

    class Protection:
        held_for = Purpose.STATISTICS
        regime = Regime.GENERAL
        retention = PUBLISHED

    class Handling:
        public: ClassVar[tuple[str, ...]] = ("lsoa_code", "deprivation_decile", "deprivation_rank")
