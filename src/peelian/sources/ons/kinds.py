"""Files about areas and residents, recognised by their header.

Each is the publisher's table as it is passed on as CSV; those of the Census are set out with one
row for each district and ethnicity, without percentages and sums. The month is that at which the
table stands: the middle of the year for population, the month of the edition for lookups.
"""

from peelian.records.load.kinds import Column, FileKind
from peelian.records.load.rules import Code, Text, Whole, area_code
from peelian.spine.area import AreaDeprivation, DistrictLink, DistrictPopulation, LsoaPopulation
from peelian.spine.ethnicity import ETHNIC_GROUPS, DistrictEthnicity
from peelian.spine.residents import LOOKUP_EDITION, RESIDENTS_YEAR
from peelian.spine.residents_by_group import EDITION_OF_CENSUS

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

# Made from the two published lookups, neither of which knows every district of the Census 2021.
LOOKUP_2021 = FileKind(
    key="ons.lookup_2021",
    title="districts of the Census 2021 and their police force areas",
    model=DistrictLink,
    columns=(
        Column("ltla21_code", "district_code", area_code(required=True)),
        Column("ltla21_name", "district_name", Text(80, required=True)),
        Column("csp_name", "partnership_name", Text(80, required=True)),
        Column("pfa_code", "police_area_code", area_code(required=True)),
    ),
    constants=(("edition", EDITION_OF_CENSUS[2021]),),
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


def _census(year: int, districts: str) -> FileKind:
    return FileKind(
        key=f"ons.census_{year}_ethnicity",
        title=f"ONS Census {year}, residents of districts by ethnic group",
        model=DistrictEthnicity,
        columns=(
            Column(f"{districts}_code", "district_code", area_code(required=True)),
            Column(f"{districts}_name", "district_name", Text(80, required=True)),
            Column("ethnicity", "ethnicity", Text(120, required=True)),
            Column("ethnic_group", "ethnic_group", Code(ETHNIC_GROUPS, required=True)),
            Column("residents", "residents", Whole(0, MOST_RESIDENTS, "residents", required=True)),
        ),
        constants=(("census", year),),
    )


CENSUS_2011 = _census(2011, "lad11")
CENSUS_2021 = _census(2021, "ltla21")

# The month at which each table stands, as part of its address in the store.
KINDS = (
    (LSOA_RESIDENTS, "2020-06"),
    (DISTRICT_RESIDENTS, ""),
    (LOOKUP_2016, "2016-12"),
    (LOOKUP_2021, "2021-12"),
    (LOOKUP_2024, "2024-12"),
    (DEPRIVATION, "2019-09"),
    (CENSUS_2011, "2011-03"),
    (CENSUS_2021, "2021-03"),
)
