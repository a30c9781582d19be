"""The ways in which incidents are broken down. Grades are each force's own words."""

from peelian.engines.measures.declared import Dimension
from peelian.records.codes import CodeList

# Short enough for the engine to hold in place: longer words make grouping half as slow again.
FLAGGED = "Flagged"
NOT_FLAGGED = "Not flagged"
FLAGS = CodeList(
    name="flags of domestic abuse",
    authority="The flag of the force's command and control system",
    codes=(FLAGGED, NOT_FLAGGED),
)

FORCE = Dimension("force", "Police force", field="force_id")
GRADE = Dimension("grade", "Grade at arrival or closure", field="grade")
FIRST_GRADE = Dimension("first_grade", "Grade when created", field="first_grade")
ABUSE = Dimension("domestic_abuse", "Domestic abuse flag", field="abuse_flag", codes=FLAGS)
HOUR = Dimension("hour", "Hour of the day", field="hour", unknown="time not recorded")
WEEKDAY = Dimension(
    "weekday", "Day of the week (1 is Monday)", field="weekday", unknown="time not recorded"
)

EVERY_WAY = (GRADE, ABUSE, FIRST_GRADE, FORCE, HOUR, WEEKDAY)
