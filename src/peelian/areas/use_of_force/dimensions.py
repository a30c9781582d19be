"""The ways in which use of force forms are broken down."""

from peelian.areas.use_of_force.codes import (
    AGES,
    ETHNICITIES,
    GENDERS,
    LOCATIONS,
    OUTCOMES,
    REASONS,
    TACTICS,
)
from peelian.engines.measures.declared import Dimension

FORCE = Dimension("force", "Police force", field="force_id")
UNIT = Dimension("unit", "Unit of the officer", field="unit_ref", unknown="no unit recorded")
FIRST_TACTIC = Dimension("first_tactic", "First tactic used", field="tactic_1", codes=TACTICS)
REASON = Dimension("reason", "Main reason", field="reason", codes=REASONS)
LOCATION = Dimension("location", "Kind of place", field="location", codes=LOCATIONS)
OUTCOME = Dimension("outcome", "What became of the person", field="outcome", codes=OUTCOMES)
SEEN_ETHNICITY = Dimension(
    "seen_ethnicity",
    "Ethnicity as seen by whoever used force",
    field="seen_ethnicity",
    codes=ETHNICITIES,
)
SEEN_AGE = Dimension("seen_age", "Age as the officer saw it", field="seen_age", codes=AGES)
SEEN_GENDER = Dimension(
    "seen_gender", "Gender as the officer saw it", field="seen_gender", codes=GENDERS
)

WHOM = (SEEN_AGE, SEEN_GENDER, SEEN_ETHNICITY)
CIRCUMSTANCES = (UNIT, REASON, LOCATION, OUTCOME, FORCE)
EVERY_WAY = (FIRST_TACTIC, *CIRCUMSTANCES, *WHOM)
