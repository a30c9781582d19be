"""Measures of contact: how many call, how soon they are answered and how many give up."""

from ibis import _

from peelian.areas.contact import examples as worked
from peelian.areas.contact.codes import EMERGENCY, NON_EMERGENCY
from peelian.areas.contact.dimensions import FORCE, HOUR, LINE, QUEUE, WEEKDAY, WHEN
from peelian.areas.contact.models import Call
from peelian.areas.contact.words import (
    ABANDONED_STAY,
    AIM_999,
    AIM_IN_WORDS,
    ALL_999,
    EVENTS,
    FIRST,
    LEAST_WAIT,
    LEAST_WAIT_LATER,
    LONG_SECONDS,
    NOT_A_MISS,
    ONE_ROW,
    OWN_CHANNELS,
    OWN_CLOCK,
    OWN_QUEUE,
    OWNER,
    REVIEW_BY,
    SAME_CLOCK,
    WITHIN_SECONDS,
)
from peelian.engines.measures.kinds import Count, Rate, Share, Typical
from peelian.engines.measures.populations import RESIDENTS

IS_999 = _.line == EMERGENCY
IS_101 = _.line == NON_EMERGENCY
GIVEN_UP = _.abandoned.fill_null(False)

answer_time_999 = Typical(
    key="contact.answer_time_999",
    title="Seconds to the answer of 999 calls, by the carrier's clock",
    short="999 answer time",
    asks="How long do 999 callers wait for an answer?",
    among_words="999 calls answered",
    words="seconds to the answer of a 999 call",
    definition=(
        "Seconds from the moment at which the carrier's operator passes a 999 call on until the "
        "force answers it, over calls that were not given up."
    ),
    why="The share within ten seconds does not say how long the others wait.",
    of=Call,
    dated_by="month",
    among=IS_999 & ~GIVEN_UP,
    counting=_.carrier_seconds,
    unit="seconds",
    over=_.carrier_seconds > LONG_SECONDS,
    over_words=f"waited more than {LONG_SECONDS} seconds",
    mean=True,
    by=(FORCE, *WHEN),
    better="lower",
    counts="event",
    profile=EVENTS,
    comparable=SAME_CLOCK,
    cautions=("Calls that were given up have no answer time, so the longest waits are left out.",),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("CON-02",),
    versions=FIRST,
    examples=worked.ANSWER_TIME_999,
)

answered_999_in_10s = Share(
    key="contact.answered_999_in_10s",
    title="999 calls answered within ten seconds, by the carrier's clock",
    short="999 answered in 10 seconds",
    asks="How many 999 calls are answered within ten seconds?",
    among_words="999 calls presented",
    words="were answered within ten seconds",
    definition=(
        "Of the 999 calls presented to the force, those that it answered within ten seconds of the "
        "carrier's operator passing them on. Calls given up before an answer are among those "
        "presented."
    ),
    why="An emergency call that waits delays help, and costs evidence and confidence.",
    of=Call,
    dated_by="month",
    among=IS_999,
    counting=(_.carrier_seconds <= WITHIN_SECONDS) & ~GIVEN_UP,
    known=_.carrier_seconds.notnull() | GIVEN_UP,
    of_known=True,
    by=(FORCE, *WHEN),
    better="higher",
    counts="event",
    profile=EVENTS,
    standard=AIM_999,
    comparable=SAME_CLOCK,
    cautions=(AIM_IN_WORDS, ABANDONED_STAY, NOT_A_MISS),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("CON-02",),
    versions=FIRST,
    examples=worked.ANSWERED_999_IN_10S,
    beside=(answer_time_999,),
)

answered_999_in_10s_force_clock = Share(
    key="contact.answered_999_in_10s_force_clock",
    title="999 calls answered within ten seconds, by the force's own clock",
    short="999 in 10 seconds, own clock",
    asks="How many 999 calls are answered within ten seconds by the force's own clock?",
    among_words="999 calls presented",
    words="were answered within ten seconds by the force's own clock",
    definition=(
        "Of the 999 calls presented to the force, those that it answered within ten seconds of "
        "their entering its own telephony. Calls given up before an answer are among those "
        "presented."
    ),
    why="What supervisors see during a shift. It looks better than the carrier's figure.",
    of=Call,
    dated_by="month",
    among=IS_999,
    counting=(_.force_seconds <= WITHIN_SECONDS) & ~GIVEN_UP,
    known=_.force_seconds.notnull() | GIVEN_UP,
    of_known=True,
    by=(FORCE, *WHEN),
    better="higher",
    counts="event",
    profile=EVENTS,
    comparable=OWN_CLOCK,
    cautions=(
        "The national aim of 90% is about the carrier's clock and is not held against this.",
        ABANDONED_STAY,
        NOT_A_MISS,
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("CON-02",),
    versions=FIRST,
    examples=worked.ANSWERED_999_FORCE_CLOCK,
)

answer_time = Typical(
    key="contact.answer_time",
    title="Seconds to the answer of 999 and 101 calls, by the force's own clock",
    short="Answer time, own clock",
    asks="How long do callers wait for an answer?",
    among_words="calls answered",
    words="seconds to the answer of a call",
    definition=(
        "Seconds from a call's entry into the force's own telephony until the force answers it, "
        "over 999 and 101 calls that were not given up."
    ),
    why="The middle says what most callers meet, the 90th centile what the unlucky ones do.",
    of=Call,
    dated_by="month",
    among=(IS_999 | IS_101) & ~GIVEN_UP,
    counting=_.force_seconds,
    unit="seconds",
    by=(LINE, FORCE, QUEUE, *WHEN),
    better="lower",
    counts="event",
    profile=EVENTS,
    comparable=OWN_CLOCK,
    cautions=(
        "Ask for one line at a time: 999 calls are answered first, so both together say little.",
        "Calls that were given up have no answer time, so the longest waits are left out.",
        ONE_ROW,
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("CON-02", "CON-03"),
    versions=FIRST,
    examples=worked.ANSWER_TIME,
)

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

MEASURES = (
    answered_999_in_10s,
    answered_999_in_10s_force_clock,
    answer_time_999,
    answer_time,
    abandoned_101,
    abandoned_101_after_60s,
    wait_before_hanging_up,
    calls_rate,
    calls,
)
