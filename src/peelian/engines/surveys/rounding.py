"""Percentages as people print them: half up from the exact ratio, once, and checked by counts.

Rounding rule: inspection.md I36. A percentage that is rounded twice, cut off, or of another
denominator is found here.
"""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from peelian.engines.surveys.errors import SurveyRefused
from peelian.numbers.rounding import parts_that_fit, rounded


@dataclass(frozen=True)
class Check:
    """What the counts give, what was printed, whether one follows from the other, and in words."""

    computed: str
    printed: str
    follows: bool
    says: str


def percent(counted: int, among: int, decimals: int = 1) -> str:
    """`counted` of `among` in per cent, half away from zero on the exact ratio: "72.5"."""
    scale = 10**decimals
    units = (200 * scale * counted + among) // (2 * among)
    whole, rest = divmod(units, scale)
    return f"{whole}.{rest:0{decimals}d}" if decimals else str(whole)


def numerators(among: int, printed: str) -> tuple[int, ...]:
    """The whole numbers out of `among` that print so; none where nothing does."""
    decimals = _decimals(printed)
    near = parts_that_fit(rounded(Fraction(printed), decimals), among)
    # A half at either end may be rounded two ways; people print it half up.
    return tuple(one for one in near if percent(one, among, decimals) == printed)


def check_of(counted: int, among: int, printed: str) -> Check:
    """Hold a printed percentage against its counts; raises `SurveyRefused` for no percentage."""
    computed = percent(counted, among, _decimals(printed))
    if computed == printed:
        says = f"{counted:,} of {among:,} is {printed}%, as printed"
        return Check(computed, printed, follows=True, says=says)
    says = f"printed {printed}, the counts give {computed}"
    if not numerators(among, printed):
        says += f"; no whole number of {among:,} gives {printed}"
    return Check(computed, printed, follows=False, says=says)


def _decimals(printed: str) -> int:
    """How many decimal places a percentage was printed with."""
    try:
        value = Decimal(printed)
    except InvalidOperation as error:
        raise SurveyRefused(_WRONG.format(printed)) from error
    places = -int(value.as_tuple().exponent) if value.is_finite() else -1
    if not 0 <= places <= 3 or not 0 <= value <= 100 or str(value) != printed:
        raise SurveyRefused(_WRONG.format(printed))
    return places


_WRONG = "'{}' is no percentage as printed: write it like 78.4, from 0 to 100 and without the sign."
