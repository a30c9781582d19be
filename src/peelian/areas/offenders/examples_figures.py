"""Worked examples of figures about offenders: rows in, answer out, worked by hand.

What a row does not say is filled with an unremarkable value (Staffordshire, March 2021).
"""

from peelian.areas.offenders.bail import LAPSED, UNDER_INVESTIGATION, Bail
from peelian.areas.offenders.breach import NotificationBreach
from peelian.areas.offenders.managed import ManagedPerson
from peelian.engines.measures.declared import Example
from peelian.spine.suspect import Suspect

OUTSTANDING = (
    Example(
        says="Wanted and not located are outstanding; on bail and charged are not.",
        rows={
            Suspect: """
                state                | unit_ref
                Named, not located   | N1
                Circulated as wanted | N1
                On bail              | N1
                Recalled to prison   | N2
                Charged              | N2
                """
        },
        by=("unit",),
        shows="N1: 2\nN2: 1",
    ),
)
DEALT_WITH = (
    Example(
        says="One arrested, one interviewed, one neither; the one eliminated is not asked about.",
        rows={
            Suspect: """
                state              | arrested_at          | interviewed_at
                Charged            | 2021-03-02T10:00:00Z |
                Interviewed        |                      | 2021-03-03T10:00:00Z
                Named, not located |                      |
                Eliminated         |                      |
                """
        },
        shows="2 of 3, 67%",
    ),
)
ABUSE_EXPLAINED = (
    Example(
        says="An arrest, a reason and silence; without domestic abuse nothing is asked.",
        rows={
            Suspect: """
                state              | domestic_abuse | arrested_at          | not_arrested_because
                Arrested           | true           | 2021-03-02T10:00:00Z |
                Interviewed        | true           |                      | Came of own accord
                Named, not located | true           |                      |
                Named, not located | false          |                      |
                Named, not located |                |                      |
                """
        },
        shows="2 of 3, 67%",
    ),
)
BAILED = (
    Example(
        says="Two suspects bailed; the extension of one is no further bail.",
        rows={
            Bail: """
                bail_ref | period
                B1       | 1
                B1       | 2
                B2       | 1
                """
        },
        shows="2",
    ),
)
ON_BAIL = (
    Example(
        says="Three on bail and one under investigation; the one charged waits for nothing.",
        rows={
            Suspect: """
                state
                On bail
                On bail
                On bail
                Under investigation
                Charged
                """
        },
        shows="3 of 4, 75%",
    ),
)
_ENDINGS = """
    how_ended
    Charged
    Released under investigation
    Released under investigation
    Lapsed without a decision
    Extended

    """
ENDED = {
    LAPSED: (
        Example(
            says="One of four that ended; the extended one and the one that runs did not end.",
            rows={Bail: _ENDINGS},
            shows="1 of 4, 25%",
        ),
    ),
    UNDER_INVESTIGATION: (
        Example(says="Two of four that ended.", rows={Bail: _ENDINGS}, shows="2 of 4, 50%"),
    ),
}
RUI_DECIDED = (
    Example(
        says="One names who and why, one only who, one nobody.",
        rows={
            Suspect: """
                under_investigation_at | under_investigation_by | under_investigation_because
                2021-03-02T10:00:00Z   | 1234                   | No risk to anybody
                2021-03-02T10:00:00Z   | 1234                   |
                2021-03-02T10:00:00Z   |                        |
                                       | 1234                   | Not released
                """
        },
        shows="1 of 3, 33%",
    ),
)
MANAGED = (
    Example(
        says="Two people under one manager, one under another; the one that ended is not held.",
        rows={
            ManagedPerson: """
                plan_ref | officer_ref | ended_at
                P1       | 1234        |
                P2       | 1234        |
                P3       | 5678        |
                P4       | 5678        | 2021-03-05T10:00:00Z
                """
        },
        by=("officer",),
        shows="1234: 2\n5678: 1",
    ),
)
BREACHES_RECORDED = (
    Example(
        says="A time without a reference is no crime that anybody can find.",
        rows={
            NotificationBreach: """
                what            | crime_ref | crime_recorded_at
                Travel abroad   | C1        | 2021-03-02T10:00:00Z
                Address or name |           | 2021-03-02T10:00:00Z
                Travel abroad   |           |
                """
        },
        shows="1 of 3, 33%",
    ),
)
