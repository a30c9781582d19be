"""Measures of managed people: cases for each manager, breaches recorded (OFF-12, OFF-13)."""

from ibis import _

from peelian.areas.offenders import examples_figures as worked
from peelian.areas.offenders.breach import NotificationBreach
from peelian.areas.offenders.dimensions import BREACH, FORCE, LEVEL, OFFICER, UNIT
from peelian.areas.offenders.managed import ManagedPerson
from peelian.areas.offenders.words import FIRST, OWN_PRACTICE, OWNER, REVIEW_BY, SENSITIVE
from peelian.engines.measures.kinds import Count, Share

managed = Count(
    key="offenders.managed",
    title="Managed people",
    short="Managed people",
    asks="How many people does each manager hold?",
    words="people were managed",
    definition=(
        "People under management on the day of the extract, by the month in which that began. "
        "Broken down by officer it is the cases that each manager holds."
    ),
    why="A manager with too many cases visits late, and nobody sees it until something happens.",
    of=ManagedPerson,
    dated_by="month",
    counting=_.ended_at.isnull(),
    distinct="plan_ref",
    by=(OFFICER, UNIT, LEVEL, FORCE),
    better="neither",
    counts="person",
    profile=SENSITIVE,
    comparable=OWN_PRACTICE,
    cautions=(
        "Ask for the whole time: a month counts those whose management began in it.",
        "Cases weigh differently: look at the level beside the number.",
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-07", "OFF-13"),
    versions=FIRST,
    examples=worked.MANAGED,
)

breaches_recorded = Share(
    key="offenders.breaches_recorded",
    title="Breaches of notification recorded as crimes",
    short="Breaches recorded",
    asks="How many breaches of notification are recorded as crimes?",
    among_words="breaches of notification",
    words="were recorded as crimes",
    definition=(
        "Of the breaches found in the period, those with the reference of a crime and the time at "
        "which it was recorded. Whether that was within 24 hours is a figure of the duty."
    ),
    why="Small breaches that are not recorded hide the pattern that they make.",
    of=NotificationBreach,
    dated_by="month",
    among=_.what.notnull(),
    counting=_.crime_ref.notnull() & _.crime_recorded_at.notnull(),
    by=(UNIT, BREACH, OFFICER, FORCE),
    better="higher",
    counts="event",
    profile=SENSITIVE,
    comparable=OWN_PRACTICE,
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-12",),
    versions=FIRST,
    examples=worked.BREACHES_RECORDED,
)

MEASURES = (managed, breaches_recorded)
