"""Planted misuse: who looks up whom, when, and how well it hides."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from bench.lookups_habits import Habits
from bench.lookups_world import DAYS, World

FAR = 3.5  # hours from any shift that count as a rest day here


class Kind(StrEnum):
    """Seven kinds of misuse, in turn."""

    EX_PARTNER = "ex-partner at a former shared address"
    NEIGHBOUR = "neighbour"
    FAMILY = "family"
    CELEBRITY = "well-known person"
    OWN = "own record"
    REPEATED = "one person again and again"
    OFF_SHIFT = "off shift"


@dataclass(frozen=True)
class Case:
    """One actor, one person, and the hours after the start at which the one looked at the other."""

    kind: Kind
    actor: int
    person: int
    hours: tuple[float, ...]
    masked: bool


Chooser = Callable[[np.random.Generator, World], tuple[int, int]]


def plant(rng: np.random.Generator, habits: Habits, world: World, count: int) -> list[Case]:
    """So many cases, the kinds in turn, no two of the same pair."""
    cases: list[Case] = []
    kinds = list(Kind)
    taken: set[tuple[int, int]] = set()
    while len(cases) < count:
        kind = kinds[len(cases) % len(kinds)]
        actor, person = CHOOSERS[kind](rng, world)
        if (actor, person) in taken or not world.shifts[actor]:
            continue
        hours = _hours(rng, habits, world, actor, kind)
        if not hours:
            continue
        taken.add((actor, person))
        cases.append(Case(kind, actor, person, hours, rng.random() < habits.masked))
    return cases


def _hours(
    rng: np.random.Generator, habits: Habits, world: World, actor: int, kind: Kind
) -> tuple[float, ...]:
    sights = int(rng.integers(4, 11)) if kind is Kind.REPEATED else 1 + int(rng.poisson(1.0))
    off = 1.0 if kind is Kind.OFF_SHIFT else habits.misuse_off
    spans = world.shifts[actor]
    # From the third day on, within two weeks of each other: a curiosity has its season.
    first = rng.integers(2, max(3, DAYS - 7))
    season = [span for span in spans if first <= span[0] // 24 < first + 14]
    hours = []
    for _ in range(sights):
        if rng.random() < off:
            away = [
                hour
                for hour in rng.uniform(24 * first, min(24 * DAYS, 24 * (first + 14)), 40)
                if min(max(a - hour, hour - b, 0) for a, b in spans) > FAR
            ]
            hours += away[:1]
        elif season:
            hours.append(float(rng.uniform(*season[rng.integers(0, len(season))])))
    return tuple(sorted(float(one) for one in hours))


def _one_of(rng: np.random.Generator, choices: Sequence[int]) -> int:
    return int(choices[rng.integers(0, len(choices))])


def _ex_partner(rng: np.random.Generator, world: World) -> tuple[int, int]:
    actor = _one_of(rng, [one for one, ex in enumerate(world.ex_partner) if ex >= 0])
    return actor, world.ex_partner[actor]


def _neighbour(rng: np.random.Generator, world: World) -> tuple[int, int]:
    while True:
        actor = int(rng.integers(0, world.size))
        street = world.street[world.staff_address[actor]]
        near = np.flatnonzero(
            (world.street[world.address] == street) & (world.address != world.staff_address[actor])
        )
        if len(near):
            return actor, int(near[rng.integers(0, len(near))])


def _family(rng: np.random.Generator, world: World) -> tuple[int, int]:
    while True:
        actor = int(rng.integers(0, world.size))
        kin = [*world.household[actor], *world.relatives[actor]]
        if kin:
            return actor, _one_of(rng, kin)


def _celebrity(rng: np.random.Generator, world: World) -> tuple[int, int]:
    return int(rng.integers(0, world.size)), _one_of(rng, world.well_known.tolist())


def _own(rng: np.random.Generator, world: World) -> tuple[int, int]:
    actor = _one_of(rng, np.flatnonzero(world.own >= 0).tolist())
    return actor, int(world.own[actor])


def _anybody(rng: np.random.Generator, world: World) -> tuple[int, int]:
    return int(rng.integers(0, world.size)), int(rng.integers(0, world.people))


CHOOSERS: dict[Kind, Chooser] = {
    Kind.EX_PARTNER: _ex_partner,
    Kind.NEIGHBOUR: _neighbour,
    Kind.FAMILY: _family,
    Kind.CELEBRITY: _celebrity,
    Kind.OWN: _own,
    Kind.REPEATED: _anybody,
    Kind.OFF_SHIFT: _anybody,
}
