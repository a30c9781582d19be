"""What the measures of contact say of themselves in the same words."""

from datetime import date

from peelian.engines.measures.declared import Comparable, Standard, Version
from peelian.engines.measures.kinds import Profile

OWNER = "Head of contact management"
REVIEW_BY = date(2027, 11, 1)
FIRST = (Version(1, date(2026, 11, 22), "First definition."),)

# Calls are counted as events of a whole force, by line and time: no cell is about a caller.
# Rows that nobody publishes stay behind the public door whatever the profile.
EVENTS: Profile = "exact"

WITHIN_SECONDS = 10
LONG_SECONDS = 60
# "Abandoned" has no one meaning: each measure states the least wait from which it counts.
LEAST_WAIT = 0
LEAST_WAIT_LATER = 60

AIM_999 = Standard(
    value=0.90,
    authority=(
        "National Contact Management Strategy, as HMICFRS quotes it for England and Wales in PEEL "
        "2023–25: Staffordshire, Responding to the public. An aim for forces, not law"
    ),
    binding=False,
)

SAME_CLOCK = Comparable(
    allowed=True,
    reason=(
        "The carrier times every force's 999 calls by one clock, from the moment its operator "
        "passes the call on."
    ),
)
OWN_CLOCK = Comparable(
    allowed=False,
    reason=(
        "Each force's clock starts when a call enters its own telephony, which is later than the "
        "carrier's and differs from system to system."
    ),
)
OWN_QUEUE = Comparable(
    allowed=False,
    reason=(
        "Forces differ in whether a switchboard or a recorded message comes first and in the wait "
        "from which a caller counts as having given up."
    ),
)
ALL_999 = Comparable(
    allowed=True,
    reason=(
        "Every force's 999 calls come through the carrier, but calls made by accident and passed "
        "to another force are counted where they were presented."
    ),
)
OWN_CHANNELS = Comparable(
    allowed=False, reason="Forces offer different channels and do not all log each contact."
)

AIM_IN_WORDS = (
    f"The national aim is {AIM_999.value:.0%} within {WITHIN_SECONDS} seconds: an aim and not law "
    "(National Contact Management Strategy, as quoted in the inspection report PEEL 2023–25: "
    "Staffordshire)."
)
ABANDONED_STAY = (
    "A 999 call that was given up before an answer stays among the calls presented and counts as "
    "not answered in time. This is a choice of the definition: leaving such calls out would give "
    "a higher share."
)
NOT_A_MISS = (
    "A call that was not given up and has no time on this clock is not known: it is shown beside "
    "the share and stands in neither number."
)
ONE_ROW = "A call that passed through two queues is one row, under the queue in which it ended."
