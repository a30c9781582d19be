"""Small worlds for the review of look-ups: one officer at work, one person, plain weights."""

from datetime import UTC, datetime, timedelta

from peelian.engines.oversight.evidence import Signal
from peelian.engines.oversight.history import History, Night
from peelian.engines.oversight.looked_up import LookUp, PersonFacts, Staff
from peelian.engines.oversight.review import review
from peelian.engines.oversight.surnames import surnames_of
from peelian.engines.oversight.weights import Weights

DAY = datetime(2026, 3, 2, tzinfo=UTC)  # a Monday in winter, when local time is UTC
AT = DAY + timedelta(hours=27)
OFFICER = Staff(
    actor="person:officer",
    unit="response",
    shifts=((DAY.replace(hour=7), DAY.replace(hour=17)),),
    own_person="p-own",
    declared_family=frozenset({"p-brother"}),
    address="a-1",
    former_addresses=frozenset({"a-9"}),
    street="s-1",
    surname="Featherstonehaugh",
)
# 60,000 people: 1 Featherstonehaugh, 12 Ackroyds, 2,000 Smiths and others with names of their own.
NAMES = surnames_of(
    ["Featherstonehaugh", *["Ackroyd"] * 12, *["Smith"] * 2000, *map(str, range(57_987))]
)
PLAIN = Weights(of=dict.fromkeys(Signal, 1.0), floor=1.0, origin="every signal weighs 1")


def sight(hour=10, person="p-1", actor="person:officer", sequence=1, minute=0, **changes):
    at = DAY + timedelta(hours=hour, minutes=minute)
    return LookUp(sequence=sequence, at=at, actor=actor, person=person, **changes)


def with_a_task(**changes):
    return sight(relationship="holds the task", **changes)


def earlier(*days_before, actor="person:officer", person="p-1", volumes=None):
    """A history in which the pair had an untied look-up on each of these days before."""
    nights = [
        Night(
            (DAY - timedelta(days=days)).date(),
            {actor: 1 if volumes is None else volumes},
            {(actor, person): 1},
        )
        for days in sorted(days_before, reverse=True)
    ]
    return History(tuple(nights))


def reviewed(*look_ups, staff=(OFFICER,), people=(), weights=PLAIN, at=AT, **changes):
    return review(
        look_ups,
        at=at,
        history=changes.pop("history", History()),
        staff={one.actor: one for one in staff},
        people={one.person: one for one in people},
        surnames=NAMES,
        weights=weights,
        **changes,
    )


def said_of(*look_ups, person=None, **changes):
    """Signals and sentences of the one pair that was looked up, in the order of reading."""
    result = reviewed(*look_ups, people=[person or PersonFacts("p-1")], **changes)
    return {one.signal: one.sentence for alert in result.listed for one in alert.evidence}
