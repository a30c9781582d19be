"""What a force polices, in a few numbers: how many live there, who, how densely, how deprived.

Sources: ONS Census 2021 by local authority, summed to police force areas by the ONS lookup of 2024;
ONS boundaries of police force areas, December 2022, generalised, measured on the sphere (their sum
is 2% above the land of England and Wales); English Indices of Deprivation 2019 (MHCLG) by 2011
LSOA with ONS mid-2020 residents. All under the Open Government Licence v3.0.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import ibis

from peelian.records.base import Record
from peelian.spine.residents import resident_areas

MOST_DEPRIVED_TENTHS = 3


@dataclass(frozen=True, slots=True)
class Profile:
    """One force area. `residents` and `white` are usual residents at Census 2021."""

    slug: str
    residents: int
    white: int
    square_km: float

    @property
    def not_white(self) -> float:
        """Residents of every ethnic group but White, as a share of all."""
        return 1 - self.white / self.residents

    @property
    def density(self) -> float:
        """Residents per square kilometre."""
        return self.residents / self.square_km


@cache
def profiles() -> dict[str, Profile]:
    """The 43 territorial forces by slug."""
    path = files("peelian.spine").joinpath("reference/force-profiles.csv")
    listed = [
        Profile(row["slug"], int(row["residents"]), int(row["white"]), float(row["square_km"]))
        for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    ]
    return {profile.slug: profile for profile in listed}


def deprived_residents(table: Callable[[type[Record]], ibis.Table]) -> ibis.Table:
    """Residents of each force and those of them in England's most deprived three tenths of areas.

    Columns: `area_force` (slug), `residents`, `deprived` (both persons, mid-2020). Only areas in
    England are ranked, so a force in Wales has no row.
    """
    areas = resident_areas(table)
    ranked = areas.filter(areas.deprivation_decile.notnull(), areas.area_force.notnull())
    deprived = ranked.deprivation_decile.cast("int64") <= MOST_DEPRIVED_TENTHS
    return ranked.group_by("area_force").aggregate(
        residents=ranked.residents.sum(),
        deprived=ranked.residents.sum(where=deprived).fill_null(0),
    )
