"""Measures of investigation: what is opened, and whether somebody answers for it."""

from datetime import date

from ibis import _

from peelian.areas.investigation import examples as worked
from peelian.areas.investigation.dimensions import FORCE, OFFENCE, STATE, UNIT
from peelian.areas.investigation.models import Investigation
from peelian.engines.measures.declared import Comparable, Version
from peelian.engines.measures.kinds import Count, Profile, Share

OWNER = "Head of crime"
REVIEW_BY = date(2027, 11, 1)
FIRST = (Version(1, date(2026, 11, 22), "First definition."),)
# Investigations are events; a force's own rows stay behind the public door.
EVENTS: Profile = "exact"
OWN_PRACTICE = Comparable(
    allowed=False,
    reason="Forces open and screen out investigations by rules of their own.",
)

opened = Count(
    key="investigation.opened",
    title="Investigations opened",
    short="Investigations opened",
    asks="How many investigations are opened?",
    words="investigations were opened",
    definition="Investigations by the month in which they were opened, whatever became of them.",
    why="The work that a team is given decides how long each victim waits.",
    of=Investigation,
    dated_by="month",
    counting=_.offence.notnull(),
    by=(UNIT, OFFENCE, STATE, FORCE),
    better="neither",
    counts="event",
    profile=EVENTS,
    comparable=OWN_PRACTICE,
    cautions=("States are those of the day of the extract, not of the month shown.",),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("INV-01",),
    versions=FIRST,
    examples=worked.OPENED,
)

with_officer = Share(
    key="investigation.with_officer",
    title="Open investigations with a named officer in the case",
    short="Named officer",
    asks="How many open investigations have an officer who answers for them?",
    among_words="investigations that are open or with the prosecutor",
    words="have a named officer in the case",
    definition=(
        "Of the investigations opened in the period that are open or with the prosecutor on the "
        "day of the extract, those that name an officer in the case."
    ),
    why="An investigation that nobody answers for is one that nobody moves.",
    of=Investigation,
    dated_by="month",
    among=_.state.isin(["Open", "With the prosecutor"]),
    counting=_.officer_ref.notnull(),
    by=(UNIT, OFFENCE, FORCE),
    better="higher",
    counts="event",
    profile=EVENTS,
    comparable=OWN_PRACTICE,
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("INV-01",),
    versions=FIRST,
    examples=worked.WITH_OFFICER,
)

MEASURES = (opened, with_officer)
