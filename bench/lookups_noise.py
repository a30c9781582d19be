"""Proper work that looks odd in a log: late tasks, covering, contact, the news of the day."""

import numpy as np
from numpy.typing import NDArray

from bench.lookups_cases import at_work, people_of_teams
from bench.lookups_columns import NONE, Columns
from bench.lookups_habits import Habits
from bench.lookups_world import DAYS, World

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def late(
    rng: np.random.Generator,
    habits: Habits,
    columns: Columns,
    hours: Floats,
    actor: Ints,
    person: Ints,
    chosen: NDArray[np.bool_],
) -> None:
    """Work that is given out before it is written down: one to four sights, then often a tie."""
    for one in np.flatnonzero(chosen):
        sights = int(rng.choice(4, p=(0.6, 0.25, 0.1, 0.05))) + 1
        at = hours[one] + np.cumsum(rng.exponential(0.4, sights)) - 0.4
        size = np.full(sights, actor[one]), np.full(sights, person[one])
        columns.add(np.maximum(at, 0.0), *size, NONE, reason_of(rng, habits, 5, sights))
        if rng.random() < habits.late_recorded:
            columns.join(int(actor[one]), int(person[one]), hours[one] + rng.exponential(8.0))


def covering(
    rng: np.random.Generator,
    habits: Habits,
    world: World,
    columns: Columns,
    hours: Floats,
    actor: Ints,
    chosen: NDArray[np.bool_],
) -> None:
    """The work of another team, at times by somebody called in from home."""
    who = actor[chosen]
    size = len(who)
    off = rng.random(size) < habits.cover_off
    near = rng.random(size) < 0.7
    moved = np.where(near, rng.uniform(9.5, 13.0, size), rng.uniform(13.0, 40.0, size))
    at = np.where(off, hours[chosen] + moved, hours[chosen])
    other = rng.integers(0, len(world.team_district), size)
    columns.add(
        at, who, people_of_teams(rng, world, other, at), NONE, reason_of(rng, habits, 1, size)
    )


def contact(
    rng: np.random.Generator, habits: Habits, world: World, columns: Columns, count: int
) -> None:
    """Somebody whom one officer looks after, over weeks and without a task."""
    for _ in range(round(habits.contact_pairs * count / 1_000_000)):
        actor = int(rng.integers(0, world.size))
        nearby = world.by_district[world.team_district[world.team[actor]]]
        person = int(rng.choice(nearby))
        at = at_work(rng, world, actor, int(rng.integers(2, 7)))
        columns.add(
            at,
            np.full(len(at), actor),
            np.full(len(at), person),
            NONE,
            reason_of(rng, habits, 3, len(at)),
        )
        if rng.random() < habits.contact_recorded and len(at):
            columns.join(actor, person, float(rng.choice(at)))
        if rng.random() < habits.contact_open:
            columns.open_always.add(person)


def news(
    rng: np.random.Generator, habits: Habits, world: World, columns: Columns, count: int
) -> None:
    """A person named in a briefing, whom many look up once, properly and without a task."""
    for _ in range(max(1, round(habits.news_events * count / 1_000_000))):
        person = int(rng.integers(0, world.people))
        day = int(rng.integers(0, DAYS))
        columns.open_always.add(person)
        lookers = rng.integers(0, world.size, int(rng.integers(5, 31)))
        for actor in np.unique(lookers):
            here = [span for span in world.shifts[actor] if span[0] // 24 == day]
            if here:
                at = np.array([rng.uniform(*here[0])])
                reason = reason_of(rng, habits, 4, 1)
                columns.add(at, np.array([actor]), np.array([person]), NONE, reason)


def reason_of(rng: np.random.Generator, habits: Habits, usual: int, size: int) -> Ints:
    return np.where(rng.random(size) < habits.reason_given, usual, 0)
