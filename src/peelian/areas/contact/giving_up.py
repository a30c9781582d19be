"""How many 101 callers hang up, and how long they waited before they did."""

from ibis import _

from peelian.areas.contact import examples as worked
from peelian.areas.contact.conditions import GIVEN_UP, IS_101
from peelian.areas.contact.dimensions import FORCE, QUEUE, WHEN
from peelian.areas.contact.models import Call
from peelian.areas.contact.words import (
    EVENTS,
    FIRST,
    LEAST_WAIT,
    LEAST_WAIT_LATER,
    ONE_ROW,
    OWN_QUEUE,
    OWNER,
    REVIEW_BY,
)
from peelian.engines.measures.kinds import Share, Typical

wait_before_hanging_up = Typical(
    key="contact.wait_before_hanging_up",
    title="Seconds that 101 callers waited before they hung up",
    short="Wait before hanging up",
    asks="How long do 101 callers wait before they hang up?",
    among_words="101 calls given up",
    words="seconds waited before hanging up",
    definition="Seconds waited on 101 calls that the caller ended before an answer.",
    why="Tells those who hung up at once from those who were left waiting.",
    of=Call,
    dated_by="month",
    among=IS_101 & GIVEN_UP,
    counting=_.waited_seconds,
    unit="seconds",
    by=(FORCE, QUEUE, *WHEN),
    better="neither",
    counts="event",
    profile=EVENTS,
    comparable=OWN_QUEUE,
    cautions=(ONE_ROW,),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("CON-04",),
    versions=FIRST,
    examples=worked.WAIT_BEFORE_HANGING_UP,
)

abandoned_101 = Share(
    key="contact.abandoned_101",
    title="101 calls given up before an answer, every hang-up counted",
    short="101 calls given up",
    asks="How many 101 callers hang up before they are answered?",
    among_words="101 calls presented",
    words="were given up before an answer, whatever the wait",
    definition=(
        f"Of the 101 calls presented, those that the caller ended before an answer. Least wait: "
        f"{LEAST_WAIT} seconds, so every hang-up counts. Queue: all queues together unless one is "
        "named."
    ),
    why="A caller who gives up has told the police nothing.",
    of=Call,
    dated_by="month",
    among=IS_101,
    counting=_.abandoned,
    known=_.abandoned.notnull(),
    of_known=True,
    by=(FORCE, QUEUE, *WHEN),
    better="lower",
    counts="event",
    profile=EVENTS,
    comparable=OWN_QUEUE,
    cautions=(
        f"A force may count only hang-ups after a wait: see those after {LEAST_WAIT_LATER} "
        "seconds.",
        "Some who hang up have heard in a recorded message what they wanted to know.",
        ONE_ROW,
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("CON-03", "CON-04"),
    versions=FIRST,
    examples=worked.ABANDONED_101,
    beside=(wait_before_hanging_up,),
)

abandoned_101_after_60s = Share(
    key="contact.abandoned_101_after_60s",
    title=f"101 calls given up after more than {LEAST_WAIT_LATER} seconds",
    short="101 given up after a minute",
    asks="How many 101 callers hang up after more than a minute?",
    among_words="101 calls presented",
    words=f"were given up after more than {LEAST_WAIT_LATER} seconds",
    definition=(
        f"Of the 101 calls presented, those that the caller ended before an answer. Least wait: "
        f"more than {LEAST_WAIT_LATER} seconds; calls given up sooner stay among those presented. "
        "Queue: all queues together unless one is named."
    ),
    why="Leaves out those who never meant to wait, as some forces do in their own figures.",
    of=Call,
    dated_by="month",
    among=IS_101,
    counting=_.abandoned & (_.waited_seconds > LEAST_WAIT_LATER),
    known=_.abandoned.notnull() & (~_.abandoned | _.waited_seconds.notnull()),
    of_known=True,
    by=(FORCE, QUEUE, *WHEN),
    better="lower",
    counts="event",
    profile=EVENTS,
    comparable=OWN_QUEUE,
    cautions=(
        "A call given up whose wait is not recorded is not known.",
        ONE_ROW,
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("CON-04",),
    versions=FIRST,
    examples=worked.ABANDONED_101_AFTER_60S,
    beside=(wait_before_hanging_up,),
)
