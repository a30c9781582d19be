"""What the measures of response say of themselves in the same words."""

from datetime import date

from peelian.engines.measures.declared import Comparable, Stated, Version
from peelian.engines.measures.kinds import Profile

OWNER = "Head of response"
REVIEW_BY = date(2027, 11, 1)
FIRST = (Version(1, date(2026, 11, 22), "First definition."),)

# Incidents are events, and over openly published (in practice invented) rows they are shown
# exactly. A force's own rows stay behind the public door; before any of these measures is released
# over such rows, the breakdown by domestic abuse needs the profile "sensitive".
EVENTS: Profile = "exact"

OWN_GRADES = Comparable(
    allowed=False,
    reason=(
        "Forces name and choose their own grades and limits, and their clocks start and stop at "
        "different moments."
    ),
)

DAY_MINUTES = 24 * 60
SOON_MINUTES = 4 * 60
LATE_MINUTES = 7 * DAY_MINUTES

CLOCK = (
    "The clock runs from the creation of the incident to the first resource at the scene, in whole "
    "minutes. A missing arrival is not known and never zero."
)
LIMITS = (
    "Limits are the force's own, dated and with their source, and are never filled in: where none "
    "is loaded for the grade and day, it is not known whether it was passed."
)
REGRADED = (
    "The limit is that of the grade at arrival or closure. An incident that was downgraded is "
    "held against its first grade in a measure of its own."
)
NO_TARGET = (
    "A cut point that the inspection report uses for grade 2, not a limit of any force: the report "
    "prints no target."
)

PEEL_DOMESTIC_ABUSE = Stated(
    who="The inspection report on Staffordshire Police (HMICFRS, PEEL 2023–25)",
    of="grade 2 incidents related to domestic abuse",
    mean=22,
    tail=0.41,
    beyond=7 * 24,
    unit="hours",
    authority=(
        "Protecting vulnerable people, section on the response to domestic abuse; the report does "
        "not say which average it is, nor over which period"
    ),
)
