"""How much crime and anti-social behaviour is recorded, and for how many residents."""

from peelian.areas.crime import recorded_examples as worked_counts
from peelian.areas.crime.conditions import IS_ASB, IS_CRIME
from peelian.areas.crime.dimensions import DECILE, EVERY_WAY, FORCE, PLACES, TYPE
from peelian.areas.crime.words import (
    COMPARE_ASB,
    COMPARE_CRIME,
    FIRST,
    NOT_EVERY_CRIME,
    ONE_FORCE_ELSEWHERE,
    OPEN_ROWS,
    OWNER,
    REVIEW_BY,
)
from peelian.engines.measures.kinds import Count, Rate, RateRatio
from peelian.engines.measures.populations import RESIDENTS
from peelian.spine.crime import Crime

recorded = Count(
    key="crime.recorded",
    title="Crimes recorded",
    short="Crimes recorded",
    asks="How many crimes were recorded?",
    words="crimes were recorded",
    definition="Rows of street files whose crime type is not anti-social behaviour.",
    why="The demand on a force, and what residents mean by how much crime there is.",
    of=Crime,
    dated_by="month",
    counting=IS_CRIME,
    by=EVERY_WAY,
    better="neither",
    counts="event",
    profile=OPEN_ROWS,
    comparable=COMPARE_CRIME,
    cautions=(NOT_EVERY_CRIME, ONE_FORCE_ELSEWHERE),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("INS-14",),
    versions=FIRST,
    examples=worked_counts.RECORDED,
)

asb = Count(
    key="crime.asb",
    title="Anti-social behaviour incidents",
    short="Anti-social behaviour",
    asks="How many incidents of anti-social behaviour were recorded?",
    words="incidents of anti-social behaviour were recorded",
    definition="Rows of street files whose crime type is anti-social behaviour.",
    why="What residents most often ask neighbourhood teams to deal with.",
    of=Crime,
    dated_by="month",
    counting=IS_ASB,
    by=(FORCE, *PLACES),
    better="neither",
    counts="event",
    profile=OPEN_ROWS,
    comparable=COMPARE_ASB,
    cautions=(
        "Rows carry no identifier and share map points, so rows that look alike are all counted.",
        ONE_FORCE_ELSEWHERE,
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("INS-14",),
    versions=FIRST,
    examples=worked_counts.ASB,
)

rate = Rate(
    key="crime.rate",
    title="Crimes recorded per 1,000 residents",
    short="Crime rate",
    asks="How many crimes were recorded for every 1,000 residents?",
    words="crimes were recorded for every 1,000 residents",
    definition=(
        "Rows of street files whose crime type is not anti-social behaviour, per 1,000 usual "
        "residents at mid-2020, for the whole period shown and not made annual."
    ),
    why="Lets places of different size be set side by side.",
    of=Crime,
    dated_by="month",
    counting=IS_CRIME,
    per=RESIDENTS,
    by=EVERY_WAY,
    better="lower",
    counts="event",
    profile=OPEN_ROWS,
    comparable=COMPARE_CRIME,
    cautions=(
        NOT_EVERY_CRIME,
        "Residents are not all who are there: town centres and the City of London look worse.",
        ONE_FORCE_ELSEWHERE,
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("INS-14",),
    versions=FIRST,
    examples=worked_counts.RATE,
)

asb_rate = Rate(
    key="crime.asb_rate",
    title="Anti-social behaviour incidents per 1,000 residents",
    short="Anti-social behaviour rate",
    asks="How many incidents of anti-social behaviour for every 1,000 residents?",
    words="incidents of anti-social behaviour were recorded for every 1,000 residents",
    definition=(
        "Rows of street files whose crime type is anti-social behaviour, per 1,000 usual residents "
        "at mid-2020, for the whole period shown and not made annual."
    ),
    why="Lets neighbourhoods of different size be set side by side within one force.",
    of=Crime,
    dated_by="month",
    counting=IS_ASB,
    per=RESIDENTS,
    by=(FORCE, *PLACES),
    better="lower",
    counts="event",
    profile=OPEN_ROWS,
    comparable=COMPARE_ASB,
    cautions=("Residents are not all who are there: town centres look worse.",),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("INS-14",),
    versions=FIRST,
    examples=worked_counts.ASB_RATE,
)

deprivation_ratio = RateRatio(
    key="crime.deprivation_ratio",
    title="Crime in the most deprived tenth of areas against the least deprived",
    short="Crime and deprivation",
    asks="How much more crime is recorded in the most deprived areas than in the least?",
    words="times as many crimes per resident in the most deprived tenth as in the least",
    definition=(
        "The rate of crimes in areas of the most deprived tenth in England (decile 1 of the 2019 "
        "indices) divided by the rate in areas of the least deprived tenth (decile 10)."
    ),
    why="Shows on whom crime weighs most, which a single rate for a force hides.",
    of=Crime,
    dated_by="month",
    counting=IS_CRIME,
    per=RESIDENTS,
    group=DECILE,
    compared=("1", "10"),
    by=(FORCE, TYPE),
    better="lower",
    counts="event",
    profile=OPEN_ROWS,
    comparable=COMPARE_CRIME,
    cautions=(
        "Tenths are of all areas in England, so a force may have few residents in one of them.",
        "Wales has an index of its own and is left out.",
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("INS-14",),
    versions=FIRST,
    examples=worked_counts.DEPRIVATION_RATIO,
)
