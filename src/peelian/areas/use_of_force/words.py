"""What every measure, procedure and duty of use of force says of itself in the same words."""

from datetime import date
from typing import Final

from peelian.engines.measures.declared import Comparable, Version
from peelian.engines.measures.kinds import Profile

OWNER: Final = "Use of force lead"
REVIEW_BY: Final = date(2027, 11, 1)
FIRST_DAY: Final = date(2026, 11, 22)
FIRST: Final = (Version(1, FIRST_DAY, "First definition."),)
# Forms are events, and a force's own rows stay behind the public door.
EVENTS: Final[Profile] = "exact"
OWN_PRACTICE: Final = Comparable(
    allowed=False,
    reason="Forces differ in how completely officers fill in forms, and some count tactics.",
)
FORMS_ARE_NOT_INCIDENTS: Final = (
    "Forms are not incidents and not people: each officer writes one for each person, so an "
    "incident with three officers and two people can bring six."
)
DOUBTFUL: Final = (
    "Forms that nobody wrote are not counted. Hold them against arrests, custody records and "
    "body-worn video before a change is read as one in force used."
)
