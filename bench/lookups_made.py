"""What the invented staff look up: ordinary work, its noise, and planted misuse, in order."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bench.lookups_cases import people_of_teams
from bench.lookups_columns import NONE, SHIFT_LINK, TASK, TEAM_WORK, Columns
from bench.lookups_habits import Habits
from bench.lookups_noise import contact, covering, late, news, reason_of
from bench.lookups_planted import Case, plant
from bench.lookups_world import DAYS, World

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass
class Made:
    """Look-ups as columns in order of time. `case` is the planted case, -1 for proper work.

    `joined` holds, for each actor and person, the hour from which a tie joins them, and
    `open_always` the people about whom there is open work that is no team's case.
    """

    hours: Floats
    actor: Ints
    person: Ints
    tie: Ints
    reason: Ints
    glass: NDArray[np.bool_]
    case: Ints
    cases: list[Case]
    joined: dict[tuple[int, int], float] = field(default_factory=dict)
    open_always: frozenset[int] = frozenset()

    @property
    def interrupted(self) -> float:
        """The share of proper sights that no tie and no team's work explained at the time."""
        proper = self.case < 0
        return float((self.tie[proper] == NONE).mean())


def look_ups(seed: int, habits: Habits, world: World, *, count: int, planted: int = 100) -> Made:
    """Exactly `count` look-ups over four weeks, misuse included."""
    rng = np.random.default_rng([seed, 2])
    columns = Columns()
    _ordinary(rng, habits, world, columns, count)
    contact(rng, habits, world, columns, count)
    news(rng, habits, world, columns, count)
    cases = plant(rng, habits, world, planted)
    for number, case in enumerate(cases):
        size = len(case.hours)
        if rng.random() < habits.misuse_open:
            columns.open_always.add(case.person)
        columns.add(
            np.array(case.hours),
            np.full(size, case.actor),
            np.full(size, case.person),
            TEAM_WORK if case.masked else NONE,
            np.where(rng.random(size) < habits.misuse_reason, rng.integers(1, 6, size), 0),
            rng.random(size) < habits.misuse_glass,
            case=number,
        )
    return _in_order(rng, columns, cases, count)


def _ordinary(
    rng: np.random.Generator, habits: Habits, world: World, columns: Columns, count: int
) -> None:
    """The work of every shift, and what of it happens before a task says so."""
    staff = np.repeat(np.arange(world.size), [len(mine) for mine in world.shifts])
    spans = np.array([span for mine in world.shifts for span in mine])
    pace = np.exp(rng.normal(0, 0.35, world.size))[staff] * np.exp(rng.normal(0, 0.25, len(staff)))
    bulk = rng.random(len(staff)) < habits.bulk
    pace = np.where(bulk, 4 * pace, pace)
    # A little too many are drawn, and some proper ones dropped at the end.
    sights = rng.poisson(pace / pace.sum() * count * 1.01)
    which = np.repeat(np.arange(len(staff)), sights)
    actor, size = staff[which], len(which)
    hours = spans[which, 0] + rng.random(size) * (spans[which, 1] - spans[which, 0])
    late_leaver = rng.random(size) < habits.overtime
    hours = np.where(late_leaver, spans[which, 1] + rng.exponential(0.8, size), hours)
    shares = np.array([habits.late, habits.cover, habits.enquiry])
    kind = rng.choice(4, size, p=[*shares, 1 - shares.sum()])

    # Research on bulk days is the unit's own work, whatever would have been drawn.
    usual = (kind == 3) | bulk[which]
    person = people_of_teams(rng, world, world.team[actor], hours)
    mine = rng.random(size)
    for tie, low, high in ((TASK, 0.0, 0.55), (TEAM_WORK, 0.55, 0.86), (SHIFT_LINK, 0.86, 1.1)):
        chosen = usual & (mine >= low) & (mine < high)
        columns.add(hours[chosen], actor[chosen], person[chosen], tie)
        if tie == TASK:
            at, who, whom = hours[chosen], actor[chosen], person[chosen]
            order = np.argsort(-at)
            columns.joined.update(
                zip(
                    zip(who[order].tolist(), whom[order].tolist(), strict=True),
                    at[order].tolist(),
                    strict=True,
                )
            )
    late(rng, habits, columns, hours, actor, person, ~usual & (kind == 0))
    covering(rng, habits, world, columns, hours, actor, ~usual & (kind == 1))
    asked = np.flatnonzero(~usual & (kind == 2))
    anyone = rng.integers(0, world.people, len(asked))
    columns.add(
        hours[asked],
        actor[asked],
        anyone,
        NONE,
        reason_of(rng, habits, 2, len(asked)),
        rng.random(len(asked)) < habits.glass / habits.enquiry,
    )


def _in_order(rng: np.random.Generator, columns: Columns, cases: list[Case], count: int) -> Made:
    hours, actor, person, tie, reason, glass, case = (
        np.concatenate(parts) for parts in zip(*columns.blocks, strict=True)
    )
    inside = np.flatnonzero((hours >= 0) & (hours < 24 * DAYS))
    proper = inside[case[inside] < 0]
    spare = len(inside) - count
    if spare < 0:
        raise ValueError(f"{-spare} look-ups short of {count}: raise the surplus of _ordinary.")
    dropped = set(rng.choice(proper, spare, replace=False).tolist())
    kept = np.array([one for one in inside.tolist() if one not in dropped])
    kept = kept[np.argsort(hours[kept], kind="stable")]
    return Made(
        hours=hours[kept],
        actor=actor[kept],
        person=person[kept],
        tie=tie[kept],
        reason=reason[kept],
        glass=glass[kept],
        case=case[kept],
        cases=cases,
        joined=columns.joined,
        open_always=frozenset(columns.open_always),
    )
