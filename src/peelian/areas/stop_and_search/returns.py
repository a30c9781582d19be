"""What forces returned to the Home Office for whole years, before rows were published."""

from ibis import _

from peelian.areas.stop_and_search import return_examples as worked
from peelian.areas.stop_and_search.dimensions import (
    FORCE,
    REASON,
    RETURNED_ETHNICITY,
    RETURNED_GROUP,
    RETURNED_POWER,
)
from peelian.areas.stop_and_search.models import SearchReturn
from peelian.areas.stop_and_search.people import BY_OLD_GROUP_2011
from peelian.areas.stop_and_search.words import (
    CANNOT_SHOW,
    COMPARE_COUNTS,
    COMPARE_RATES,
    FIRST,
    ONE_BASE,
    OPEN_ROWS,
    OWNER,
    RESIDENTS_ONLY,
    REVIEW_BY,
    SELF_DEFINED_ONLY,
)
from peelian.engines.measures.kinds import Count, Rate

VEHICLE_ONLY = "Vehicle only"
NO_NUMBER = (
    "The source writes NA and never 0: a line without a number may be none or not returned. Such "
    "lines are the unknown."
)
BY_MONTH = "A year stands under its last month: March 2019 is the year to March 2019."

returned_searches = Count(
    key="stop_and_search.returned_searches",
    title="Stops and searches that forces returned to the Home Office",
    short="Searches returned",
    asks="How many stops and searches did forces return to the Home Office?",
    words="stops and searches were returned for the year",
    definition=(
        "The sum of searches in the yearly returns of forces, by power, reason and self-defined "
        "ethnicity, vehicles alone included."
    ),
    why="The only count by force that reaches back before 2015.",
    of=SearchReturn,
    dated_by="month",
    year_stands_in="03",
    counting=_.reason.notnull(),
    weight="searches",
    by=(FORCE, RETURNED_GROUP, RETURNED_ETHNICITY, RETURNED_POWER, REASON),
    better="neither",
    counts="event",
    profile=OPEN_ROWS,
    comparable=COMPARE_COUNTS,
    cautions=(
        BY_MONTH,
        NO_NUMBER,
        "Counted by other rules than the rows of data.police.uk: do not join the two series.",
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-12",),
    versions=FIRST,
    examples=worked.RETURNED_SEARCHES,
)

returned_rate_by_ethnicity = Rate(
    key="stop_and_search.returned_rate_by_ethnicity",
    title="Searches of people that forces returned, per 1,000 residents by ethnic group",
    short="Returned rate by ethnic group",
    asks="How many searches did forces return for every 1,000 residents of each ethnic group?",
    words="searches of people were returned for every 1,000 residents",
    definition=(
        "Searches in the yearly returns, vehicles alone left out, per 1,000 usual residents of the "
        "group at the Census 2011, in the groups of 2001 (Chinese under Other)."
    ),
    why="Carries the comparison between groups back to 2007 on one base.",
    of=SearchReturn,
    dated_by="month",
    year_stands_in="03",
    counting=_.ethnicity != VEHICLE_ONLY,
    weight="searches",
    per=BY_OLD_GROUP_2011,
    by=(FORCE, RETURNED_GROUP, RETURNED_POWER, REASON),
    better="neither",
    counts="event",
    profile=OPEN_ROWS,
    comparable=COMPARE_RATES,
    cautions=(
        BY_MONTH,
        NO_NUMBER,
        CANNOT_SHOW,
        SELF_DEFINED_ONLY,
        RESIDENTS_ONLY,
        ONE_BASE,
        "Forces corrected some returns later: rates published in 2019 differ for three forces.",
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-07",),
    versions=FIRST,
    examples=worked.RETURNED_RATE_BY_ETHNICITY,
)

MEASURES = (returned_searches, returned_rate_by_ethnicity)
