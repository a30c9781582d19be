"""A whole day of the room, played many times: 999 first, and people who hang up.

The library is Ciw. Its own shift change sends everybody home and seats a whole new room beside
those who still talk, which would double the staff for a while; `Room` changes only the difference,
and those who leave finish their call first.
"""

import math
import random
import threading
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import ciw

from peelian.areas.contact.staffing.demand import Demand, Line
from peelian.areas.contact.staffing.quarters import QUARTER_SECONDS, QUARTERS

FIRST, SECOND = "999", "101"
# Before midnight, so that the day does not begin in an empty room; and after, so that nobody who
# came before the end is cut off.
EARLIER = 4  # quarters
LATER = 8  # quarters
# Some thousand calls say enough of a quarter; more would make people wait for the page.
FEWEST, MOST = 8, 60
Z = 1.959964
# Ciw keeps its random numbers in the module, so two days must not be played at once.
_one_at_a_time = threading.Lock()


@dataclass(frozen=True)
class Likely:
    """A share from played days, with the ends of its likely range (95%)."""

    share: float
    lower: float
    upper: float


@dataclass(frozen=True)
class Played:
    """What happened on the played days: for each day, the counts of each quarter.

    `asked` counts the moments at which it is known how long a 999 caller waits, `within` those of
    them in time: see `play`.
    """

    asked: tuple[tuple[int, ...], ...]
    within: tuple[tuple[int, ...], ...]
    others: int
    others_gave_up: int
    others_waited: float

    def likely(self, quarters: Sequence[int]) -> Likely | None:
        """The share of 999 calls of these quarters answered in time; None where no call came.

        Days differ as wholes, so the range rests on how the played days differ, and is never
        narrower than that of as many separate calls.
        """
        came = [sum(day[quarter] for quarter in quarters) for day in self.asked]
        met = [sum(day[quarter] for quarter in quarters) for day in self.within]
        whole, days = sum(came), len(came)
        if not whole:
            return None
        share = sum(met) / whole
        spread = sum((one - share * of) ** 2 for one, of in zip(met, came, strict=True))
        between = math.sqrt(spread * days / max(days - 1, 1)) / whole
        shrunk = (sum(met) + 2) / (whole + 4)
        error = max(between, math.sqrt(shrunk * (1 - shrunk) / (whole + 4)))
        return Likely(share, max(share - Z * error, 0.0), min(share + Z * error, 1.0))


class Room(ciw.Node):  # type: ignore[misc]  # the library has no types
    """A room whose shift change seats or sends away only the difference."""

    @property
    def seated(self) -> list[Any]:
        """Those on duty: who finishes a last call is not."""
        return [server for server in self.servers if not server.offduty]

    def take_servers_off_duty(self, preemption: bool = False) -> None:
        surplus = max(len(self.seated) - self.schedule.c, 0)
        for server in sorted(self.seated, key=lambda one: bool(one.busy))[:surplus]:
            server.shift_end = self.next_event_date
            if server.busy:
                server.offduty = True
            else:
                self.kill_server(server)

    def add_new_servers(self, num_servers: int) -> None:
        super().add_new_servers(num_servers - len(self.seated))


def replications(demand: Demand, budget: int) -> int:
    """How many days to play so that about so many calls are answered in all."""
    return min(max(round(budget / max(demand.calls, 1.0)), FEWEST), MOST)


def play(demand: Demand, staff: Sequence[int], *, seconds: float, seed: int, days: int) -> Played:
    """Play so many days with these staff in the 96 quarters.

    `seconds` is the longest wait in the room that counts as in time. The same seed gives the same
    days. A 101 call comes upon the same room as a 999 call of its quarter would, so it too is asked
    how long a 999 caller would have waited in its place; that makes one played day tell as much as
    several.
    """
    asked, within = [], []
    others = gave_up = 0
    waited = 0.0
    with _one_at_a_time:
        before = random.getstate(), ciw.rng
        try:
            for number in range(days):
                ciw.seed(seed + number)
                records = _day(demand, staff)
                starts = _starts(records)
                came, met = [0] * QUARTERS, [0] * QUARTERS
                for record in records:
                    quarter = int(record.arrival_date // QUARTER_SECONDS) - EARLIER
                    if not 0 <= quarter < QUARTERS:
                        continue
                    came[quarter] += 1
                    if record.customer_class == FIRST:
                        met[quarter] += _answered(record) and record.waiting_time <= seconds
                        continue
                    met[quarter] += _first_in_time(record, starts, seconds)
                    others += 1
                    gave_up += record.record_type == "renege"
                    waited += record.waiting_time or 0.0
                asked.append(tuple(came))
                within.append(tuple(met))
        finally:
            random.setstate(before[0])
            ciw.rng = before[1]
    return Played(tuple(asked), tuple(within), others, gave_up, waited)


def _answered(record: Any) -> bool:
    """Whether a call was taken: those still waiting at the very end were not."""
    return record.record_type != "renege" and record.waiting_time is not None


def _starts(records: Sequence[Any]) -> list[tuple[float, bool, float]]:
    """When calls were taken, in order: the time, whether a 999 call, and when it had come."""
    return sorted(
        (record.service_start_date, record.customer_class == FIRST, record.arrival_date)
        for record in records
        if _answered(record)
    )


def _first_in_time(
    record: Any, starts: Sequence[tuple[float, bool, float]], seconds: float
) -> bool:
    """Whether a 999 call would have been taken in time had it come in this call's place.

    It would have been taken in the place of the first later call that is not a 999 call which had
    come before.
    """
    came = record.arrival_date
    if _answered(record) and record.waiting_time <= seconds:
        return True
    at = bisect_right(starts, (came, True, math.inf))
    while at < len(starts) and starts[at][0] <= came + seconds:
        _when, emergency, had_come = starts[at]
        if not emergency or had_come > came:
            return True
        at += 1
    return False


def _day(demand: Demand, staff: Sequence[int]) -> list[Any]:
    """The records of one day with its evening before and its morning after."""
    order = [*range(QUARTERS - EARLIER, QUARTERS), *range(QUARTERS)]
    ends = [QUARTER_SECONDS * (number + 1) for number in range(len(order) + LATER)]
    lines = {FIRST: demand.emergency, SECOND: demand.other}
    network = ciw.create_network(
        arrival_distributions={
            name: [_arrivals(line, order, ends[: len(order)])] for name, line in lines.items()
        },
        service_distributions={
            name: [ciw.dists.Exponential(1 / (line.handling or 1.0))]
            for name, line in lines.items()
        },
        reneging_time_distributions={
            name: [ciw.dists.Exponential(1 / line.patience) if line.patience else None]
            for name, line in lines.items()
        },
        priority_classes={FIRST: 0, SECOND: 1},
        number_of_servers=[
            ciw.Schedule(
                numbers_of_servers=[*(staff[quarter] for quarter in order), *[staff[-1]] * LATER],
                shift_end_dates=ends,
            )
        ],
    )
    simulation = ciw.Simulation(network, node_class=Room)
    simulation.simulate_until_max_time(ends[-1])
    return list(simulation.get_all_records(include_incomplete=True))


def _arrivals(line: Line, order: Sequence[int], ends: Sequence[float]) -> Any:
    rates = [line.calls[quarter] / QUARTER_SECONDS for quarter in order]
    return ciw.dists.PoissonIntervals(rates, list(ends), ends[-1]) if any(rates) else None
