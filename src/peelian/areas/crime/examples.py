"""Worked examples of what becomes of crimes: rows in, answer out, worked by hand.

What a row does not say is filled with an unremarkable value (Staffordshire, March 2021). Rows that
look as if they should count and do not are the point of most examples.
"""

from peelian.engines.measures.declared import Example
from peelian.spine.crime import Crime
from peelian.spine.outcome import Outcome

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
        says="A row without an identifier may be of a crime counted already, so it is unknown.",
        rows={
            Outcome: """
                crime_id | outcome_type
                a1       | Suspect charged
                         | Suspect charged
                """
        },
        shows="1, 1 unknown",
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
