"""Worked examples of investigation: rows in, answer out, worked by hand.

What a row does not say is filled with an unremarkable value (Staffordshire, March 2021).
"""

from peelian.areas.investigation.models import Investigation
from peelian.engines.measures.declared import Example

OPENED = (
    Example(
        says="Two of team N1 and one without a unit: the one without is counted and named so.",
        rows={
            Investigation: """
                unit_ref | offence  | state
                N1       | Burglary | Open
                N1       | Fraud    | Closed
                         | Burglary | Open
                """
        },
        by=("unit",),
        shows="N1: 2\nnot recorded: 1",
    ),
)
WITH_OFFICER = (
    Example(
        says="Of three open investigations two name an officer; the closed one is not asked about.",
        rows={
            Investigation: """
                officer_ref | offence  | state
                1234        | Burglary | Open
                5678        | Fraud    | With the prosecutor
                            | Burglary | Open
                            | Fraud    | Closed
                """
        },
        shows="2 of 3, 67%",
    ),
)
