"""How soon calls are answered, by the carrier's clock and by the force's own."""

from ibis import _

from peelian.areas.contact import examples as worked
from peelian.areas.contact.conditions import GIVEN_UP, IS_101, IS_999
from peelian.areas.contact.dimensions import FORCE, LINE, QUEUE, WHEN
from peelian.areas.contact.models import Call
from peelian.areas.contact.words import (
    ABANDONED_STAY,
    AIM_999,
    AIM_IN_WORDS,
    EVENTS,
    FIRST,
    LONG_SECONDS,
    NOT_A_MISS,
    ONE_ROW,
    OWN_CLOCK,
    OWNER,
    REVIEW_BY,
    SAME_CLOCK,
    WITHIN_SECONDS,
)
from peelian.engines.measures.kinds import Share, Typical

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
