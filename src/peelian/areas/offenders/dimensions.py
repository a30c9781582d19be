"""The ways in which figures about offenders are broken down. Units are each force's own words."""

from peelian.areas.offenders.bail import CASES, ENDINGS
from peelian.areas.offenders.breach import BREACHES
from peelian.areas.offenders.managed import LEVELS
from peelian.engines.measures.declared import Dimension
from peelian.spine.suspect import BANDS, STATES

FORCE = Dimension("force", "Police force", field="force_id")
UNIT = Dimension("unit", "Unit that holds it", field="unit_ref", unknown="no unit recorded")
OFFICER = Dimension("officer", "Who answers for it", field="officer_ref", unknown="nobody named")
BAND = Dimension("band", "Band of danger", field="risk_band", codes=BANDS, unknown="in no band")
STATE = Dimension("state", "State when loaded", field="state", codes=STATES)
CASE = Dimension("case", "Kind of case", field="case_kind", codes=CASES)
ENDING = Dimension("ending", "How it ended", field="how_ended", codes=ENDINGS, unknown="not ended")
LEVEL = Dimension("level", "Level by the plan", field="level", codes=LEVELS)
BREACH = Dimension("breach", "Requirement that was breached", field="what", codes=BREACHES)
