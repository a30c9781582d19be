"""The invented look-ups as the review reads them: night by night, with what is known by then."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import numpy as np

from bench.lookups_cases import open_people
from bench.lookups_columns import REASONS, TIES
from bench.lookups_made import Made
from bench.lookups_world import DAYS, START, World, moment
from peelian.engines.oversight.looked_up import LookUp, PersonFacts, Staff
from peelian.engines.oversight.surnames import Surnames, surnames_of

REVIEWED_AT = timedelta(hours=27)  # three in the morning of the day after


@dataclass(frozen=True)
class OneNight:
    """A day's look-ups, the people looked at, and when the review of that day runs."""

    day: int
    at: datetime
    look_ups: tuple[LookUp, ...]
    people: Mapping[str, PersonFacts]


def staff_of(world: World) -> dict[str, Staff]:
    """The staff list of the invented force, with what it does not know left out."""
    listed = {}
    for one in range(world.size):
        known = [world.staff_former[one]] if world.staff_former_known[one] else []
        own = int(world.own[one])
        address = int(world.staff_address[one])
        listed[f"staff-{one}"] = Staff(
            actor=f"staff-{one}",
            unit=f"team-{world.team[one]}",
            shifts=(
                tuple((moment(a), moment(b)) for a, b in world.shifts[one])
                if world.shifts_known[one]
                else None
            ),
            own_person=f"person-{own}" if own >= 0 and world.own_linked[one] else None,
            declared_family=frozenset(f"person-{kin}" for kin in world.declared[one]),
            address=f"address-{address}",
            former_addresses=frozenset(f"address-{home}" for home in known if home >= 0),
            street=f"street-{world.street[address]}",
            surname=_surname(world.staff_surname[one]),
        )
    return listed


def surnames(world: World) -> Surnames:
    """How common each surname is in the invented persons table."""
    return surnames_of(_surname(one) for one in world.surname)


def nights(world: World, made: Made) -> Iterator[OneNight]:
    """Each day in order. Who is involved with a person is what a tie says when the review runs."""
    first = np.searchsorted(made.hours, 24.0 * np.arange(DAYS + 1))
    involved: defaultdict[int, list[tuple[float, str]]] = defaultdict(list)
    for (actor, person), hour in made.joined.items():
        involved[person].append((hour, f"staff-{actor}"))
    facts: dict[int, PersonFacts] = {}
    for day in range(DAYS):
        by = 24.0 * (day + 1) + 3.0
        part = slice(first[day], first[day + 1])
        people = {}
        at_work = open_people(world, day)
        for person in np.unique(made.person[part]).tolist():
            known = facts.get(person)
            if known is None:
                known = facts[person] = _facts(world, person)
            joined = frozenset(who for hour, who in involved.get(person, ()) if hour <= by)
            people[known.person] = replace(
                known, involved=joined, open_work=person in at_work or person in made.open_always
            )
        yield OneNight(
            day, START + timedelta(days=day) + REVIEWED_AT, tuple(_sights(made, part)), people
        )


def _sights(made: Made, part: slice) -> Iterator[LookUp]:
    columns = (made.hours, made.actor, made.person, made.tie, made.reason, made.glass)
    for sequence, (hour, actor, person, tie, reason, glass) in enumerate(
        zip(*(column[part].tolist() for column in columns), strict=True), start=part.start
    ):
        yield LookUp(
            sequence=sequence,
            at=moment(hour),
            actor=f"staff-{actor}",
            person=f"person-{person}",
            relationship=TIES[tie],
            reason=REASONS[reason] if TIES[tie] is None else None,
            broke_glass=glass,
        )


def _facts(world: World, person: int) -> PersonFacts:
    address, former = int(world.address[person]), int(world.former[person])
    return PersonFacts(
        person=f"person-{person}",
        address=f"address-{address}",
        former_addresses=frozenset({f"address-{former}"} if former >= 0 else ()),
        street=f"street-{world.street[address]}",
        surname=_surname(world.surname[person]),
        marked=person in world.marked,
    )


def _surname(number: int) -> str:
    return f"Name {number}"
