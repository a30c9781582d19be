"""How a recomputed margin is told: what has it, by which formula, from lists of what length."""

from fractions import Fraction

from peelian.engines.publishing.checker.claims.margins import formulas
from peelian.engines.publishing.checker.claims.margins.phrases import Half
from peelian.engines.publishing.checker.claims.saying import between, number
from peelian.numbers.rounding import Range, rounded


def only_lists(half: Half, n: int, fits: formulas.Lists, plain: Range) -> str:
    """Which lists explain a margin that is smaller than the simple formula gives."""
    said = (
        f"only with the correction for a finite population: {number(fits.count)} of {number(n)} "
        f"fits {lists(*fits.first)} and no other; by the simple formula it would be "
        f"{printed(plain, half)}"
    )
    least, most = fits.others
    if least < most:
        said += (
            f"; {number(least)} to {number(most)} of {number(n)} all round to "
            f"{share_of(half)} and fit {lists(fits.shortest, fits.longest)}"
        )
    return said


def lists(shortest: int, longest: int | None) -> str:
    if longest is None:
        return f"a list of {number(shortest)} records or more"
    if shortest == longest:
        return f"a list of {number(shortest)} records"
    return f"a list of {number(shortest)} to {number(longest)} records"


def sizes_of(half: Half, level: Fraction) -> str:
    """Which samples explain a margin where none is printed."""
    sizes = formulas.sizes_that_fit(percent_of(half), half.span, level)
    if not sizes:
        return ""
    listed = (
        " or ".join(number(one) for one in sizes)
        if len(sizes) <= 3
        else f"{number(sizes[0])} to {number(sizes[-1])}"
    )
    return f"by the simple formula, {share_of(half)} has it in a sample of {listed}"


def percent_of(half: Half) -> Range:
    if half.estimate is None:
        return formulas.WORST
    return rounded(half.estimate.value, half.estimate.decimals)


def share_of(half: Half) -> str:
    value = half.estimate.value if half.estimate is not None else Fraction(50)
    return f"{number(value)} per cent"


def points(span: Range) -> str:
    """A margin for readers: ``5.08 to 5.15 points``."""
    return f"a margin of {between(span)} points"


def printed(span: Range, half: Half) -> str:
    """A margin as it would have been printed, with as many decimals."""
    high = span.high if isinstance(span.high, Fraction) else span.low
    middle = (span.low + high) / 2
    return f"{float(middle):.{max(0, half.half.decimals)}f}"
