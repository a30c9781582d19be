"""Worked examples of standards: rows in, answer out, worked by hand.

What a row does not say is filled with an unremarkable value (Staffordshire, March 2021).
"""

from peelian.areas.standards.models import ConductMatter
from peelian.engines.measures.declared import Example

MATTERS = (
    Example(
        says="Two complaints and one conduct matter; a finalised one counts like any other.",
        rows={
            ConductMatter: """
                kind           | state
                Complaint      | Recorded
                Complaint      | Finalised
                Conduct matter | Recorded
                """
        },
        by=("kind",),
        shows="Complaint: 2\nConduct matter: 1",
    ),
)
