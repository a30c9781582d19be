"""Files about areas and residents, recognised by their header.

Each is the publisher's table as it is passed on as CSV. The month is that at which the table
stands: the middle of the year for population, the month of the edition for lookups.
"""

from peelian.records.load.kinds import Column, FileKind
from peelian.records.load.rules import Text, Whole, area_code
from peelian.spine.area import AreaDeprivation, DistrictLink, DistrictPopulation, LsoaPopulation
from peelian.spine.residents import LOOKUP_EDITION, RESIDENTS_YEAR

MOST_RESIDENTS = 100_000_000
AREAS_IN_ENGLAND = 32_844

LSOA_RESIDENTS = FileKind(
    key="ons.lsoa_residents",
    title="ONS mid-2020 population by 2011 LSOA",
    model=LsoaPopulation,
    columns=(
        Column("lsoa11_code", "lsoa_code", area_code(required=True)),
        Column("lsoa11_name", "lsoa_name", Text(80, required=True)),
        Column(
            "total_population", "residents", Whole(0, MOST_RESIDENTS, "residents", required=True)
        ),
    ),
    constants=(("year", RESIDENTS_YEAR),),
)

DISTRICT_RESIDENTS = FileKind(
    key="ons.district_residents",
    title="ONS mid-year population by local authority",
    model=DistrictPopulation,
    columns=(
        Column("code", "district_code", area_code(required=True)),
        Column("name", "district_name", Text(80, required=True)),
        Column("year", "year", Whole(1981, 2100, "(a year)", required=True)),
        Column("population", "residents", Whole(0, MOST_RESIDENTS, "residents", required=True)),
    ),
)

LOOKUP_2016 = FileKind(
    key="ons.lookup_2016",
    title="ONS lookup of districts to police force areas, December 2016",
    model=DistrictLink,
    columns=(
        Column("LAD16CD", "district_code", area_code(required=True)),
        Column("LAD16NM", "district_name", Text(80, required=True)),
        Column("CSP16NM", "partnership_name", Text(80, required=True)),
        Column("PFA16CD", "police_area_code", area_code(required=True)),
    ),
    constants=(("edition", LOOKUP_EDITION),),
    ignores=("CSP16CD", "PFA16NM", "FID"),
)

LOOKUP_2024 = FileKind(
    key="ons.lookup_2024",
    title="ONS lookup of districts to police force areas, 2024",
    model=DistrictLink,
    columns=(
        Column("ltla24_code", "district_code", area_code(required=True)),
        Column("ltla24_name", "district_name", Text(80, required=True)),
        Column("csp24_name", "partnership_name", Text(80, required=True)),
        Column("pfa24_code", "police_area_code", area_code(required=True)),
    ),
    constants=(("edition", 2024),),
    ignores=("csp24_code", "pfa24_name"),
)

DEPRIVATION = FileKind(
    key="ons.deprivation_2019",
    title="English Indices of Deprivation 2019 by 2011 LSOA",
    model=AreaDeprivation,
    columns=(
        Column("lsoa11_code", "lsoa_code", area_code(required=True)),
        Column("IMD_decile", "deprivation_decile", Whole(1, 10, "(a tenth)", required=True)),
        Column(
            "IMD_rank", "deprivation_rank", Whole(1, AREAS_IN_ENGLAND, "(a rank)", required=True)
        ),
    ),
    ignores=tuple(
        f"{domain}_{part}"
        for part in ("decile", "rank")
        for domain in (
            "Income",
            "Employment",
            "Education",
            "Health",
            "Crime",
            "Housing_and_Access",
            "Environment",
        )
    ),
)

# The month at which each table stands, as part of its address in the store.
KINDS = (
    (LSOA_RESIDENTS, "2020-06"),
    (DISTRICT_RESIDENTS, ""),
    (LOOKUP_2016, "2016-12"),
    (LOOKUP_2024, "2024-12"),
    (DEPRIVATION, "2019-09"),
)
