"""Which units are most like one of them, by variables that are stated.

Each variable is put on the same footing first: its mean over all units becomes 0 and its standard
deviation 1. Every variable then weighs the same, and which variables are chosen decides everything.
"""

import math
from collections.abc import Mapping, Sequence
from statistics import stdev

from peelian.numbers.ratios import NotComputable


def nearest(
    values: Mapping[str, Sequence[float]], of: str, *, count: int
) -> tuple[tuple[str, float], ...]:
    """Return the ``count`` units nearest to ``of``, with their distance, the nearest first.

    ``values`` holds each unit's variables in the same order. The distance is Euclidean, in standard
    deviations (divided by n - 1, over all units); equal distances stand in the order of their keys.
    A variable that is the same everywhere tells no unit from another and adds nothing. Where there
    are fewer other units than ``count``, all are returned.

    Raises ``NotComputable`` where a unit lacks a variable or there are fewer than three units, and
    ``ValueError`` where ``of`` is none of the units or ``count`` is below 1.
    """
    if of not in values:
        raise ValueError(f"of is {of!r}: give the key of one of the {len(values)} units.")
    if count < 1:
        raise ValueError(f"count is {count}: give how many units to name, 1 or more.")
    if len(values) < 3:
        raise NotComputable(
            f"There are {len(values)} units, and the nearest of them needs 3 or more."
        )
    width = max(len(row) for row in values.values())
    if width == 0:
        raise NotComputable("No variable is given, so no unit is nearer than another.")
    for key, row in values.items():
        if len(row) < width or not all(math.isfinite(value) for value in row):
            raise NotComputable(
                f"{key} lacks one of the {width} variables, so its distance does not exist; "
                "leave it out and name it as missing."
            )
    scales = [_deviation(column) for column in zip(*values.values(), strict=True)]
    here = values[of]
    distances = ((key, _distance(row, here, scales)) for key, row in values.items() if key != of)
    return tuple(sorted(distances, key=lambda one: (one[1], one[0]))[:count])


def _deviation(column: Sequence[float]) -> float:
    # The exact deviation of the standard library: that of equal values is 0 and not a hair off.
    return stdev(float(value) for value in column)


def _distance(one: Sequence[float], other: Sequence[float], scales: Sequence[float]) -> float:
    # Means cancel out of a difference, so units equally far to both sides stay exactly so.
    return math.hypot(
        *((a - b) / scale for a, b, scale in zip(one, other, scales, strict=True) if scale > 0)
    )
