"""Which rows may be the parts of a total row, or columns of a total column: every plausible set."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from peelian.engines.publishing.checker.claims.tables.labels import Role
from peelian.engines.publishing.checker.claims.tables.shape import Line

Parts = tuple[Line, ...]
Ruled = tuple[int, Parts]
"""Parts, and the number of the rule that chose them: one table follows one rule throughout."""


def candidates(lines: Sequence[Line], total: int, tree: Parts) -> tuple[Ruled, ...]:
    """The sets of lines that may make line number ``total`` of ``lines``, the likeliest first.

    ``tree`` are the outermost lines where some lines are sums of those after them.
    """
    whole = lines[total]
    found: dict[Parts, int] = {}
    for rule, parts in enumerate(_sets(lines, total, tree)):
        if len(parts) > 1 and whole not in parts:
            found.setdefault(parts, rule)
    return tuple((rule, parts) for parts, rule in found.items())


def _sets(lines: Sequence[Line], total: int, tree: Parts) -> Iterator[Parts]:
    whole = lines[total]
    before, after = lines[:total], lines[total + 1 :]
    for others in (tuple(reversed(before)), tuple(after)):
        for wanted in (_like(whole), _any):
            yield _run(others, wanted, stop=(Role.TOTAL, Role.SECTION))
            yield _run(others, wanted, stop=(Role.TOTAL,))
            yield _group(others, whole, wanted)
    for others in (tuple(before), tuple(after), tuple(one for one in lines if one is not whole)):
        yield tuple(one for one in others if one.role is Role.PART and _like(whole)(one))
        yield tuple(one for one in others if one.role is Role.PART)
        yield tuple(one for one in others if one.role is Role.TOTAL and _like(whole)(one))
        yield _subtotals(others)
        yield _same_name(others, whole)
        outer = tuple(one for one in others if one in tree)
        yield outer
        yield tuple(one for one in outer if one.role is not Role.TOTAL)


def _like(whole: Line) -> Callable[[Line], bool]:
    return lambda one: one.what is whole.what


def _any(_line: Line) -> bool:
    return True


def _run(
    others: Sequence[Line], wanted: Callable[[Line], bool], *, stop: tuple[Role, ...]
) -> Parts:
    """The parts from here to the next total or heading."""
    found: list[Line] = []
    for one in others:
        if one.role in stop and found:
            break
        if one.role is Role.PART and wanted(one):
            found.append(one)
    return _ordered(found)


def _group(others: Sequence[Line], whole: Line, wanted: Callable[[Line], bool]) -> Parts:
    """The parts under the same heading above several."""
    above = whole.labels[:-1]
    return _ordered(
        one
        for one in others
        if above and one.labels[:-1] == above and one.role is Role.PART and wanted(one)
    )


def _same_name(others: Sequence[Line], whole: Line) -> Parts:
    """The lines of the same name under other headings: all men are men of each rank."""
    if len(whole.labels) < 2:
        return ()
    last = whole.labels[-1]
    return tuple(one for one in others if len(one.labels) > 1 and one.labels[-1] == last)


def _subtotals(others: Sequence[Line]) -> Parts:
    """The totals, and the parts after the last of them that are in none."""
    totals = [at for at, one in enumerate(others) if one.role is Role.TOTAL]
    if not totals:
        return ()
    rest = [one for one in others[totals[-1] + 1 :] if one.role is Role.PART]
    return (*(others[at] for at in totals), *rest)


def _ordered(lines: Iterable[Line]) -> Parts:
    return tuple(sorted(lines, key=lambda one: one.at))
