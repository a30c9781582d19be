"""The ways in which investigations are broken down. Units are each force's own words."""

from peelian.areas.investigation.models import STATES
from peelian.areas.investigation.outcome_codes import OUTCOME_CODES
from peelian.engines.measures.declared import Dimension

FORCE = Dimension("force", "Police force", field="force_id")
UNIT = Dimension("unit", "Unit that holds it", field="unit_ref", unknown="no unit recorded")
OFFENCE = Dimension("offence", "Offence", field="offence")
STATE = Dimension("state", "State when loaded", field="state", codes=STATES)
OUTCOME = Dimension(
    "outcome",
    "Outcome type",
    field="outcome_code",
    codes=OUTCOME_CODES,
    unknown="not closed with an outcome",
)
