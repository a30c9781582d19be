"""Worked examples of use of force: rows in, answer out, worked by hand.

What a row does not say is filled with an unremarkable value (Staffordshire, March 2021).
"""

from peelian.areas.use_of_force.models import UseOfForce
from peelian.engines.measures.declared import Example

TACTICS = """
    tactic_1              | tactic_2              | tactic_3
    Compliant handcuffing |                       |
    Compliant handcuffing | Ground restraint      |
    Taser drawn           | Taser red-dotted      |
    Unarmed skills        | Taser drawn           | Taser fired
    """

FORMS = (
    Example(
        says="Three officers and one person in one incident: three forms, each counted.",
        rows={
            UseOfForce: """
                incident_ref | officer_ref | tactic_1
                I-1          | 1234        | Ground restraint
                I-1          | 5678        | Ground restraint
                I-1          | 9012        | Limb or body restraint
                """
        },
        shows="3",
    ),
    Example(
        says="A form stands under its first tactic and no other; reasons left blank are named so.",
        rows={
            UseOfForce: """
                tactic_1              | tactic_2         | reason
                Compliant handcuffing | Ground restraint | Make an arrest
                Ground restraint      |                  |
                """
        },
        by=("reason",),
        shows="Make an arrest: 1\nnot recorded: 1",
    ),
)
BEYOND_COMPLIANCE = (
    Example(
        says="Handcuffs that were accepted and nothing else are left out; with more they are in.",
        rows={UseOfForce: TACTICS},
        shows="3",
    ),
)
TASER_DISCHARGED = (
    Example(
        says="Drawn and red-dotted is not discharged; fired as the third tactic is.",
        rows={UseOfForce: TACTICS},
        shows="1",
    ),
)
WITH_VIDEO = (
    Example(
        says="Two of three forms name a video.",
        rows={
            UseOfForce: """
                tactic_1         | video_ref
                Ground restraint | V-1
                Ground restraint | V-2
                Unarmed skills   |
                """
        },
        shows="2 of 3, 67%",
    ),
)
PERSON_INJURED = (
    Example(
        says="One injured of four; the form that says nothing is unknown and stays among all.",
        rows={
            UseOfForce: """
                tactic_1         | person_injury
                Ground restraint | Minor
                Ground restraint | None
                Unarmed skills   | None
                Unarmed skills   |
                """
        },
        shows="1 of 4, 25%, 1 unknown",
    ),
)
