"""Wilson's and Byar's limits for whole columns at once, for tables of many thousand cells.

The scalar functions in ``shares`` and ``rates`` are the truth; the tests hold these to them. Every
column is one-dimensional, and a bad row raises ``ValueError`` with its number, counted from 0.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from peelian.numbers.checks import positive
from peelian.numbers.confidence import deviate

Column = NDArray[np.float64]


def wilson_columns(k: ArrayLike, n: ArrayLike, confidence: float = 0.95) -> tuple[Column, Column]:
    """Return the lower and upper Wilson limits, as fractions, of ``k`` of ``n`` in each row.

    A row where ``n`` is 0 has no share: both its limits are NaN.
    """
    part, whole = _counts("k", k), _counts("n", n)
    _same_length("k", part, "n", whole)
    _refuse(part > whole, part, "k", "k counts some of the n, so it must not be above n")
    z = deviate(confidence)
    some = np.where(whole > 0, whole, np.nan)
    centre = (part + z * z / 2) / (some + z * z)
    half = z / (some + z * z) * np.sqrt(part * (some - part) / some + z * z / 4)
    lower = np.where((part == 0) & (whole > 0), 0.0, centre - half)
    upper = np.where((part == whole) & (whole > 0), 1.0, centre + half)
    return lower, upper


def byar_columns(
    count: ArrayLike, population: ArrayLike, base: float = 1000, confidence: float = 0.95
) -> tuple[Column, Column]:
    """Return the lower and upper Byar limits, per ``base``, of ``count`` in each row's population.

    A row whose population is 0 or NaN (nobody lives there, or nobody knows how many do) has no
    rate: both its limits are NaN.
    """
    events, people = _counts("count", count), np.asarray(population, dtype=np.float64)
    _same_length("count", events, "population", people)
    _refuse(
        (people < 0) | np.isinf(people), people, "population", "it must be finite and not below 0"
    )
    z = deviate(confidence)
    scale = positive("base", base) / np.where(people > 0, people, np.nan)
    next_up = events + 1
    upper = next_up * (1 - 1 / (9 * next_up) + z / (3 * np.sqrt(next_up))) ** 3
    some = np.maximum(events, 1)
    bracket = np.maximum(0.0, 1 - 1 / (9 * some) - z / (3 * np.sqrt(some)))
    return events * bracket**3 * scale, upper * scale


def _counts(name: str, values: ArrayLike) -> Column:
    column = np.asarray(values, dtype=np.float64)
    # The remainder of NaN and of infinity is NaN, which differs from 0 too.
    with np.errstate(invalid="ignore"):
        broken = (column < 0) | (np.mod(column, 1) != 0)
    _refuse(broken, column, name, "a count must be a whole number, 0 or more")
    return column


def _same_length(name: str, column: Column, other_name: str, other: Column) -> None:
    if column.ndim != 1 or column.shape != other.shape:
        raise ValueError(
            f"{name} has the shape {column.shape} and {other_name} {other.shape}: "
            "give two columns of the same length."
        )


def _refuse(broken: NDArray[np.bool_], column: Column, name: str, rule: str) -> None:
    rows = np.flatnonzero(broken)
    if rows.size:
        raise ValueError(f"row {rows[0]} has {name} {column.flat[rows[0]]:g}: {rule}.")
