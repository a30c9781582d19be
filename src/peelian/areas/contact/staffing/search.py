"""The smallest staff in each quarter with whom 999 calls meet the aim, found by playing days.

The formulas say where to begin: one below their answer, which knows of no hang-ups and of no queue
left over from the quarter before. Where a quarter fails, one more is seated, for a few rounds.
"""

from peelian.areas.contact.staffing.demand import Demand
from peelian.areas.contact.staffing.erlang import offered, smallest_staff
from peelian.areas.contact.staffing.quarters import QUARTER_SECONDS, QUARTERS
from peelian.areas.contact.staffing.simulate import Played, play, replications

# Calls answered in one round of the search, and rounds at most.
BUDGET = 12_000
ROUNDS = 4


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


def _fails(played: Played, quarter: int, aim: float) -> bool:
    around = range(max(quarter - 2, 0), min(quarter + 3, QUARTERS))
    found = [played.likely(those) for those in ((quarter,), around)]
    return all(one is not None and one.share < aim for one in found)
