"""Measures of crime: how much is recorded, how often, and how much of it is charged.

Every definition is a question over street and outcomes files of data.police.uk.
"""

from ibis import _

from peelian.areas.crime import examples as worked
from peelian.areas.crime import recorded_examples as worked_counts
from peelian.areas.crime.dimensions import DECILE, EVERY_WAY, FORCE, OUTCOME_TYPE, PLACES, TYPE
from peelian.areas.crime.views import (
    CHARGE_WINDOW_MONTHS,
    CRIMES_AND_CHARGES,
    CRIMES_AND_OUTCOMES,
    CRIMES_CHARGED_SOON,
)
from peelian.areas.crime.words import (
    COMPARE_ASB,
    COMPARE_CRIME,
    COMPARE_OUTCOMES,
    DISTINCT_CRIMES,
    FIRST,
    NOT_EVERY_CRIME,
    ONE_FORCE_ELSEWHERE,
    OPEN_ROWS,
    OWNER,
    REVIEW_BY,
)
from peelian.engines.measures.declared import FollowUp
from peelian.engines.measures.kinds import Count, Rate, RateRatio, Share
from peelian.engines.measures.populations import RESIDENTS
from peelian.spine.crime import ANTI_SOCIAL_BEHAVIOUR, Crime
from peelian.spine.outcome import Outcome

IS_CRIME = _.crime_type != ANTI_SOCIAL_BEHAVIOUR
IS_ASB = _.crime_type == ANTI_SOCIAL_BEHAVIOUR
IS_OUTCOME = _.outcome_type.notnull()

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

charged_within_2_months = Share(
    key="crime.charged_within_2_months",
    title="Crimes that led to a charge within two months",
    short="Charged within two months",
    asks="How many crimes led to a charge within two months?",
    among_words="crimes recorded",
    words="led to a charge within two months",
    definition=(
        "Of the distinct crimes recorded in a month, those with a 'Suspect charged' outcome given "
        "in that month or in one of the two months after it."
    ),
    why="A charge is what most victims hope for; two months treats old and new crimes alike.",
    of=CRIMES_CHARGED_SOON,
    dated_by="month",
    among=IS_CRIME,
    counting=_.charged_within_2_months,
    distinct="crime_id",
    follow_up=FollowUp(of=Outcome, months=CHARGE_WINDOW_MONTHS, called="Outcomes"),
    by=EVERY_WAY,
    better="higher",
    counts="event",
    profile=OPEN_ROWS,
    comparable=COMPARE_OUTCOMES,
    cautions=(
        DISTINCT_CRIMES,
        "'Suspect charged as part of another case' is another outcome and is not counted.",
        "Months are calendar months: a crime of the 31st has a shorter first month than one of "
        "the 1st.",
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("INV-17",),
    versions=FIRST,
    examples=worked.CHARGED_WITHIN_2_MONTHS,
)

charged_share = Share(
    key="crime.charged_share",
    title="Crimes charged so far",
    short="Charged so far",
    asks="How many of the crimes recorded have led to a charge so far?",
    among_words="crimes recorded",
    words="have led to a charge so far",
    definition=(
        "Of the distinct crimes recorded in a month, those with a 'Suspect charged' outcome in any "
        "outcomes file loaded."
    ),
    why="Says how far one month's crimes have come. It cannot say whether months differ.",
    of=CRIMES_AND_CHARGES,
    dated_by="month",
    among=IS_CRIME,
    counting=_.charged,
    distinct="crime_id",
    follow_up=FollowUp(of=Outcome, months=None, called="Outcomes"),
    by=EVERY_WAY,
    better="higher",
    counts="event",
    profile=OPEN_ROWS,
    comparable=COMPARE_OUTCOMES,
    cautions=(
        DISTINCT_CRIMES,
        "Later months have had less time, so this is never shown as a trend: see crimes charged "
        "within two months.",
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("INV-17",),
    versions=FIRST,
    examples=worked.CHARGED_SHARE,
)

any_outcome_share = Share(
    key="crime.any_outcome_share",
    title="Crimes given any outcome so far",
    short="Any outcome so far",
    asks="How many of the crimes recorded have been given any outcome so far?",
    among_words="crimes recorded",
    words="have been given an outcome so far",
    definition=(
        "Of the distinct crimes recorded in a month, those with an outcome of any kind in any "
        "outcomes file loaded."
    ),
    why="Says how many victims still wait to hear. Closing a case fast is not good in itself.",
    of=CRIMES_AND_OUTCOMES,
    dated_by="month",
    among=IS_CRIME,
    counting=_.has_outcome,
    distinct="crime_id",
    follow_up=FollowUp(of=Outcome, months=None, called="Outcomes"),
    by=EVERY_WAY,
    better="neither",
    counts="event",
    profile=OPEN_ROWS,
    comparable=COMPARE_OUTCOMES,
    cautions=(DISTINCT_CRIMES, "Later months have had less time: this is never shown as a trend."),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("INV-17",),
    versions=FIRST,
    examples=worked.ANY_OUTCOME_SHARE,
)

outcomes = Count(
    key="crime.outcomes",
    title="Crimes given an outcome",
    short="Outcomes given",
    asks="How many crimes were given an outcome, and which?",
    words="crimes were given an outcome",
    definition=(
        "Distinct crimes in the outcomes files of the period, by the month in which the outcome "
        "was given, whenever the crime was recorded."
    ),
    why="The work that investigators finish in a month, whenever it began.",
    of=Outcome,
    dated_by="month",
    counting=IS_OUTCOME,
    distinct="crime_id",
    by=(FORCE, OUTCOME_TYPE, *PLACES),
    better="neither",
    counts="event",
    profile=OPEN_ROWS,
    comparable=COMPARE_OUTCOMES,
    cautions=(
        "Files repeat the same outcome row many times: crimes are counted, not rows.",
        "A crime with two outcomes counts under both, so outcomes can add up to more than the "
        "total.",
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("INV-17",),
    versions=FIRST,
    examples=worked.OUTCOMES,
)

MEASURES = (
    recorded,
    asb,
    rate,
    asb_rate,
    deprivation_ratio,
    charged_within_2_months,
    charged_share,
    any_outcome_share,
    outcomes,
)
