"""Whom searches fall on: rates of ethnic groups, one against another, and what is not stated."""

from ibis import _

from peelian.areas.stop_and_search import fairness_examples as worked
from peelian.areas.stop_and_search.dimensions import (
    AGE,
    CIRCUMSTANCES,
    DISTRICT,
    ETHNIC_GROUP,
    GENDER,
    OUTCOME,
    PLACES,
    SEEN_ETHNICITY,
)
from peelian.areas.stop_and_search.finds import IS_PERSON, linked_find_rate
from peelian.areas.stop_and_search.models import StopSearch
from peelian.areas.stop_and_search.people import BY_GROUP_2021
from peelian.areas.stop_and_search.words import (
    ALL_POWERS,
    CANNOT_SHOW,
    COMPARE_RATES,
    COMPARE_RECORDING,
    FIRST,
    IDENTICAL_ROWS,
    MOST_UNKNOWN,
    NO_AGES,
    ONE_BASE,
    OPEN_ROWS,
    OWNER,
    POINTS_OF_CRIMES,
    RESIDENTS_ONLY,
    REVIEW_BY,
    SELF_DEFINED_ONLY,
)
from peelian.engines.measures.kinds import Rate, RateRatio, Share

ethnicity_not_stated = Share(
    key="stop_and_search.ethnicity_not_stated",
    title="Searches of people whose ethnicity is not stated",
    short="Ethnicity not stated",
    asks="How often is the ethnicity of the person searched not stated?",
    among_words="searches of people",
    words="do not say the person's own ethnicity",
    definition=(
        "Of searches of persons, those whose self-defined ethnicity is blank or 'Not stated'. The "
        "ethnicity that the officer saw is not put in its place."
    ),
    why="Where it is large, nothing can be said of whom searches fall on.",
    of=StopSearch,
    dated_by="month",
    among=IS_PERSON,
    counting=_.ethnic_group.isnull(),
    by=(*CIRCUMSTANCES, AGE, GENDER, SEEN_ETHNICITY, OUTCOME, *PLACES),
    better="lower",
    counts="event",
    profile=OPEN_ROWS,
    comparable=COMPARE_RECORDING,
    cautions=("A person may refuse to say: no force can reach nought.", POINTS_OF_CRIMES),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-07",),
    versions=FIRST,
    examples=worked.ETHNICITY_NOT_STATED,
)

ethnicity_rate = Rate(
    key="stop_and_search.ethnicity_rate",
    title="Searches of people per 1,000 residents, by ethnic group",
    short="Search rate by ethnic group",
    asks="How many searches for every 1,000 residents of each ethnic group?",
    words="searches of people were made for every 1,000 residents",
    definition=(
        "Searches of persons (alone or with a vehicle) of each self-defined ethnic group per 1,000 "
        "usual residents of that group at the Census 2021, for the whole period shown and not made "
        "annual. Those not stated are in no group."
    ),
    why="Trust in the police rests on how a power falls on different people.",
    of=StopSearch,
    dated_by="month",
    counting=IS_PERSON,
    per=BY_GROUP_2021,
    by=(*CIRCUMSTANCES, ETHNIC_GROUP, DISTRICT),
    better="neither",
    counts="event",
    profile=OPEN_ROWS,
    comparable=COMPARE_RATES,
    cautions=(
        CANNOT_SHOW,
        SELF_DEFINED_ONLY,
        RESIDENTS_ONLY,
        NO_AGES,
        ONE_BASE,
        ALL_POWERS,
        POINTS_OF_CRIMES,
        IDENTICAL_ROWS,
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-07", "POW-08", "POW-26"),
    versions=FIRST,
    examples=worked.ETHNICITY_RATE,
    beside=(ethnicity_not_stated, linked_find_rate),
)

black_white_ratio = RateRatio(
    key="stop_and_search.black_white_ratio",
    title="Searches of Black people per resident against those of White people",
    short="Black and White search rates",
    asks="How much more often are Black people searched than White people?",
    words="times as many searches per Black resident as per White resident",
    definition=(
        "Searches of persons whose self-defined ethnic group is Black per Black resident at the "
        "Census 2021, divided by the same for White. Those not stated are left out of both; the "
        "bounds show how far they could move it. Above a limit of them nothing is computed."
    ),
    why="The figure on which forces are asked to explain or reform; it explains nothing itself.",
    of=StopSearch,
    dated_by="month",
    counting=IS_PERSON,
    per=BY_GROUP_2021,
    group=ETHNIC_GROUP,
    compared=("Black", "White"),
    by=(*CIRCUMSTANCES, DISTRICT),
    better="neither",
    counts="event",
    profile=OPEN_ROWS,
    comparable=COMPARE_RATES,
    most_unknown=MOST_UNKNOWN,
    cautions=(
        CANNOT_SHOW,
        SELF_DEFINED_ONLY,
        RESIDENTS_ONLY,
        NO_AGES,
        ONE_BASE,
        ALL_POWERS,
        "The figure for all forces is moved by London: a force's own is the one to act on.",
        POINTS_OF_CRIMES,
        IDENTICAL_ROWS,
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-07", "POW-08", "POW-09", "POW-26"),
    versions=FIRST,
    examples=worked.BLACK_WHITE_RATIO,
    beside=(ethnicity_not_stated, linked_find_rate),
)

MEASURES = (ethnicity_rate, black_white_ratio, ethnicity_not_stated)
