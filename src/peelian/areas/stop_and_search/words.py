"""What every stop and search measure says of itself in the same words."""

from datetime import date

from peelian.engines.measures.declared import Comparable, UnknownLimit, Version
from peelian.engines.measures.kinds import Profile

OWNER = "Stop and search lead"
REVIEW_BY = date(2027, 11, 1)
FIRST = (Version(1, date(2026, 11, 22), "First definition."),)

OPEN_ROWS: Profile = "exact"

# A setting of ours, to be changed by whoever answers for the figures; nobody has laid one down.
MOST_UNKNOWN = UnknownLimit(
    share=0.2, authority="Peelian default, not a force's or inspectorate's threshold"
)

COMPARE_COUNTS = Comparable(
    allowed=False, reason="Forces differ in size: compare searches for every 1,000 residents."
)
COMPARE_RATES = Comparable(
    allowed=True,
    reason=(
        "All forces record searches under the same code of practice, but residents are not all "
        "whom a force meets, and what is searched for differs from place to place."
    ),
)
COMPARE_LINKS = Comparable(
    allowed=False,
    reason=(
        "Forces record the link between outcome and object unlike each other: some leave it blank "
        "where nothing was found, some never say yes, some say yes of searches that ended in no "
        "further action. A higher share can be a habit of recording."
    ),
)
COMPARE_ACTIONS = Comparable(
    allowed=True,
    reason=(
        "The outcomes are one list for all forces, but some leave the outcome blank where nothing "
        "was found, and forces differ in how they deal with small amounts of cannabis."
    ),
)
COMPARE_RECORDING = Comparable(
    allowed=True, reason="What is left blank is counted in the same way for every force."
)
COMPARE_CLOTHING = Comparable(
    allowed=False,
    reason="Some forces leave this blank where the answer is no, others where they do not know.",
)

IDENTICAL_ROWS = (
    "Times are rounded to minutes and searches of a group share a map point, so rows that look "
    "alike are all counted."
)
ALL_POWERS = (
    "Counts searches on every power, those that need no suspicion among them: choose by kind of "
    "power."
)
POINTS_OF_CRIMES = (
    "A search is placed by its map point, through crimes loaded that stand at the same point; "
    "those without one count as place not recorded, so figures of places are too low."
)
NOT_STRIP_SEARCH = (
    "More than a coat, jacket or gloves came off. It is no count of searches that exposed intimate "
    "parts of the body, which these files do not tell."
)
CANNOT_SHOW = (
    "A ratio near 1 does not prove that searches are fair, and one above 1 does not prove bias: it "
    "says nothing of grounds, of who was there to be met, or of what was known to the officer."
)
SELF_DEFINED_ONLY = (
    "Ethnicity is what the person said. Where it was not stated, the ethnicity that the officer "
    "saw is not put in its place."
)
ONE_BASE = (
    "Every year is held against the residents of one Census. Figures published on another base "
    "differ, and no trend can be drawn across bases."
)
RESIDENTS_ONLY = (
    "Residents are not all who can be met: visitors, students and shoppers are left out, and the "
    "number for a whole force hides its places."
)
NO_AGES = "Groups differ in age, and the residents are not split by it."
