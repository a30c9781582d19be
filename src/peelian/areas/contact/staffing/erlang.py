"""Waiting in a queue with several people to answer, by formula: Erlang's, and with one line first.

All assume that calls come at random at an even rate, that handling times are exponential and that
nobody hangs up, so they overstate waits where people do. They are where a search for staff begins;
the simulation decides. Loads are in erlangs: calls per hour x mean handling seconds / 3600.

Source: Gross, Shortle, Thompson and Harris 2008, sections 2.3 and 3.4.1.
"""

import math

# No control room in the country seats as many.
MOST_STAFF = 500


def offered(calls: float, *, handling: float, seconds: float) -> float:
    """The load in erlangs of so many calls in so many seconds, each handled so long."""
    return calls * handling / seconds


def everyone_busy(load: float, staff: int) -> float:
    """Erlang C: the chance that a caller finds everybody busy. 1 where the load is too much."""
    if load <= 0:
        return 0.0
    if staff <= load:
        return 1.0
    blocked = 1.0
    for number in range(1, staff + 1):
        blocked = load * blocked / (number + load * blocked)
    return blocked / (1 - (load / staff) * (1 - blocked))


def answered_within(seconds: float, *, load: float, staff: int, handling: float) -> float:
    """The share of calls answered within so many seconds where all wait in one line."""
    return first_answered_within(seconds, load=load, first=load, staff=staff, handling=handling)


def first_answered_within(
    seconds: float, *, load: float, first: float, staff: int, handling: float
) -> float:
    """The same for calls that are answered before all others, which break off no call.

    `load` is that of all calls, `first` that of those answered first. A caller who finds everybody
    busy waits for calls to end, behind those of the same kind alone.
    """
    if staff <= first:
        return 0.0
    leaving = (staff - first) / handling
    return 1 - everyone_busy(load, staff) * math.exp(-leaving * seconds)


def mean_wait(*, load: float, staff: int, handling: float) -> float:
    """Mean seconds to an answer of all callers; infinite where the load is too much."""
    if staff <= load:
        return math.inf
    return everyone_busy(load, staff) * handling / (staff - load)


def smallest_staff(
    aim: float, seconds: float, *, load: float, first: float, handling: float
) -> int:
    """The fewest staff with whom the calls answered first meet the aim; 0 where none come."""
    if first <= 0:
        return 0
    enough = (
        staff
        for staff in range(1, MOST_STAFF)
        if first_answered_within(seconds, load=load, first=first, staff=staff, handling=handling)
        >= aim
    )
    return next(enough, MOST_STAFF)


def rostered(seated: int, shrinkage: float) -> int:
    """How many must be rostered so that so many sit at their desks.

    `shrinkage` is the fraction lost to leave, training, breaks and sickness. Raises `ValueError`
    where it is no fraction below 1.
    """
    if not 0 <= shrinkage < 1:
        raise ValueError(f"Shrinkage is {shrinkage:g}: give a fraction below 1, such as 0.3.")
    return math.ceil(round(seated / (1 - shrinkage), 9))
