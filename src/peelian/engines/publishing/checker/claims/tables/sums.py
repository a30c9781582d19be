"""Total rows and total columns of a table against their parts.

Which rows are the parts of a total is learnt from the table itself: the set of rows that makes the
total in most columns is meant, and a column in which it does not is wrong. Where one column is all
there is, the other totals of the table, or the labels, must tell.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from peelian.engines.publishing.checker.claims.saying import number
from peelian.engines.publishing.checker.claims.tables.adding import (
    Added,
    Fit,
    View,
    hides_nesting,
    outermost,
)
from peelian.engines.publishing.checker.claims.tables.candidates import Parts, candidates
from peelian.engines.publishing.checker.claims.tables.cells import Cell
from peelian.engines.publishing.checker.claims.tables.labels import Role, role
from peelian.engines.publishing.checker.claims.tables.saying import (
    allowed,
    gap_words,
    listed,
    named,
    several,
    table_finding,
    top_of,
)
from peelian.engines.publishing.checker.claims.tables.shape import Shape
from peelian.engines.publishing.checker.claims.tables.totals import (
    Total,
    divides,
    doubt,
    is_average,
    is_flat,
    is_near,
    likeliest,
    other_reading,
    read,
    within_halves,
)
from peelian.engines.publishing.checker.findings import Finding, Verdict

MOST_LINES: Final = 600
MOST_TOTALS: Final = 60
"""Larger tables are data, not print. Peelian's own limits, so that no table takes minutes."""
PROOF: Final = 2
"""So many other totals of a table must be made alike before one that stands alone is refused."""
ROUNDED: Final = "the parts make it if they are rounded to whole numbers"


def find(shape: Shape) -> Iterator[Finding]:
    """Every total of a table with what its parts come to."""
    for across in (False, True):
        view = View(shape, across)
        if len(view.lines) > MOST_LINES:
            continue
        totals = [at for at, one in enumerate(view.lines) if one.role is Role.TOTAL][:MOST_TOTALS]
        tree = outermost(view) if totals else ()
        yield from _all([found for at in totals if (found := _readings(view, at, tree))])


def _readings(view: View, at: int, tree: Parts) -> list[Total]:
    """What a total may be made of, up to the first set of parts that fits everywhere."""
    found: list[Total] = []
    for rule, parts in candidates(view.lines, at, tree):
        found.append(read(view, view.lines[at], rule, parts))
        if found[-1].having(Fit.FITS) and not found[-1].misses:
            break
    return found


def _all(readings: Sequence[Sequence[Total]]) -> Iterator[Finding]:
    """What is said of all totals of a table, each with everything it may be made of."""
    best = [max(one, key=likeliest) for one in readings]
    proved = Counter(one.rule for one in best if one.having(Fit.FITS) and not one.misses)
    for one, ways in zip(best, readings, strict=True):
        if one.having(Fit.FITS):
            yield from _said(one)
            continue
        alike = [way for way in ways if proved[way.rule] >= PROOF and len(way.misses) == 1]
        yield from _as_others(alike[0]) if alike else _unproved(ways[0])


def _said(best: Total) -> Iterator[Finding]:
    """What is said of a total that its parts make in most columns."""
    fits, opens = best.having(Fit.FITS), best.having(Fit.OPEN)
    pairs = [pair for pair in best.sums if pair[1].misses and not is_average(pair[1], fits)]
    wrong = [one for _other, one in pairs]
    if len(wrong) > len(fits):
        return
    yield _agreed(best, fits)
    rough = [one for one in wrong if within_halves(one)]
    for other, one in pairs:
        # Several that whole numbers explain are whole numbers; a single one is an error.
        why = ROUNDED if len(rough) > 1 and one in rough else ""
        why = why or doubt(best, other, one) or other_reading(best, wrong)
        if not why:
            yield _wrong(best, one)
        elif why is not ROUNDED or one is rough[0]:
            yield _open(best, one, f"{_comes_to(best, one)}; {why}")
    if opens:
        yield _open(best, opens[0], gap_words(opens[0].parts))


def _as_others(total: Total) -> Iterator[Finding]:
    """A total that has no other column to prove it, in a table whose other totals fit alike."""
    other, one = next(pair for pair in total.sums if pair[1].misses)
    if not is_near(one) or one.looks_average or hides_nesting(one):
        return
    why = doubt(total, other, one)
    yield _open(total, one, f"{_comes_to(total, one)}; {why}") if why else _wrong(total, one)


def _unproved(total: Total) -> Iterator[Finding]:
    """What can be said where nothing but the labels tells that these are the parts."""
    wrong, opens = total.misses, total.having(Fit.OPEN)
    if not wrong and opens:
        yield _open(total, opens[0], gap_words(opens[0].parts))
    if not wrong or wrong[0].looks_average or not is_flat(total):
        return
    other, one = next(pair for pair in total.sums if pair[1].misses)
    alone = len(wrong) == 1 and not opens and not hides_nesting(one)
    if alone and divides(total, other, one):
        yield _wrong(total, one)
    elif is_near(one):
        why = "a part may be left out or count twice" if alone else "its parts may be others"
        yield _open(total, one, f"{_comes_to(total, one)}; {why}")


def _what(total: Total) -> str:
    return "column" if total.view.across else "row"


def _comes_to(total: Total, one: Added) -> str:
    off = abs(one.value - (one.whole.value or 0))
    side = "more" if one.value > (one.whole.value or 0) else "less"
    return f"the {_what(total)}s come to {number(one.value)}, {number(off)} {side} than the total"


def _agreed(total: Total, fits: Sequence[Added]) -> Finding:
    what, covers = _what(total), sum(len(one.parts) for one in fits)
    many = f"the {several(len(total.parts), what)} ({named(total.parts)})"
    if len(fits) == 1:
        computed = f"{many} come to {number(fits[0].value)}: {listed(fits[0].parts)}"
        cells: list[Cell] = [fits[0].whole]
    else:
        instances = "row" if total.view.across else "column"
        computed = (
            f"{many} make the total in {several(len(fits), instances)}; {covers:,} cells added up"
        )
        cells = [_label(total), *(one.whole for one in fits)]
    return table_finding(total.view.shape, Verdict.AGREES, cells, computed=computed)


def _label(total: Total) -> Cell:
    """The cell that names a total line: of a row its label, of a column its heading."""
    shape, at = total.view.shape, total.whole.at
    if total.view.across:
        return (*top_of(shape, total.whole), shape.at(shape.heads, at))[0]
    labels = [one for one in shape.cells[at][: shape.columns[0].at] if one.printed]
    return next(one for one in labels if role([one.printed]) is Role.TOTAL)


def _wrong(total: Total, one: Added) -> Finding:
    return table_finding(
        total.view.shape,
        Verdict.DOES_NOT_FOLLOW,
        (one.whole, *one.parts),
        computed=f"{listed(one.parts)} is {number(one.value)}",
        allowed=allowed(one.span),
        because=_comes_to(total, one),
    )


def _open(total: Total, one: Added, because: str) -> Finding:
    return table_finding(total.view.shape, Verdict.CANNOT, (one.whole, *one.parts), because=because)
