"""The inspectorate's two counts of THRIVE, recomputed from rows."""

from collections.abc import Mapping
from typing import Final

from peelian.areas.contact.audit_questions import MEANINGFUL, USED
from peelian.engines.audits.measuring_examples import table
from peelian.engines.audits.models import Finding
from peelian.engines.measures.declared import Example
from peelian.records.drawn import CHOSEN

LATER: Final = "contact.thrive_quality"

EXAMPLES: Final[Mapping[str, tuple[Example, ...]]] = {
    USED: (
        Example(
            says="Inspectors chose the files: 87 of 88 used THRIVE. It describes these files, and "
            "one file short of all is not always.",
            rows={Finding: table(LATER, USED, {"yes": 87, "no": 1}, design=CHOSEN)},
            shows="87 of 88, 99%",
        ),
    ),
    MEANINGFUL: (
        Example(
            says="The second question is asked only where the first was answered yes: 84 of 87.",
            rows={
                Finding: table(
                    LATER,
                    MEANINGFUL,
                    {"yes": 84, "no": 3, "not-applicable": 1},
                    design=CHOSEN,
                )
            },
            shows="84 of 87, 97%",
        ),
    ),
}
