"""Measures of crime: how much is recorded, how often, and how much of it is charged.

Every definition is a question over street and outcomes files of data.police.uk.
"""

from ibis import _

from peelian.areas.crime import examples as worked
from peelian.areas.crime.conditions import IS_CRIME
from peelian.areas.crime.dimensions import EVERY_WAY, FORCE, OUTCOME_TYPE, PLACES
from peelian.areas.crime.recorded import asb, asb_rate, deprivation_ratio, rate, recorded
from peelian.areas.crime.views import (
    CHARGE_WINDOW_MONTHS,
    CRIMES_AND_CHARGES,
    CRIMES_AND_OUTCOMES,
    CRIMES_CHARGED_SOON,
)
from peelian.areas.crime.words import (
    COMPARE_OUTCOMES,
    DISTINCT_CRIMES,
    FIRST,
    OPEN_ROWS,
    OWNER,
    REVIEW_BY,
)
from peelian.engines.measures.declared import FollowUp
from peelian.engines.measures.kinds import Count, Share
from peelian.spine.outcome import Outcome

IS_OUTCOME = _.outcome_type.notnull()

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
