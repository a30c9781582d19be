"""One night's review: from look-ups to a short list for a person to judge (C-DET-1, T02).

The list is all that comes of it. Nobody is stopped, told or scored in public: a score is an order
of reading and is worth nothing without the sentences beside it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from peelian.engines.oversight import circumstances, connections
from peelian.engines.oversight.evidence import Evidence, Signal
from peelian.engines.oversight.feedback import NOTHING_SAID, Said, standings
from peelian.engines.oversight.history import History, Night, Who, local_day, night_of
from peelian.engines.oversight.looked_up import LookUp, PersonFacts, Staff
from peelian.engines.oversight.pairs import Pair, pairs_of
from peelian.engines.oversight.rules import DEFAULTS, Rules
from peelian.engines.oversight.surnames import Surnames
from peelian.engines.oversight.weights import Weights

SIGNALS: tuple[Callable[[Pair], Evidence | None], ...] = (
    connections.own_record,
    connections.declared_family,
    connections.shared_address,
    connections.shared_surname,
    connections.marked_record,
    circumstances.no_tie,
    circumstances.quiet_record,
    circumstances.repeated,
    circumstances.off_shift,
    circumstances.unusual_volume,
    circumstances.broke_glass,
    circumstances.crowd,
)
"""Every signal, in the order in which a reviewer reads what they say."""


@dataclass(frozen=True)
class Suspicion:
    """One actor and one person, with all that speaks for a second look."""

    actor: str
    person: str
    score: float
    evidence: tuple[Evidence, ...]
    look_ups: tuple[int, ...]

    @property
    def who(self) -> Who:
        """The keys of both."""
        return self.actor, self.person

    @property
    def signals(self) -> frozenset[Signal]:
        """Which signals spoke."""
        return frozenset(one.signal for one in self.evidence)


@dataclass(frozen=True)
class Reviewed:
    """What came of a night. `over` counts pairs worth a look for which the list had no room.

    `unknown_staff` counts actors who are not on the staff list: nothing but the way in which they
    looked can speak of them.
    """

    listed: tuple[Suspicion, ...]
    look_ups: int
    pairs: int
    over: int
    unknown_staff: int
    night: Night


def review(
    look_ups: Sequence[LookUp],
    *,
    at: datetime,
    history: History,
    staff: Mapping[str, Staff],
    people: Mapping[str, PersonFacts],
    surnames: Surnames,
    weights: Weights,
    said: Iterable[Said] = (),
    rules: Rules = DEFAULTS,
) -> Reviewed:
    """Judge one day's look-ups, already over at `at`, and list the few most worth a second look.

    `people` need hold only those looked at. The highest scores come first, and equal ones in the
    order of actor and person, so that the same night always gives the same list. The list holds
    no more than `rules.cap` and never more than `rules.most_of_one_actor` of one actor.
    """
    ordered = sorted(look_ups, key=lambda one: one.sequence)
    day = local_day(ordered[0].at if ordered else at, rules.zone)
    tonight = night_of(day, ordered)
    standing = standings(said, at, rules)
    suspicions, pairs = [], 0
    for pair in pairs_of(ordered, tonight, history, staff, people, surnames, rules):
        pairs += 1
        held = standing.get(pair.who, NOTHING_SAID)
        evidence = held.countable(evidence_of(pair))
        score = weights.score(evidence)
        if evidence and score >= weights.floor and held.worth_showing(evidence):
            actor, person = pair.who
            numbers = tuple(one.sequence for one in pair.look_ups)
            suspicions.append(Suspicion(actor, person, score, evidence, numbers))
    listed = shortest(suspicions, rules.cap(len(staff)), rules.most_of_one_actor)
    return Reviewed(
        listed=listed,
        look_ups=len(ordered),
        pairs=pairs,
        over=len(suspicions) - len(listed),
        unknown_staff=len(tonight.volumes.keys() - staff.keys()),
        night=tonight,
    )


def evidence_of(pair: Pair) -> tuple[Evidence, ...]:
    """All that speaks for a second look at this pair, in the order of reading."""
    return tuple(found for signal in SIGNALS if (found := signal(pair)) is not None)


def shortest(
    suspicions: Iterable[Suspicion], most: int, most_of_one_actor: int
) -> tuple[Suspicion, ...]:
    """The few that a reviewer is shown, highest score first, ties by actor and person."""
    listed: list[Suspicion] = []
    shown: Counter[str] = Counter()
    for one in sorted(suspicions, key=lambda one: (-one.score, one.actor, one.person)):
        if len(listed) == most:
            break
        if shown[one.actor] < most_of_one_actor:
            shown[one.actor] += 1
            listed.append(one)
    return tuple(listed)
