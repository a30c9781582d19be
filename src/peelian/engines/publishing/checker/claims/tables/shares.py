"""Percentages in tables against the counts beside them, or before them in the same cell.

What they are shares of is learnt from the table: of the column's total, the row's, a base in the
heading, or a column beside. Whatever explains most of them is meant, and the rest must fit as well.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.saying import between, number
from peelian.engines.publishing.checker.claims.tables.bases import Reading, Share, readings
from peelian.engines.publishing.checker.claims.tables.saying import (
    allowed,
    several,
    table_finding,
    top_of,
)
from peelian.engines.publishing.checker.claims.tables.shape import Line, Shape
from peelian.engines.publishing.checker.findings import Finding, Verdict
from peelian.numbers.rounding import Range, exactly, rounded, wholes_that_fit

PROOF: Final = 3
"""So many percentages prove what they are shares of, where the table does not say."""

LEAST: Final = Fraction(4, 5)
"""At least so much of a base must have answered for a smaller one to be likely. Peelian's rule."""
LIKE: Final = Fraction(9, 10)
"""How near the bases of one row lie to each other, as shares of those of their columns."""

FEWER: Final = "all of its row fit smaller bases in like measure: the row seems to be of fewer"
ADJUSTED: Final = "they fit if they were adjusted to make 100"
ROUNDED: Final = "they fit if the whole numbers are rounded"


def find(shape: Shape) -> Iterator[Finding]:
    """Every column of percentages with counts of which they are shares."""
    best = []
    for column in shape.columns:
        found = [one for one in readings(shape, column) if one.shares]
        if found:
            best.append((column, max(found, key=_likeliest)))
    fewer = _rows_of_fewer([reading for _, reading in best])
    for column, reading in best:
        yield from _said(shape, column, reading, fewer)


def _rows_of_fewer(best: Sequence[Reading]) -> frozenset[int]:
    """The rows in which every percentage is of fewer than its column says, in like measure.

    "442 (35.3) | 466 (37.5)" under n = 1,838 and n = 1,816 is of those who were still at risk.
    """
    rows: dict[int, list[Share]] = {}
    for reading in best:
        for one in reading.shares:
            rows.setdefault(one.percent.row, []).append(one)
    return frozenset(at for at, found in rows.items() if len(found) > 1 and _alike(found))


def _alike(found: Sequence[Share]) -> bool:
    if any(one.fits or not one.value or not one.printed for one in found):
        return False
    parts = [one.value / one.printed for one in found]
    return max(parts) < 1 and min(parts) > max(parts) * LIKE


def _likeliest(one: Reading) -> tuple[int, bool, int]:
    return _telling(one), one.stated, -len(_wrong(one))


def _telling(one: Reading) -> int:
    return sum(share.tells for share in one.shares)


def _wrong(one: Reading) -> list[Share]:
    return [share for share in one.shares if not share.fits]


def _said(shape: Shape, column: Line, best: Reading, fewer: frozenset[int]) -> Iterator[Finding]:
    telling, wrong = _telling(best), _wrong(best)
    proved = telling >= PROOF and len(wrong) * 2 <= telling
    if not proved and not (best.stated and telling >= max(1, len(wrong))):
        return
    yield _agreed(shape, column, [share for share in best.shares if share.fits])
    rough = [one for one in wrong if _fits_halves(one)]
    adjusted = _adjusted(best, wrong)
    for one in wrong:
        # Several that rounded counts explain are rounded counts; a single one is an error.
        if adjusted or (len(rough) > 1 and one in rough):
            doubt = ADJUSTED if adjusted else ROUNDED
            if one is wrong[0] or one is rough[0]:
                yield _finding(shape, one, doubt)
        else:
            of_fewer = FEWER if one.percent.row in fewer else ""
            yield _finding(shape, one, of_fewer or _smaller_base(one))


def _adjusted(reading: Reading, wrong: Sequence[Share]) -> bool:
    """Whether percentages are off by one of their last place, and make 100 just so."""
    decimals = {one.decimals for one in reading.shares}
    if not reading.of_column or len(decimals) != 1 or not wrong:
        return False
    unit = Fraction(1, 10 ** max(decimals))
    near = all(abs(one.value - one.printed) <= unit for one in wrong)
    return near and sum(one.printed for one in reading.shares) == 100


def _smaller_base(one: Share) -> str:
    """The base that fits, where some of those in the heading may not have answered."""
    said = rounded(one.printed, one.decimals)
    if not one.whole.most or one.part.value is None or said.low < 0:
        return ""
    fitting = wholes_that_fit(said, exactly(one.part.value))
    if fitting is None or not LEAST * one.whole.value <= fitting.high < one.whole.value:
        return ""
    return f"it fits a base of {between(fitting)}, if some did not answer"


def _fits_halves(one: Share) -> bool:
    half = Fraction(1, 2)
    if one.part.value is None or one.part.decimals or one.whole.value <= half:
        return False
    part = Range(max(Fraction(0), one.part.value - half), one.part.value + half)
    whole = Range(one.whole.value - half, one.whole.value + half)
    return part.over(whole).by(100).meets(rounded(one.printed, one.decimals))


def _agreed(shape: Shape, column: Line, fits: Sequence[Share]) -> Finding:
    wholes = {one.whole.words for one in fits}
    words = wholes.pop() if len(wholes) == 1 else "the total below"
    fit = "fits as a share" if len(fits) == 1 else "fit as shares"
    computed = f"{several(len(fits), 'percentage')} {fit} of {words}"
    cells = (*top_of(shape, column), *(one.percent for one in fits))
    return table_finding(shape, Verdict.AGREES, cells, computed=computed)


def _finding(shape: Shape, one: Share, doubt: str) -> Finding:
    whole = [] if one.whole.cell is None else [one.whole.cell]
    count = number(one.part.value or 0)
    return table_finding(
        shape,
        Verdict.CANNOT if doubt else Verdict.DOES_NOT_FOLLOW,
        (one.percent, one.part, *whole),
        computed=(
            f"{count} of {number(one.whole.value)} ({one.whole.words}) is "
            f"{number(one.value)} per cent, printed as {number(one.printed, 6)}"
        ),
        allowed=allowed(one.possible, percent=True),
        because=doubt or "the other percentages are shares of the same",
    )
