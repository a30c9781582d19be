"""One actor and one person on one night: what every signal is asked about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from peelian.engines.oversight.history import History, Night, Who
from peelian.engines.oversight.looked_up import LookUp, PersonFacts, Staff
from peelian.engines.oversight.rules import Rules
from peelian.engines.oversight.surnames import Surnames
from peelian.engines.oversight.volumes import Unusual, unusual_volumes


@dataclass(frozen=True)
class Pair:
    """An actor, a person and the night's look-ups of the one by the other, in order.

    `untied` are those that no tie explained then or explains by now. `earlier` are the days before
    on which there were such look-ups. `unusual` is the actor's volume where it is far above the
    usual. `crowd` counts the staff who looked at the person without a tie, this actor included.
    """

    staff: Staff
    person: PersonFacts
    look_ups: tuple[LookUp, ...]
    untied: tuple[LookUp, ...]
    earlier: tuple[date, ...]
    unusual: Unusual | None
    crowd: int
    surnames: Surnames
    rules: Rules

    @property
    def who(self) -> Who:
        """The keys of both."""
        return self.staff.actor, self.person.person


def pairs_of(
    look_ups: Iterable[LookUp],
    tonight: Night,
    history: History,
    staff: Mapping[str, Staff],
    people: Mapping[str, PersonFacts],
    surnames: Surnames,
    rules: Rules,
) -> Iterator[Pair]:
    """Every pair of the night. An actor or a person that nobody knows has no facts to speak of."""
    gathered: defaultdict[Who, list[LookUp]] = defaultdict(list)
    for look_up in look_ups:
        gathered[look_up.actor, look_up.person].append(look_up)
    unusual = unusual_volumes(tonight, history, staff, distance=rules.volume_distance)
    earlier = _earlier(history)
    crowds = _crowds((*history.nights, tonight), people)
    for (actor, person), sights in gathered.items():
        one = staff.get(actor) or Staff(actor)
        facts = people.get(person) or PersonFacts(person)
        untied = () if actor in facts.involved else tuple(s for s in sights if not s.tied)
        yield Pair(
            staff=one,
            person=facts,
            look_ups=tuple(sights),
            untied=untied,
            earlier=earlier.get((actor, person), ()) if untied else (),
            unusual=unusual.get(actor),
            crowd=crowds.get(person, 0),
            surnames=surnames,
            rules=rules,
        )


def _earlier(history: History) -> dict[Who, tuple[date, ...]]:
    gathered: defaultdict[Who, list[date]] = defaultdict(list)
    for night in history.nights:
        for who in night.untied:
            gathered[who].append(night.day)
    return {who: tuple(days) for who, days in gathered.items()}


def _crowds(nights: Iterable[Night], people: Mapping[str, PersonFacts]) -> dict[str, int]:
    """How many staff looked at each person without a tie, then or by now."""
    gathered: defaultdict[str, set[str]] = defaultdict(set)
    for night in nights:
        for actor, person in night.untied:
            facts = people.get(person)
            if facts is None or actor not in facts.involved:
                gathered[person].add(actor)
    return {person: len(actors) for person, actors in gathered.items()}
