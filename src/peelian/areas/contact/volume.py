"""How many call, and when."""

from ibis import _

from peelian.areas.contact import examples as worked
from peelian.areas.contact.conditions import IS_999
from peelian.areas.contact.dimensions import FORCE, HOUR, LINE, WEEKDAY, WHEN
from peelian.areas.contact.models import Call
from peelian.areas.contact.words import (
    ALL_999,
    EVENTS,
    FIRST,
    OWN_CHANNELS,
    OWNER,
    REVIEW_BY,
)
from peelian.engines.measures.kinds import Count, Rate
from peelian.engines.measures.populations import RESIDENTS

calls_rate = Rate(
    key="contact.calls_rate",
    title="999 calls per 1,000 residents",
    short="999 call rate",
    asks="How many 999 calls are there for every 1,000 residents?",
    words="999 calls were presented for every 1,000 residents",
    definition=(
        "999 calls presented to the force, answered or not, per 1,000 usual residents at mid-2020, "
        "for the whole period shown and not made annual."
    ),
    why="The demand on the contact centre, set against the people it serves.",
    of=Call,
    dated_by="month",
    counting=IS_999,
    per=RESIDENTS,
    by=(FORCE, *WHEN),
    better="neither",
    counts="event",
    profile=EVENTS,
    comparable=ALL_999,
    cautions=("Residents are not all who are there: visitors and commuters call too.",),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("CON-01",),
    versions=FIRST,
    examples=worked.CALLS_RATE,
)

calls = Count(
    key="contact.calls",
    title="Calls and other contacts",
    short="Contacts",
    asks="How many calls and other contacts are there, and when?",
    words="calls and other contacts were received",
    definition="Rows of contact: calls presented, online reports, messages and visits.",
    why="When demand comes decides when staff are needed.",
    of=Call,
    dated_by="month",
    counting=_.line.notnull(),
    by=(LINE, FORCE, HOUR, WEEKDAY),
    better="neither",
    counts="event",
    profile=EVENTS,
    comparable=OWN_CHANNELS,
    cautions=("Calls that were given up are counted, and so is each call of one caller.",),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("CON-09",),
    versions=FIRST,
    examples=worked.CALLS,
)
