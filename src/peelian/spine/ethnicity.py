"""Residents of each district by ethnic group, as the Census counted them."""

from typing import ClassVar

from django.db import models

from peelian.records.base import Record
from peelian.records.codes import CodeList
from peelian.records.protection import PUBLISHED, Purpose, Regime

ETHNIC_GROUPS = CodeList(
    name="ethnic groups (five)",
    authority="Office for National Statistics, Census 2021, high-level ethnic groups",
    codes=("Asian", "Black", "Mixed", "Other", "White"),
)


class DistrictEthnicity(Record):
    """Usual residents of one district in one ethnic group. Source: ONS, Census."""

    census = models.IntegerField(help_text="Year of the Census.")
    district_code = models.CharField(max_length=9, help_text="ONS code of the district.")
    district_name = models.CharField(max_length=80, help_text="ONS name of the district.")
    ethnicity = models.CharField(max_length=120, help_text="Ethnic group as published.")
    ethnic_group = models.CharField(max_length=40, null=True, help_text="One of five groups.")
    residents = models.IntegerField(help_text="Usual residents, persons.")

    class Meta:
        verbose_name = "residents of a district by ethnic group"
        verbose_name_plural = "residents of districts by ethnic group"

    class Protection:
        held_for = Purpose.STATISTICS
        regime = Regime.GENERAL
        retention = PUBLISHED

    class Handling:
        public: ClassVar[tuple[str, ...]] = (
            "census",
            "district_code",
            "district_name",
            "ethnicity",
            "ethnic_group",
            "residents",
        )
