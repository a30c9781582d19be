"""Measures of bail and release under investigation, and of what became of bail (OFF-28, OFF-30)."""

from ibis import _

from peelian.areas.offenders import examples_figures as worked
from peelian.areas.offenders.bail import EXTENDED, LAPSED, UNDER_INVESTIGATION, Bail
from peelian.areas.offenders.dimensions import BAND, CASE, ENDING, FORCE, OFFICER, UNIT
from peelian.areas.offenders.words import (
    AS_LOADED,
    FIRST,
    OWN_PRACTICE,
    OWNER,
    PERSON,
    REVIEW_BY,
)
from peelian.engines.measures.kinds import Count, Share
from peelian.spine.suspect import Suspect

# A period that was extended did not end: its next row goes on.
ENDED = _.how_ended.notnull() & (_.how_ended != EXTENDED)
RELEASED = _.state.isin(["On bail", "Under investigation"])

bailed = Count(
    key="offenders.bailed",
    title="Suspects bailed before charge",
    short="Bailed",
    asks="How many suspects are bailed before charge?",
    words="suspects were bailed before charge",
    definition="First periods of bail by the month in which they were authorised.",
    why="A force that cannot count its bail cannot see whether it protects anybody.",
    of=Bail,
    dated_by="month",
    counting=_.period == 1,
    by=(UNIT, CASE, ENDING, BAND, OFFICER, FORCE),
    better="neither",
    counts="event",
    profile=PERSON,
    comparable=OWN_PRACTICE,
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-28",),
    versions=FIRST,
    examples=worked.BAILED,
)

on_bail = Share(
    key="offenders.on_bail",
    title="Released suspects who are on bail, not under investigation",
    short="On bail",
    asks="Of suspects who wait for a decision, how many are on bail?",
    among_words="suspects who are on bail or under investigation",
    words="are on bail",
    definition=(
        "Of the suspects named in the period who on the day of the extract are on bail or under "
        "investigation, those on bail. One to each other under investigation is one half."
    ),
    why="Bail has an end and can protect; release under investigation has neither.",
    of=Suspect,
    dated_by="month",
    among=RELEASED,
    counting=_.state == "On bail",
    by=(UNIT, BAND, OFFICER, FORCE),
    better="neither",
    counts="person",
    profile=PERSON,
    comparable=OWN_PRACTICE,
    cautions=(AS_LOADED,),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-28",),
    versions=FIRST,
    examples=worked.ON_BAIL,
)


def _ended(key: str, title: str, short: str, words: str, why: str, how: str) -> Share:
    """Of the bail that ended, the share that ended in one way."""
    return Share(
        key=key,
        title=title,
        short=short,
        asks=f"How much bail {words}?",
        among_words="periods of bail that have ended",
        words=words,
        definition=(
            "Of the periods of bail authorised in the period that have ended without being "
            f"extended, those that {words}."
        ),
        why=why,
        of=Bail,
        dated_by="month",
        among=ENDED,
        counting=_.how_ended == how,
        by=(UNIT, CASE, BAND, OFFICER, FORCE),
        better="lower",
        counts="event",
        profile=PERSON,
        comparable=OWN_PRACTICE,
        owner=OWNER,
        review_by=REVIEW_BY,
        ledger=("OFF-28", "OFF-30"),
        versions=FIRST,
        examples=worked.ENDED[how],
    )


lapsed = _ended(
    "offenders.bail_lapsed",
    "Bail that lapsed without a decision",
    "Lapsed",
    "lapsed without a decision",
    "Bail that lapses leaves a victim without conditions that nobody decided to lift.",
    LAPSED,
)
became_rui = _ended(
    "offenders.bail_to_rui",
    "Bail that became release under investigation",
    "Bail to RUI",
    "became a release under investigation",
    "Each is a decision that takes a limit and conditions away.",
    UNDER_INVESTIGATION,
)

rui_decided = Share(
    key="offenders.rui_decided",
    title="Releases under investigation with a named decision and a reason",
    short="RUI with a reason",
    asks="How many releases under investigation did somebody decide, with a reason?",
    among_words="suspects released under investigation",
    words="have a named decision and a reason",
    definition=(
        "Of the suspects named in the period who were released under investigation, those for "
        "whom the record names who decided that and why bail is not necessary."
    ),
    why="Released under investigation by neglect is bail that nobody looked at.",
    of=Suspect,
    dated_by="month",
    among=_.under_investigation_at.notnull(),
    counting=_.under_investigation_by.notnull() & _.under_investigation_because.notnull(),
    by=(UNIT, BAND, OFFICER, FORCE),
    better="higher",
    counts="person",
    profile=PERSON,
    comparable=OWN_PRACTICE,
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("OFF-28", "OFF-30"),
    versions=FIRST,
    examples=worked.RUI_DECIDED,
)

MEASURES = (bailed, on_bail, lapsed, became_rui, rui_decided)
