"""Worked examples of the crime measures: rows in, answer out, worked by hand.

What a row does not say is filled with an unremarkable value (Staffordshire, March 2021). Rows that
look as if they should count and do not are the point of most examples.
"""

from peelian.engines.measures.declared import Example
from peelian.spine.area import AreaDeprivation, DistrictLink, LsoaPopulation
from peelian.spine.crime import Crime
from peelian.spine.outcome import Outcome

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

CHARGED_WITHIN_2_MONTHS = (
    Example(
        says=(
            "Charged in its own month or in the second after it counts; in the third it does not. "
            "Exact copies of an outcome count once, and another outcome is no charge."
        ),
        rows={
            Crime: """
                crime_id | crime_type            | month
                a1       | Burglary              | 2021-03
                a2       | Drugs                 | 2021-03
                a3       | Robbery               | 2021-03
                a4       | Robbery               | 2021-03
                         | Anti-social behaviour | 2021-03
                """,
            Outcome: """
                crime_id | outcome_type                            | month
                a1       | Suspect charged                         | 2021-03
                a1       | Suspect charged                         | 2021-03
                a2       | Suspect charged                         | 2021-05
                a3       | Suspect charged                         | 2021-06
                a4       | Suspect charged as part of another case | 2021-04
                """,
        },
        loaded={Outcome: (("staffordshire", "2021-04"),)},
        shows="2 of 4, 50%",
    ),
    Example(
        says="Until the last file of the window is loaded, nothing is said.",
        rows={
            Crime: """
                crime_id | crime_type | month
                a1       | Burglary   | 2021-03
                a2       | Burglary   | 2021-04
                """,
            Outcome: """
                crime_id | outcome_type    | month
                a1       | Suspect charged | 2021-03
                """,
        },
        loaded={Outcome: (("staffordshire", "2021-04"), ("staffordshire", "2021-05"))},
        by=("month",),
        shows="2021-03: 1 of 1, 100%\n2021-04: not_computable",
    ),
    Example(
        says="A crime that stands in two months counts in both and once in the total.",
        rows={
            Crime: """
                crime_id | crime_type | month
                a1       | Burglary   | 2021-03
                a1       | Burglary   | 2021-04
                a2       | Burglary   | 2021-04
                """,
            Outcome: """
                crime_id | outcome_type    | month
                a1       | Suspect charged | 2021-04
                """,
        },
        loaded={
            Outcome: tuple(("staffordshire", month) for month in ("2021-03", "2021-05", "2021-06"))
        },
        shows="1 of 2, 50%",
    ),
    Example(
        says="A force without any outcomes file has no data, never 0% charged.",
        rows={
            Crime: """
                crime_id | crime_type | force_id
                a1       | Burglary   | cheshire
                """
        },
        by=("force",),
        shows="cheshire: no_data",
    ),
)

CHARGED_SHARE = (
    Example(
        says="Any file counts, however late; crimes without an identifier cannot be followed.",
        rows={
            Crime: """
                crime_id | crime_type
                a1       | Burglary
                a2       | Burglary
                         | Robbery
                """,
            Outcome: """
                crime_id | outcome_type    | month
                a1       | Suspect charged | 2021-06
                """,
        },
        loaded={
            Outcome: tuple(("staffordshire", month) for month in ("2021-03", "2021-04", "2021-05"))
        },
        shows="1 of 2, 50%, 1 unknown",
    ),
    Example(
        says="Outcomes files that begin after the month say nothing about that month's crimes.",
        rows={
            Crime: """
                crime_id | crime_type
                a1       | Burglary
                """,
            Outcome: """
                crime_id | outcome_type    | month
                a1       | Suspect charged | 2021-04
                """,
        },
        shows="no_data",
    ),
)

ANY_OUTCOME_SHARE = (
    Example(
        says="An outcome of any kind counts, once for each crime.",
        rows={
            Crime: """
                crime_id | crime_type
                a1       | Burglary
                a2       | Drugs
                a3       | Drugs
                """,
            Outcome: """
                crime_id | outcome_type
                a1       | Unable to prosecute suspect
                a1       | Suspect charged
                a2       | Local resolution
                """,
        },
        shows="2 of 3, 67%",
    ),
)

OUTCOMES = (
    Example(
        says="Copies count once; a crime with two outcomes counts under both.",
        rows={
            Outcome: """
                crime_id | outcome_type
                a1       | Suspect charged
                a1       | Suspect charged
                a1       | Local resolution
                a2       | Suspect charged
                """
        },
        by=("outcome_type",),
        shows="Local resolution: 1\nSuspect charged: 2",
    ),
    Example(
        says="In the total, a crime with two outcomes counts once.",
        rows={
            Outcome: """
                crime_id | outcome_type
                a1       | Suspect charged
                a1       | Local resolution
                """
        },
        shows="1",
    ),
)
