"""What every crime measure says of itself in the same words."""

from datetime import date

from peelian.engines.measures.declared import Comparable, Version
from peelian.engines.measures.kinds import Profile

OWNER = "Force crime and incident registrar"
REVIEW_BY = date(2027, 11, 1)
FIRST = (Version(1, date(2026, 11, 22), "First definition."),)

OPEN_ROWS: Profile = "exact"

COMPARE_CRIME = Comparable(
    allowed=True,
    reason=(
        "All forces record under the same counting rules, but how well they keep to them differs "
        "from force to force and over the years."
    ),
)
COMPARE_ASB = Comparable(
    allowed=False,
    reason="Forces differ in what they log as anti-social behaviour rather than as a crime.",
)
COMPARE_OUTCOMES = Comparable(
    allowed=False,
    reason=(
        "Forces publish outcomes at different speeds and of different completeness, so a lower "
        "share can be a slower file."
    ),
)

NOT_EVERY_CRIME = "Counts crimes that the police recorded, which is not every crime that happened."
ONE_FORCE_ELSEWHERE = (
    "A force's file holds a few rows whose place is in another force's area: the force is the one "
    "that recorded the crime, the place is where it happened."
)
DISTINCT_CRIMES = (
    "Counts each crime once in each group. A crime that stands in two months counts in both, so "
    "months can add up to more than the total."
)
