"""Worked examples of victims: rows in, answer out, worked by hand."""

from peelian.areas.victims.models import VictimContact
from peelian.engines.measures.declared import Example
from peelian.engines.procedures.models import Answer, Assessment
from peelian.spine.victim import Victim

# Four victims. The force's system says that contact was agreed with the first, a statement offered
# to the second, and the needs of the fourth assessed; the rest was done here.
VICTIMS = """
    victim_ref | unit_ref | contract_agreed_at   | statement_offered_at | needs_assessed_at
    V1         | N1       | 2021-03-02T10:00:00Z |                      |
    V2         | N1       |                      | 2021-03-20T10:00:00Z |
    V3         | N1       |                      |                      |
    V4         | N2       |                      |                      | 2021-03-04T10:00:00Z
    """
MADE = """
    of_id    | procedure         | replaced_by
    victim-1 | victims.needs     |
    victim-1 | victims.needs     |
    victim-3 | victims.contract  |
    victim-3 | victims.statement |
    victim-4 | victims.statement | assessment-6
    victim-4 | victims.statement |
    """
# The statement was offered to the third. Of the fourth it was said so and corrected: it was not.
ANSWERED = """
    assessment_id | question | answer
    assessment-4  | offered  | yes
    assessment-5  | offered  | yes
    assessment-6  | offered  | no
    """
ROWS = {Victim: VICTIMS, Assessment: MADE, Answer: ANSWERED}

OFFERED = {
    "needs_assessed": (
        Example(
            says="One here, assessed twice, counts once; one by the force's system.",
            rows=ROWS,
            shows="2 of 4, 50%",
        ),
    ),
    "contact_agreed": (
        Example(
            says="One by the force's system and one here.",
            rows=ROWS,
            by=("unit",),
            shows="N1: 2 of 3, 67%\nN2: 0 of 1, 0%",
        ),
    ),
    "statement_offered": (
        Example(
            says="One by the force's system and one here; an assessment that says no counts as no.",
            rows=ROWS,
            shows="2 of 4, 50%",
        ),
    ),
}
SAFELY = (
    Example(
        says="Of three contacts one is not known, and stands in neither number.",
        rows={
            VictimContact: """
                victim_ref | by_safe_route
                V1         | true
                V1         | false
                V2         |
                """
        },
        shows="1 of 2, 50%, 1 unknown",
    ),
)
