"""Calls and other contacts: how many, when, how long they waited, who called about where."""

import numpy as np
import pyarrow as pa

from peelian.areas.contact.codes import EMERGENCY, LINES, NON_EMERGENCY, QUEUES
from peelian.areas.contact.models import Call
from peelian.sources.synthetic import rhythms, targets
from peelian.sources.synthetic.character import SWITCHBOARDS
from peelian.sources.synthetic.clock import Moments, happen
from peelian.sources.synthetic.columns import emptied, flags, numbers, words
from peelian.sources.synthetic.draws import Draws, Flags, Floats, Ints
from peelian.sources.synthetic.lot import Lot
from peelian.sources.synthetic.people import people

GROWTH = 0.02
SEASON = 0.07
# Online, chat, social media and desk, in the order of the list of lines.
OTHER_LINES = [line for line in LINES.codes if line not in (EMERGENCY, NON_EMERGENCY)]
OTHER_WEIGHTS = (60.0, 15.0, 5.0, 15.0, 5.0)
# A line that a force begins to use late, so that its code is new in the middle of a series.
LATE_LINE, LATE_FROM = "Live chat", "2023-10"

# Emergency calls: a steep start, then a long tail behind ten seconds.
PROMPT = 10.0
PROMPT_POWER = 1.7
LATE_MEAN = 30.0
HANG_UP_MEAN = 25.0
# The force's own clock starts when the call enters its telephony, one to three seconds later.
HEAD_START = 3
# Non-emergency calls: waits in seconds, and how long callers will bear them.
WAIT_TYPICAL, WAIT_SPREAD = 75.0, 1.3
PATIENCE_MEAN = 2400.0
SECOND_QUEUE_SHARE, SECOND_QUEUE_TIMES = 0.35, 2.0
HANDLING_TYPICAL, HANDLING_SPREAD = {EMERGENCY: 400.0, NON_EMERGENCY: 520.0}, 0.7
LONGEST = 4 * 3600

# What is not recorded.
NO_CLOCK = 0.002
NO_WAIT_WHEN_ABANDONED = 0.06
NO_PLACE, NO_CALLER = 0.15, 0.30


def rows(lot: Lot) -> pa.Table:
    """The contacts of one force and month."""
    draws = lot.draws("call")
    force = lot.character
    counts = [
        lot.number(draws, rate, season=SEASON, growth=GROWTH)
        for rate in (force.calls_999, force.calls_101, force.online)
    ]
    size = sum(counts)
    group = np.repeat(np.arange(3), counts)
    emergency, enquiry = group == 0, group == 1
    when = _when(lot, draws, counts)
    abandoned = np.zeros(size, dtype=bool)
    carrier, waited = np.zeros(size), np.zeros(size)
    abandoned[emergency], carrier[emergency] = _emergencies(lot, draws, when, counts[0])
    waited[emergency] = carrier[emergency]
    second = np.zeros(size, dtype=bool)
    switchboard = lot.slug in SWITCHBOARDS
    if switchboard:
        second[enquiry] = draws.chance(SECOND_QUEUE_SHARE, counts[1])
    load = _load(rhythms.ENQUIRIES, when)[enquiry] * np.where(
        second[enquiry], SECOND_QUEUE_TIMES, 1.0
    )
    abandoned[enquiry], waited[enquiry] = _enquiries(lot, draws, load)
    other = group == 2
    unanswered = abandoned | other
    lost = draws.chance(NO_CLOCK, size)
    places = draws.pick(lot.ground.intensity("call", lot.seed), size)
    headstart = 1 + draws.below(np.full(size, HEAD_START))
    unclocked = abandoned & draws.chance(NO_WAIT_WHEN_ABANDONED, size)
    return lot.table(
        Call,
        size,
        {
            **when.columns("received_at"),
            "call_ref": lot.keys("call_ref", size, digits=16),
            "month": lot.month,
            "weekday": when.weekdays,
            "quarter_hour": when.quarters,
            "line": _lines(lot, draws, group),
            "queue": words(second.astype(np.int64), QUEUES.codes, blank=~(enquiry & switchboard)),
            "abandoned": flags(abandoned, blank=other),
            "carrier_seconds": numbers(carrier, blank=unanswered | ~emergency | lost),
            "force_seconds": numbers(
                np.where(emergency, np.maximum(0, carrier - headstart), waited), blank=unanswered
            ),
            "waited_seconds": numbers(waited, blank=other | unclocked),
            "handling_seconds": _handling(draws, emergency, unanswered),
            "lsoa_code": emptied(lot.ground.codes(places), draws.chance(NO_PLACE, size)),
            "caller_key": emptied(people(lot, draws, places), draws.chance(NO_CALLER, size)),
        },
    )


def _when(lot: Lot, draws: Draws, counts: list[int]) -> Moments:
    kinds = (
        (rhythms.EMERGENCIES, rhythms.BY_DAY),
        (rhythms.ENQUIRIES, rhythms.WORKING_DAYS),
        (rhythms.ENQUIRIES, rhythms.WORKING_DAYS),
    )
    made = [
        happen(draws, lot.month, count, by_hour=by_hour, by_weekday=by_weekday)
        for count, (by_hour, by_weekday) in zip(counts, kinds, strict=True)
    ]
    return Moments(
        made[0].hours,
        np.concatenate([one.places for one in made]),
        np.concatenate([one.seconds for one in made]),
    )


def _load(by_hour: Floats, when: Moments) -> Floats:
    """How busy the hour of each row is, around a mean of 1."""
    busy: Floats = by_hour / by_hour.mean()
    return busy[when.hours.hours[when.places]]


def _emergencies(lot: Lot, draws: Draws, when: Moments, size: int) -> tuple[Flags, Floats]:
    """Whether the caller hung up, and the seconds to the answer or to that."""
    abandoned = draws.chance(targets.ABANDONED_999.value, size)
    # Given up counts as missed, so that the rest of the missed were answered late.
    share = lot.character.missed_999 - targets.ABANDONED_999.value
    share /= 1.0 - targets.ABANDONED_999.value
    load = _load(rhythms.EMERGENCIES, when)[:size]
    late = draws.chance(share * load / max(load.mean(), 1e-9), size) if size else abandoned
    prompt = 1 + np.floor(PROMPT * draws.uniform(size) ** PROMPT_POWER)
    seconds = np.where(late, PROMPT + 1 + draws.waits(LATE_MEAN, size), prompt)
    return abandoned, np.where(abandoned, 3 + draws.waits(HANG_UP_MEAN, size), seconds)


def _enquiries(lot: Lot, draws: Draws, load: Floats) -> tuple[Flags, Floats]:
    """The same for 101: whoever has less patience than there is to wait hangs up."""
    size = len(load)
    typical = WAIT_TYPICAL * lot.character.waits * load
    wait = typical * np.exp(WAIT_SPREAD * draws.normal(size))
    patience = 5 + draws.waits(PATIENCE_MEAN, size)
    return patience < wait, np.minimum(np.minimum(wait, patience), LONGEST)


def _handling(draws: Draws, emergency: Flags, unanswered: Flags) -> pa.Array:
    typical = np.where(emergency, HANDLING_TYPICAL[EMERGENCY], HANDLING_TYPICAL[NON_EMERGENCY])
    seconds = typical * np.exp(HANDLING_SPREAD * draws.normal(len(emergency)))
    return numbers(np.minimum(seconds, LONGEST), blank=unanswered)


def _lines(lot: Lot, draws: Draws, group: Ints) -> pa.Array:
    other = group == 2
    kinds = draws.pick(OTHER_WEIGHTS, len(group))
    if lot.month < LATE_FROM:
        kinds[kinds == OTHER_LINES.index(LATE_LINE)] = 0
    listed = [EMERGENCY, NON_EMERGENCY, *OTHER_LINES]
    return words(np.where(other, 2 + kinds, group), listed)
