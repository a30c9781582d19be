"""What the arithmetic accepts: counts are whole, parts fit inside wholes, populations are above 0.

Each function returns the checked value or raises ``ValueError`` with a sentence that says what was
given and what would be right.
"""

import math
import operator
from typing import SupportsIndex


def whole_number(name: str, value: SupportsIndex) -> int:
    """Return ``value`` as an int: a count of records, people or events, 0 or more."""
    try:
        number = operator.index(value)
    except TypeError:
        raise ValueError(
            f"{name} is {value!r}: it counts things, so give a whole number such as 26 (an int)."
        ) from None
    if number < 0:
        raise ValueError(f"{name} is {number}: a count cannot be below 0; give 0 or more.")
    return number


def part_and_whole(k: SupportsIndex, n: SupportsIndex) -> tuple[int, int]:
    """Return ``k`` and ``n`` as ints, where ``k`` records were counted among ``n`` of them."""
    part = whole_number("k", k)
    whole = whole_number("n", n)
    if whole == 0:
        raise ValueError(
            "n is 0: nothing has no share; give n of 1 or more, "
            "or report the figure as not computable."
        )
    if part > whole:
        raise ValueError(
            f"k is {part} but n is {whole}: k counts some of the n, so give a k from 0 to {whole}."
        )
    return part, whole


def positive(name: str, value: float) -> float:
    """Return ``value`` as a float: a population, person-years or a base, above 0."""
    try:
        usable = math.isfinite(value) and value > 0
    except TypeError:
        usable = False
    if not usable:
        raise ValueError(f"{name} is {value!r}: give a finite number above 0, such as 1000.")
    return float(value)


def fraction(name: str, value: float) -> float:
    """Return ``value`` if it lies strictly between 0 and 1, as a confidence or a quantile must."""
    if not 0 < value < 1:
        raise ValueError(f"{name} is {value!r}: give a fraction between 0 and 1, such as 0.95.")
    return value
