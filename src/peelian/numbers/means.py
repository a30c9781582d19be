"""Whether a mean and a tail can both be true of the same waits.

If 41% waited longer than 168 hours, they alone bring the mean of everybody to 68.9 hours, even if
all the others waited no time at all. A published mean below that is not the mean of those waits.

Source: Markov's inequality.
"""

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class TailCheck:
    """A mean held against a tail, both as published.

    ``least`` is the smallest mean that the tail allows, in the unit of the mean. ``arithmetic``
    says it in numbers: ``0.41 x 168 = 68.9, which is more than 22``.
    """

    mean: float
    tail: float
    beyond: float
    least: float
    allowed: bool
    arithmetic: str


def least_mean(tail: float, beyond: float, floor: float = 0.0) -> float:
    """Return the smallest mean of values of which the share ``tail`` lies above ``beyond``.

    ``floor`` is the least that any value can be: 0 for a wait. ``beyond`` and ``floor`` are in the
    unit of the values. Raises ``ValueError`` where the tail is no fraction, a value is not finite,
    or ``floor`` is above ``beyond``.
    """
    if not 0 <= tail <= 1:
        raise ValueError(f"tail is {tail!r}: give a fraction from 0 to 1, such as 0.41.")
    if not (math.isfinite(beyond) and math.isfinite(floor) and floor <= beyond):
        raise ValueError(
            f"beyond is {beyond!r} and floor {floor!r}: give two finite numbers, "
            "the floor not above the other."
        )
    return floor + tail * (beyond - floor)


def check_mean(
    mean: float,
    *,
    tail: float,
    beyond: float,
    rounding: float = 0.5,
    tail_rounding: float = 0.005,
) -> TailCheck:
    """Say whether values of 0 or more can have this ``mean`` and this ``tail`` above ``beyond``.

    ``rounding`` and ``tail_rounding`` are half the last unit printed of the mean and of the share:
    0.5 for a mean in whole hours, 0.005 for a share in whole per cent, 0 for figures not rounded.
    The mean is refused only if it is too low at both ends of that rounding. ``beyond`` is a limit
    and taken as exact.

    Raises ``ValueError`` as ``least_mean`` does, and for a mean or rounding below 0.
    """
    given = {"mean": mean, "rounding": rounding, "tail_rounding": tail_rounding}
    for name, value in given.items():
        if not (math.isfinite(value) and value >= 0):
            raise ValueError(f"{name} is {value!r}: give a finite number, 0 or more.")
    least = least_mean(tail, beyond)
    short = least > mean
    allowed = mean + rounding >= least_mean(max(0.0, tail - tail_rounding), beyond)
    relation = "more than" if short else "not more than"
    excuse = ", but by no more than rounding explains" if short and allowed else ""
    arithmetic = f"{tail:g} x {beyond:g} = {_shown(least)}, which is {relation} {mean:g}{excuse}"
    return TailCheck(mean, tail, beyond, least, allowed, arithmetic)


def _shown(value: float) -> str:
    """Three significant figures, or all before the point where there are more."""
    places = 2 - math.floor(math.log10(value)) if value > 0 else 0
    return f"{value:.{max(0, places)}f}"
