"""An invented force: people with surnames and homes, staff with teams, shifts, families, tasks."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from bench.lookups_habits import Habits
from bench.lookups_kin import Kin

Ints = NDArray[np.int64]

START = datetime(2026, 3, 2, tzinfo=UTC)  # a Monday; winter time, so that UTC is local time
DAYS = 28
TEAM = 12
DISTRICTS = 40
TO_A_STREET = 17  # households that share a street key, as a postcode does
GROUPS = ("White", "Asian", "Black", "Mixed", "Other")
OF_MINORITY = (0.50, 0.22, 0.17, 0.11)
# Different names in each group's stock; the fewer, the more often two share one by chance.
NAME_STOCK = (40_000, 5_000, 4_000, 20_000, 4_000)
# Start and length of a shift in hours, on the days of a ten-day turn; None is a rest day.
RESPONSE_TURN = ((7, 10), (7, 10), (14, 10), (14, 10), (22, 9), (22, 9), None, None, None, None)
OFFICE_WEEK = ((8, 8), (8, 8), (8, 8), (8, 8), (8, 8), None, None)


@dataclass
class World:
    """Everything as arrays; people and staff are known by their position."""

    size: int
    people: int
    district: Ints  # of each person
    address: Ints
    former: Ints  # -1 where there is none
    surname: Ints
    group: Ints  # -1 where not recorded
    well_known: Ints
    marked: frozenset[int]
    by_district: list[Ints]
    team: Ints  # of each member of staff
    team_district: Ints
    staff_address: Ints
    street: Ints  # of each address
    staff_former: Ints
    staff_former_known: NDArray[np.bool_]
    staff_surname: Ints
    staff_group: Ints
    shifts: list[list[tuple[float, float]]]  # hours since START
    shifts_known: NDArray[np.bool_]
    own: Ints  # person who is this member of staff, -1 where the force holds no record
    own_linked: NDArray[np.bool_]
    household: list[list[int]] = field(default_factory=list)
    relatives: list[list[int]] = field(default_factory=list)
    ex_partner: list[int] = field(default_factory=list)
    declared: list[frozenset[int]] = field(default_factory=list)


def world(seed: int, habits: Habits, *, staff: int = 4000, people: int = 250_000) -> World:
    """A force drawn from a seed; the same seed and habits give the same force."""
    rng = np.random.default_rng([seed, 1])
    households = people * 10 // 24
    home = rng.integers(0, households, people)
    head_group = _groups(rng, households, habits.minority_people)
    head_name = _surnames(rng, head_group, habits.surname_slope)
    own_name = rng.random(people) < 0.25
    surname = np.where(
        own_name, _surnames(rng, head_group[home], habits.surname_slope), head_name[home]
    )
    group = head_group[home]

    teams = -(-staff // TEAM)
    team = np.arange(staff) // TEAM
    team_district = rng.integers(0, DISTRICTS, teams)
    on_beat = rng.random(staff) < habits.lives_on_beat
    lives_in = np.where(on_beat, team_district[team], rng.integers(0, DISTRICTS, staff))
    per_district = households // DISTRICTS
    # Staff live in households of their own, in the streets of everyone: numbers past the last one.
    beside = lives_in * per_district + rng.integers(0, per_district, staff)
    staff_address = households + np.arange(staff)
    staff_former = np.where(
        rng.random(staff) < 0.6, households + staff + np.arange(staff), np.int64(-1)
    )
    staff_group = _groups(rng, staff, habits.minority_staff)
    staff_surname = _surnames(rng, staff_group, habits.surname_slope)

    kin = Kin(
        rng,
        first_person=people,
        households=households,
        to_a_street=TO_A_STREET,
        districts=DISTRICTS,
        address=staff_address,
        former=staff_former,
        surname=staff_surname,
        group=staff_group,
    )
    for one in range(staff):
        kin.add_for(one, int(lives_in[one]))
    address = np.concatenate([home, kin.column("address")])
    district = np.concatenate([home // per_district, kin.column("district")])
    district = np.minimum(district, DISTRICTS - 1)
    recorded = rng.random(len(address)) < 0.85
    all_groups = np.where(recorded, np.concatenate([group, kin.column("group")]), -1)
    well_known = rng.choice(people, 20, replace=False)
    return World(
        size=staff,
        people=len(address),
        district=district,
        address=address,
        former=np.concatenate([np.full(people, -1), kin.column("former")]),
        surname=np.concatenate([surname, kin.column("surname")]),
        group=all_groups,
        well_known=well_known,
        marked=frozenset(int(p) for p in well_known if rng.random() < habits.marked),
        by_district=[np.flatnonzero(district == d) for d in range(DISTRICTS)],
        team=team,
        team_district=team_district,
        staff_address=staff_address,
        street=np.concatenate(
            [
                np.arange(households) // TO_A_STREET,
                beside // TO_A_STREET,
                rng.integers(0, households, staff) // TO_A_STREET,
                np.array(kin.new_streets, dtype=np.int64),
            ]
        ),
        staff_former=staff_former,
        staff_former_known=rng.random(staff) < habits.former_known,
        staff_surname=staff_surname,
        staff_group=np.where(rng.random(staff) < 0.95, staff_group, -1),
        shifts=_shifts(rng, team, teams),
        shifts_known=rng.random(staff) >= habits.shifts_unknown,
        own=np.array(kin.own),
        own_linked=rng.random(staff) < habits.own_linked,
        household=kin.household,
        relatives=kin.relatives,
        ex_partner=kin.ex_partner,
        declared=[
            frozenset(p for p in (*a, *b) if rng.random() < habits.family_declared)
            for a, b in zip(kin.household, kin.relatives, strict=True)
        ],
    )


def _groups(rng: np.random.Generator, count: int, minority: float) -> Ints:
    chances = (1 - minority, *(minority * part for part in OF_MINORITY))
    return rng.choice(len(GROUPS), count, p=chances)


def _surnames(rng: np.random.Generator, groups: Ints, slope: float) -> Ints:
    """A surname for each, from the stock of the group, where names fall off as a power of rank."""
    names = np.zeros(len(groups), dtype=np.int64)
    for group, stock in enumerate(NAME_STOCK):
        held = np.flatnonzero(groups == group)
        weights = 1 / (np.arange(stock) + 8.0) ** slope
        names[held] = group * 100_000 + rng.choice(stock, len(held), p=weights / weights.sum())
    return names


def _shifts(rng: np.random.Generator, team: Ints, teams: int) -> list[list[tuple[float, float]]]:
    """Hours at work: two teams of three in turns round the clock, the rest in office hours."""
    turns = rng.random(teams) < 0.6
    offset = rng.integers(0, 10, teams)
    gathered = []
    for one in team:
        pattern = RESPONSE_TURN if turns[one] else OFFICE_WEEK
        first = int(offset[one]) if turns[one] else 0
        mine = []
        for day in range(DAYS):
            slot = pattern[(day + first) % len(pattern)]
            if slot is not None and rng.random() < 0.93:  # the rest is leave and sickness
                mine.append((24.0 * day + slot[0], 24.0 * day + slot[0] + slot[1]))
        gathered.append(mine)
    return gathered


def moment(hours: float) -> datetime:
    """The time so many hours after the start."""
    return START + timedelta(hours=float(hours))
