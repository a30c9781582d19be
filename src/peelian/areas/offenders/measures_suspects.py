"""Measures of suspects: how many are outstanding, and how many were dealt with (OFF-01, OFF-05)."""

from ibis import _

from peelian.areas.offenders import examples_figures as worked
from peelian.areas.offenders.dimensions import BAND, FORCE, OFFICER, STATE, UNIT
from peelian.areas.offenders.words import (
    AS_LOADED,
    FIRST,
    OWN_PRACTICE,
    OWNER,
    PERSON,
    REVIEW_BY,
    SENSITIVE,
)
from peelian.engines.measures.kinds import Count, Share
from peelian.spine.suspect import OUTSTANDING, Suspect

outstanding = Count(
    key="offenders.outstanding",
    title="Outstanding suspects",
    short="Outstanding suspects",
    asks="How many suspects are outstanding?",
    words="suspects were outstanding",
    definition=(
        "Suspects who on the day of the extract are not located, not arrested, wanted, recalled or "
        "failed to answer bail, by the month in which they were named."
    ),
    why="Until somebody holds the whole list, nobody knows who is still dangerous and free.",
    of=Suspect,
    dated_by="month",
    counting=_.state.isin(OUTSTANDING),
    by=(UNIT, BAND, STATE, OFFICER, FORCE),
    better="lower",
    counts="person",
    profile=PERSON,
    comparable=OWN_PRACTICE,
    cautions=(AS_LOADED,),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-01", "OFF-04"),
    versions=FIRST,
    examples=worked.OUTSTANDING,
)

dealt_with = Share(
    key="offenders.dealt_with",
    title="Suspects arrested or interviewed where appropriate",
    short="Arrested or interviewed",
    asks="How many named suspects were arrested or interviewed?",
    among_words="named suspects who were not eliminated",
    words="were arrested or interviewed under caution",
    definition=(
        "Of the suspects named in the period and not eliminated since, those who were arrested or "
        "interviewed under caution by the day of the extract."
    ),
    why="Of 48 files that inspectors read, 18 named a suspect with whom nobody had dealt.",
    of=Suspect,
    dated_by="month",
    among=_.state != "Eliminated",
    counting=_.arrested_at.notnull() | _.interviewed_at.notnull(),
    by=(UNIT, BAND, OFFICER, FORCE),
    better="higher",
    counts="person",
    profile=PERSON,
    comparable=OWN_PRACTICE,
    cautions=(
        AS_LOADED,
        "Where neither was appropriate is a judgement on the file, which an audit makes.",
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-05",),
    versions=FIRST,
    examples=worked.DEALT_WITH,
)

abuse_explained = Share(
    key="offenders.abuse_arrest_or_reason",
    title="Domestic abuse suspects arrested, or with a reason why not",
    short="Arrest or reason",
    asks="How often is somebody arrested for domestic abuse, or the reason why not recorded?",
    among_words="named suspects of domestic abuse who were not eliminated",
    words="were arrested, or have a recorded reason why not",
    definition=(
        "Of the suspects of domestic abuse named in the period and not eliminated since, those who "
        "were arrested or for whom a reason for no arrest is recorded."
    ),
    why="Arrest is the default where there are grounds; silence is no reason.",
    of=Suspect,
    dated_by="month",
    among=_.domestic_abuse.fill_null(False) & (_.state != "Eliminated"),
    counting=_.arrested_at.notnull() | _.not_arrested_because.notnull(),
    by=(UNIT, BAND, OFFICER, FORCE),
    better="higher",
    counts="person",
    profile=SENSITIVE,
    comparable=OWN_PRACTICE,
    cautions=(AS_LOADED,),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-06",),
    versions=FIRST,
    examples=worked.ABUSE_EXPLAINED,
)

MEASURES = (outstanding, dealt_with, abuse_explained)
