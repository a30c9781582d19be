"""How far off the plan would have been: the newest days are kept back and held against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from peelian.areas.contact.codes import EMERGENCY
from peelian.areas.contact.staffing.demand import Demand, Slot, demand
from peelian.areas.contact.staffing.quarters import PER_HOUR, QUARTERS
from peelian.areas.contact.staffing.simulate import play, replications
from peelian.areas.contact.words import WITHIN_SECONDS

FEWEST_DAYS = 4
KEPT_BACK = 0.25
BUDGET = 12_000


@dataclass(frozen=True)
class BackTest:
    """Errors of a plan made from earlier days on the days kept back.

    `calls_bias` and `calls_error` (mean absolute error by hour) are fractions of the calls that
    came. `share_bias` and `share_error` are differences of the share of 999 calls answered in ten
    seconds, as fractions, hours weighted by their calls; None where no staff were given or no
    carrier's clock is loaded.
    """

    days: tuple[date, ...]
    calls_bias: float
    calls_error: float
    share_bias: float | None
    share_error: float | None


def back_test(rows: Sequence[Slot], staff: Sequence[int] | None, *, seed: int) -> BackTest | None:
    """Plan from the earlier days, hold against the newest quarter of days; None for too few."""
    days = sorted({row.day for row in rows})
    if len(days) < FEWEST_DAYS:
        return None
    later = days[-max(1, round(len(days) * KEPT_BACK)) :]
    fitted = demand([row for row in rows if row.day < later[0]])
    kept = [row for row in rows if row.day >= later[0]]
    bias, error = _calls(fitted, kept, len(later))
    shares = _shares(fitted, kept, staff, seed) if staff is not None else None
    return BackTest(tuple(later), bias, error, *(shares or (None, None)))


def _calls(fitted: Demand, kept: Sequence[Slot], days: int) -> tuple[float, float]:
    came = [0.0] * (QUARTERS // PER_HOUR)
    for row in kept:
        came[row.quarter // PER_HOUR] += row.calls / days
    expected = [0.0] * len(came)
    for quarter in range(QUARTERS):
        calls = fitted.emergency.calls[quarter] + fitted.other.calls[quarter]
        expected[quarter // PER_HOUR] += calls
    whole = sum(came)
    apart = sum(abs(one - other) for one, other in zip(expected, came, strict=True))
    return (sum(expected) - whole) / whole, apart / whole


def _shares(
    fitted: Demand, kept: Sequence[Slot], staff: Sequence[int], seed: int
) -> tuple[float, float] | None:
    clocked = [0] * (QUARTERS // PER_HOUR)
    within = [0] * len(clocked)
    for row in kept:
        if row.line == EMERGENCY:
            clocked[row.quarter // PER_HOUR] += row.clocked
            within[row.quarter // PER_HOUR] += row.within
    played = play(
        fitted,
        staff,
        seconds=WITHIN_SECONDS - fitted.handover,
        seed=seed,
        days=replications(fitted, BUDGET),
    )
    apart = []
    for hour, calls in enumerate(clocked):
        likely = played.likely(range(hour * PER_HOUR, (hour + 1) * PER_HOUR))
        if likely is not None and calls:
            apart.append((calls, likely.share - within[hour] / calls))
    whole = sum(calls for calls, _off in apart)
    if not whole:
        return None
    bias = sum(calls * off for calls, off in apart) / whole
    return bias, sum(calls * abs(off) for calls, off in apart) / whole
