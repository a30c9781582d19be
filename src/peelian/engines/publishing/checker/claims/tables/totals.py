"""One total of a table with what it may be made of, and what speaks for it and against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.tables import labels as table_labels
from peelian.engines.publishing.checker.claims.tables.adding import Added, Fit, View, added
from peelian.engines.publishing.checker.claims.tables.candidates import Parts
from peelian.engines.publishing.checker.claims.tables.cells import NOTED
from peelian.engines.publishing.checker.claims.tables.labels import Role, What
from peelian.engines.publishing.checker.claims.tables.shape import Line

NEAR: Final = Fraction(1, 10)
"""Parts that miss a total by at most this share of it were meant to make it. Peelian's rule."""
UNKNOWN: Final = Fraction(1, 50)
"""Of so many at most the sex, age or origin may be unknown and not be shown. Peelian's rule."""
AVERAGES: Final = 3
"""So many columns of sums prove that the others are sums too, and no averages."""


@dataclass(frozen=True)
class Total:
    """A total line with the parts that one rule gives it, and how they fit in each other line."""

    view: View
    whole: Line
    rule: int
    parts: Parts
    sums: tuple[tuple[Line, Added], ...]

    def having(self, fit: Fit) -> list[Added]:
        """The sums that fit like this."""
        return [one for _other, one in self.sums if one.fit is fit]

    @property
    def misses(self) -> list[Added]:
        """The sums that contradict their total."""
        return [one for _other, one in self.sums if one.misses]

    @property
    def labels(self) -> list[str]:
        """The words of its parts."""
        return [line.words for line in self.parts]


def read(view: View, whole: Line, rule: int, parts: Parts) -> Total:
    """A total with one set of parts, added up wherever it can be."""
    sums = tuple((other, added(view, whole, parts, other)) for other in view.others)
    return Total(view, whole, rule, parts, sums)


def likeliest(one: Total) -> tuple[int, int]:
    """The more it explains and the less it leaves, the likelier it is what was meant."""
    return len(one.having(Fit.FITS)), -len(one.misses)


def is_near(one: Added) -> bool:
    """Whether the parts come close to the total."""
    whole = one.whole.value or Fraction(0)
    return abs(one.value - whole) <= NEAR * whole


def within_halves(one: Added) -> bool:
    """Whether the rounding of every number to a whole one explains the difference."""
    whole = all(not cell.decimals for cell in (one.whole, *one.parts))
    off = abs(one.value - (one.whole.value or 0))
    return whole and off <= Fraction(len(one.parts) + 1, 2)


def is_average(one: Added, fits: Sequence[Added]) -> bool:
    """Whether it is in a column of averages that no word tells."""
    decimals = any(cell.decimals > 0 for cell in (one.whole, *one.parts))
    return one.looks_average and (len(fits) < AVERAGES or decimals)


def doubt(total: Total, other: Line, one: Added) -> str:
    """Why a total that is not the sum of its parts may yet be right."""
    once = table_labels.counts_once
    alike = any(once(another.labels) for another, found in total.sums if found.fit is Fit.FITS)
    if one.fit is Fit.MORE and once((*other.labels, *total.whole.labels)) and not alike:
        return "what is counted here may stand in several of them"
    cells = (one.whole, *one.parts)
    if any(cell.bracketed for cell in cells):
        return "numbers in brackets may be below zero or not"
    if any(cell.noted for cell in cells):
        return "a note is referred to that may say why"
    return ""


def other_reading(total: Total, wrong: Sequence[Added]) -> str:
    """Why all that is wrong may be right, if one line is no part or one part is not shown."""
    fits = total.having(Fit.FITS)
    if all(one.fit is Fit.MORE for one in wrong):
        for at, line in enumerate(total.parts):
            nothing = all(not one.parts[at].value for one in fits)
            if nothing and all(_off(one) == one.parts[at].value for one in wrong):
                return f"they make it if {line.words or 'a line'} is no part of it"
    if wrong and all(one.fit is Fit.LESS for one in wrong):
        few = all(-_off(one) <= UNKNOWN * (one.whole.value or 0) for one in wrong)
        people = few and table_labels.may_be_unknown(total.labels)
        if (len(wrong) > 1 or people) and not table_labels.leaves_nothing(total.labels):
            return "a part may not be shown"
    return ""


def is_flat(total: Total) -> bool:
    """Whether all lines are parts of the one total, which stands first or last."""
    lines = [one for one in total.view.lines if one.what is What.COUNT]
    totals = sum(one.role is Role.TOTAL for one in lines)
    if totals != 1 or total.whole not in (lines[0], lines[-1]):
        return False
    if table_labels.is_nested(one.words for one in total.view.lines):
        return False
    return all(one in total.parts or one is total.whole for one in lines)


def divides(total: Total, other: Line, one: Added) -> bool:
    """Whether words alone tell that a total must be the sum of its parts."""
    noted = [line.labels[-1] for line in (total.whole, *total.parts) if line.labels]
    said = (*total.whole.labels, *other.labels)
    near = total.view.shape.near
    if table_labels.may_overlap(near) or table_labels.counts_once(said):
        return False
    if doubt(total, other, one) or any(map(NOTED.search, noted)):
        return False
    if one.fit is Fit.MORE:
        return is_near(one) or table_labels.exclude(total.labels)
    return is_near(one) and table_labels.leaves_nothing(total.labels)


def _off(one: Added) -> Fraction:
    return one.value - (one.whole.value or 0)
