"""Worked examples of how much crime is recorded: rows in, answer out, worked by hand.

What a row does not say is filled with an unremarkable value (Staffordshire, March 2021). Rows that
look as if they should count and do not are the point of most examples.
"""

from peelian.engines.measures.declared import Example
from peelian.spine.area import AreaDeprivation, DistrictLink, LsoaPopulation
from peelian.spine.crime import Crime

# Two neighbourhoods of Stafford, one of Walsall, which another force polices.
NEIGHBOURHOODS = {
    LsoaPopulation: """
        lsoa_code | lsoa_name     | year | residents
        E01000001 | Stafford 001A | 2020 | 1500
        E01000002 | Stafford 001B | 2020 | 500
        E01000003 | Walsall 001A  | 2020 | 1000
        """,
    DistrictLink: """
        district_code | district_name | police_area_code | edition
        E07000197     | Stafford      | E23000015        | 2016
        E08000030     | Walsall       | E23000014        | 2016
        """,
    AreaDeprivation: """
        lsoa_code | deprivation_decile | deprivation_rank
        E01000001 | 1                  | 100
        E01000002 | 10                 | 32000
        E01000003 | 1                  | 200
        """,
}

RECORDED = (
    Example(
        says="Anti-social behaviour is not a crime; rows without a place stay in the total.",
        rows={
            Crime: """
                crime_id | crime_type            | lsoa_code
                a1       | Burglary              | E01000001
                a2       | Drugs                 |
                         | Anti-social behaviour | E01000001
                """
        },
        shows="2",
    ),
    Example(
        says="Rows are counted, so an identifier that stands on two rows counts twice.",
        rows={
            Crime: """
                crime_id | crime_type
                a1       | Burglary
                a1       | Burglary
                """
        },
        shows="2",
    ),
    Example(
        says="By place, crimes without one stand apart and neighbourhoods without crime show zero.",
        rows={
            Crime: """
                crime_id | crime_type | lsoa_code
                a1       | Burglary   | E01000001
                a2       | Drugs      |
                """,
            **NEIGHBOURHOODS,
        },
        by=("force", "lsoa"),
        where={"force": "staffordshire"},
        shows=(
            "staffordshire, E01000001: 1\n"
            "staffordshire, E01000002: 0\n"
            "staffordshire, not recorded: 1"
        ),
    ),
    Example(
        says="A month with a file but no crime is zero; a month without a file has no data.",
        rows={
            Crime: """
                crime_id | crime_type | month
                a1       | Burglary   | 2021-03
                a2       | Burglary   | 2021-06
                """
        },
        loaded={Crime: (("staffordshire", "2021-04"),)},
        by=("month",),
        shows="2021-03: 1\n2021-04: 0\n2021-05: no_data\n2021-06: 1",
    ),
    Example(
        says="Groups that hold nothing in one month are filled in, force by force.",
        rows={
            Crime: """
                crime_id | crime_type | force_id
                a1       | Burglary   | staffordshire
                a2       | Drugs      | cheshire
                a3       | Drugs      | cheshire
                """
        },
        by=("force", "type"),
        shows=(
            "cheshire, Burglary: 0\n"
            "cheshire, Drugs: 2\n"
            "staffordshire, Burglary: 1\n"
            "staffordshire, Drugs: 0"
        ),
    ),
)

ASB = (
    Example(
        says="Rows without an identifier that look alike are not known to be copies: all count.",
        rows={
            Crime: """
                crime_id | crime_type            | location
                         | Anti-social behaviour | On or near High Street
                         | Anti-social behaviour | On or near High Street
                a1       | Burglary              | On or near High Street
                """
        },
        shows="2",
    ),
)

RATE = (
    Example(
        says="Three crimes among the 2,000 residents of the force's area.",
        rows={
            Crime: """
                crime_id | crime_type            | lsoa_code
                a1       | Burglary              | E01000001
                a2       | Drugs                 | E01000003
                a3       | Drugs                 |
                         | Anti-social behaviour | E01000001
                """,
            **NEIGHBOURHOODS,
        },
        by=("force",),
        shows="staffordshire: 3 among 2,000 residents, 1.50",
    ),
    Example(
        says="Walsall is policed by a force that is not loaded: a stray row makes no rate there.",
        rows={
            Crime: """
                crime_id | crime_type | lsoa_code
                a1       | Burglary   | E01000001
                a2       | Drugs      | E01000003
                a3       | Drugs      |
                """,
            **NEIGHBOURHOODS,
        },
        by=("district",),
        shows=(
            "Stafford: 1 among 2,000 residents, 0.50\n"
            "Walsall: not_computable\n"
            "not recorded: not_computable"
        ),
    ),
    Example(
        says="A rate is for the whole period, so a force that lacks a month of it has none.",
        rows={
            Crime: """
                crime_id | crime_type | month   | force_id
                a1       | Burglary   | 2021-03 | staffordshire
                a2       | Burglary   | 2021-04 | staffordshire
                a3       | Burglary   | 2021-04 | west-midlands
                """,
            **NEIGHBOURHOODS,
        },
        by=("force",),
        shows="staffordshire: 2 among 2,000 residents, 1.00\nwest-midlands: not_computable",
    ),
)

ASB_RATE = (
    Example(
        says="One incident among the 500 residents of the least deprived tenth.",
        rows={
            Crime: """
                crime_id | crime_type            | lsoa_code
                         | Anti-social behaviour | E01000002
                a1       | Burglary              | E01000002
                """,
            **NEIGHBOURHOODS,
        },
        by=("deprivation_decile",),
        where={"force": "staffordshire"},
        shows="1: 0 among 1,500 residents, 0.00\n10: 1 among 500 residents, 2.00",
    ),
)

DEPRIVATION_RATIO = (
    Example(
        says="6 crimes of 1,500 residents against 1 of 500 is twice the rate. One has no place.",
        rows={
            Crime: """
                crime_id | crime_type | lsoa_code
                a1       | Burglary   | E01000001
                a2       | Burglary   | E01000001
                a3       | Burglary   | E01000001
                a4       | Burglary   | E01000001
                a5       | Burglary   | E01000001
                a6       | Burglary   | E01000001
                a7       | Burglary   | E01000002
                a8       | Burglary   |
                """,
            **NEIGHBOURHOODS,
        },
        by=("force",),
        shows="staffordshire: 6 against 1, 2.00, 1 unknown",
    ),
)
