"""The cases that teams have open, and when staff are at work on them."""

import numpy as np
from numpy.typing import NDArray

from bench.lookups_world import DISTRICTS, World

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

CASES_OPEN, CASES_A_DAY = 60, 6  # of one team


def people_of_teams(rng: np.random.Generator, world: World, team: Ints, hours: Floats) -> Ints:
    """A person of one of the cases that each team has open at that hour.

    Cases come to a team in order; their people live in its district, and some of them often.
    """
    newest = (hours / 24).astype(np.int64) * CASES_A_DAY + CASES_OPEN
    return person_of_case(world, team, newest - rng.integers(0, CASES_OPEN, len(team)))


def open_people(world: World, day: int) -> frozenset[int]:
    """The people of the cases that any team has open on that day."""
    teams = len(world.team_district)
    newest = day * CASES_A_DAY + CASES_OPEN
    number = np.tile(newest - np.arange(CASES_OPEN), teams)
    return frozenset(
        person_of_case(world, np.repeat(np.arange(teams), CASES_OPEN), number).tolist()
    )


def person_of_case(world: World, team: Ints, number: Ints) -> Ints:
    """Whom a numbered case of a team is about."""
    # The same case always has the same person: drawn by a hash, as a table would not fit a year.
    mixed = (team * 1_000_003 + number * 7_919 + 12_345) * 2_654_435_761 % 2**32
    part = (mixed / 2**32) ** 1.7
    district = world.team_district[team]
    found = np.zeros(len(team), dtype=np.int64)
    for one in range(DISTRICTS):
        here = np.flatnonzero(district == one)
        # Positions are shuffled by district so that often is not the same as first in the table.
        living = np.random.default_rng(one).permutation(world.by_district[one])
        found[here] = living[(part[here] * len(living)).astype(np.int64)]
    return found


def at_work(rng: np.random.Generator, world: World, actor: int, most: int) -> Floats:
    """Moments on up to so many different shifts of this member of staff."""
    spans = world.shifts[actor]
    if not spans:
        return np.zeros(0)
    chosen = rng.choice(len(spans), min(most, len(spans)), replace=False)
    return np.sort([rng.uniform(*spans[one]) for one in chosen])
