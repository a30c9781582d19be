"""Residents that the rates of several areas of policing are per."""

from peelian.engines.measures.declared import Population
from peelian.spine.residents import RESIDENTS_SAY_LITTLE, RESIDENTS_YEAR, resident_areas

RESIDENTS = Population(
    key="residents_mid_2020",
    title="usual residents",
    year=RESIDENTS_YEAR,
    authority="Office for National Statistics, mid-2020 estimates by 2011 LSOA",
    table=resident_areas,
    columns={
        "district": "district",
        "lsoa": "lsoa_code",
        "deprivation_decile": "deprivation_decile",
    },
    set_aside=RESIDENTS_SAY_LITTLE,
)
