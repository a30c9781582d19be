"""Who lives where, joined once: each LSOA with its district, force, deprivation and residents.

Street files name the 2011 LSOA of a row. Its district is the one in the LSOA's own name; the
district's force comes from the ONS lookup. Summed over LSOAs the result equals the population of
each of the 43 force areas (59,719,724 at mid-2020).
"""

from collections.abc import Callable
from typing import Any

import ibis

from peelian.records.base import Record
from peelian.spine.area import AreaDeprivation, DistrictLink, LsoaPopulation
from peelian.spine.force import forces

RESIDENTS_YEAR = 2020
LOOKUP_EDITION = 2016

# Forces whose residents say nothing about whom they police, with the reason for readers.
RESIDENTS_SAY_LITTLE = {
    "city-of-london": (
        "Few people live in the City of London and many times as many come there by day, so a "
        "rate per resident says nothing about the people it polices."
    )
}

# The only districts whose name in the LSOA list differs from their name in the 2016 lookup.
DISTRICT_NAMES = {
    "Bristol": "Bristol, City of",
    "Herefordshire": "Herefordshire, County of",
    "Kingston upon Hull": "Kingston upon Hull, City of",
    "The Vale of Glamorgan": "Vale of Glamorgan",
}


def resident_areas(table: Callable[[type[Record]], ibis.Table]) -> ibis.Table:
    """One row per LSOA of England and Wales.

    Columns: `lsoa_code`, `lsoa_name`, `district` (name), `district_code`, `area_force` (slug of
    the force that polices it), `deprivation_decile` (text 1 to 10; null in Wales, which has an
    index of its own), `residents` (persons, mid-2020).
    """
    lsoas = table(LsoaPopulation).filter(lambda area: area.year == RESIDENTS_YEAR)
    named = lsoas.select(
        lsoa_code=lsoas.lsoa_code,
        lsoa_name=lsoas.lsoa_name,
        # The name ends in a space, three digits and a letter: "Stoke-on-Trent 023C".
        district=lsoas.lsoa_name.re_replace(r" \d{3}[A-Z]$", ""),
        residents=lsoas.residents,
    )
    named = named.mutate(lookup_name=named.district.substitute(DISTRICT_NAMES))
    links = table(DistrictLink).filter(lambda link: link.edition == LOOKUP_EDITION)
    slugs = {force.area_code: force.slug for force in forces().values() if force.territorial}
    links = links.select(
        lookup_name=links.district_name,
        district_code=links.district_code,
        area_force=links.police_area_code.substitute(slugs),
    )
    ranked = table(AreaDeprivation)
    ranked = ranked.select(
        lsoa_code=ranked.lsoa_code, deprivation_decile=ranked.deprivation_decile.cast("string")
    )
    joined: Any = named.left_join(links, "lookup_name").left_join(ranked, "lsoa_code")
    return joined.select(
        "lsoa_code",
        "lsoa_name",
        "district",
        "district_code",
        "area_force",
        "deprivation_decile",
        "residents",
    )
