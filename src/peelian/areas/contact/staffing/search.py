"""The smallest staff in each quarter with whom 999 calls meet the aim, found by playing days.

The formulas say where to begin: one below their answer, which knows of no hang-ups and of no queue
left over from the quarter before. Where a quarter fails, one more is seated, for a few rounds.
"""

from collections.abc import Sequence

from peelian.areas.contact.staffing.demand import Demand
from peelian.areas.contact.staffing.erlang import offered, smallest_staff
from peelian.areas.contact.staffing.quarters import QUARTER_SECONDS, QUARTERS
from peelian.areas.contact.staffing.simulate import Played, play, replications

# Calls answered in one round of the search, and rounds at most.
BUDGET = 12_000
ROUNDS = 4
# Rounds in which a quarter that would still miss on the days shown is given one more.
SETTLING_ROUNDS = 6


def first_guess(demand: Demand, aim: float, seconds: float) -> tuple[int, ...]:
    """The staff of each quarter by formula, as if each quarter stood alone and went on for ever."""
    guesses = []
    for first, others in zip(demand.emergency.calls, demand.other.calls, strict=True):
        own = offered(first, handling=demand.emergency.handling, seconds=QUARTER_SECONDS)
        load = own + offered(others, handling=demand.other.handling, seconds=QUARTER_SECONDS)
        calls = first + others
        guesses.append(
            smallest_staff(
                aim,
                seconds,
                load=load,
                first=own,
                handling=load * QUARTER_SECONDS / calls if calls else 0.0,
            )
        )
    return tuple(guesses)


def needed(demand: Demand, aim: float, seconds: float, *, seed: int) -> tuple[int, ...]:
    """The smallest staff found to meet the aim in each quarter, to about one person.

    A quarter fails where it and the hour around it do: the few calls of one quarter are too much a
    matter of chance. Where no 999 call is expected one is seated, to be there.
    """
    staff = [max(guess - 1, 1) for guess in first_guess(demand, aim, seconds)]
    days = replications(demand, BUDGET)
    for _round in range(ROUNDS):
        played = play(demand, staff, seconds=seconds, seed=seed, days=days)
        failing = [quarter for quarter in range(QUARTERS) if _fails(played, quarter, aim)]
        if not failing:
            break
        for quarter in failing:
            staff[quarter] += 1
    return tuple(staff)


def settle(
    demand: Demand, staff: Sequence[int], aim: float, seconds: float, *, seed: int, days: int
) -> tuple[tuple[int, ...], Played]:
    """The staff with which no quarter is told to miss on the very days that are shown.

    The search plays fewer days than are shown, so that a few quarters can still miss.
    """
    seated = list(staff)
    played = play(demand, seated, seconds=seconds, seed=seed, days=days)
    for _round in range(SETTLING_ROUNDS):
        missing = [quarter for quarter in range(QUARTERS) if _misses(played, demand, quarter, aim)]
        if not missing:
            break
        for quarter in missing:
            seated[quarter] += 1
        played = play(demand, seated, seconds=seconds, seed=seed, days=days)
    return tuple(seated), played


def _misses(played: Played, demand: Demand, quarter: int, aim: float) -> bool:
    likely = played.likely((quarter,)) if demand.emergency.calls[quarter] else None
    return likely is not None and likely.upper < aim


def _fails(played: Played, quarter: int, aim: float) -> bool:
    around = range(max(quarter - 2, 0), min(quarter + 3, QUARTERS))
    found = [played.likely(those) for those in ((quarter,), around)]
    return all(one is not None and one.share < aim for one in found)
