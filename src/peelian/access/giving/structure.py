"""What makes an organisation whole: one tree on any day, posts in units, one holder a post.

Plain rows in, sentences out. Verbs ask it of what they are about to write, a renewal of the whole
extract, so that both keep the same rules.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TypeVar

FOREVER = date.max


@dataclass(frozen=True)
class UnitRow:
    """A unit under one parent, from a first to a last day (None: still)."""

    ref: str
    parent: str | None
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True)
class PostRow:
    """A post of a unit, and the post that it answers to."""

    ref: str
    unit: str
    line: str | None
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True)
class HoldingRow:
    """Somebody in a post."""

    post: str
    officer: str
    starts_on: date
    ends_on: date | None


Row = TypeVar("Row", UnitRow, HoldingRow)


def faults(
    units: Collection[UnitRow],
    posts: Collection[PostRow],
    holdings: Collection[HoldingRow],
    officers: Collection[str],
) -> tuple[str, ...]:
    """Everything that is wrong, each in a sentence with what, where and what would be right."""
    return (
        *_of_units(units),
        *_of_posts(units, posts),
        *_of_holdings(posts, holdings, officers),
    )


def overlap(one: UnitRow | HoldingRow, other: UnitRow | HoldingRow) -> bool:
    """Whether both count on some day; first and last days are both part of it."""
    return one.starts_on <= (other.ends_on or FOREVER) and other.starts_on <= (
        one.ends_on or FOREVER
    )


def circle(units: Collection[UnitRow], on: date) -> tuple[str, ...]:
    """References of units that stand below themselves on this day, in order; empty if none do."""
    above = {
        row.ref: row.parent for row in units if row.starts_on <= on <= (row.ends_on or FOREVER)
    }
    sound: set[str] = set()
    for start in above:
        path: list[str] = []
        ref: str | None = start
        while ref is not None and ref not in sound:
            if ref in path:
                return tuple(path[path.index(ref) :])
            path.append(ref)
            ref = above.get(ref)
        sound.update(path)
    return ()


def _of_units(units: Collection[UnitRow]) -> Iterator[str]:
    known = {row.ref for row in units}
    for row in units:
        yield from _backwards(f"Unit {row.ref}", row.starts_on, row.ends_on)
        if row.parent is not None and row.parent not in known:
            yield (
                f"Unit {row.ref} stands under '{row.parent}', which is no unit: add that unit, or "
                "leave the parent empty for a unit at the top."
            )
    for one, next_one in _clashes(units, key=lambda row: row.ref):
        yield (
            f"Unit {one.ref} stands in two places from {next_one.starts_on}: end the row that "
            f"begins on {one.starts_on} the day before."
        )
    # The tree changes only on first days.
    for day in sorted({row.starts_on for row in units}):
        found = circle(units, day)
        if found:
            yield (
                f"Units {' under '.join((*found, found[0]))} stand in a circle on {day}: put one "
                "of them under another unit."
            )
            return


def _of_posts(units: Collection[UnitRow], posts: Collection[PostRow]) -> Iterator[str]:
    known = {row.ref for row in units}
    named = {row.ref for row in posts}
    for row in posts:
        yield from _backwards(f"Post {row.ref}", row.starts_on, row.ends_on)
        if row.unit not in known:
            yield f"Post {row.ref} is of the unit '{row.unit}', which is no unit: add that unit."
        if row.line is not None and row.line not in named:
            yield (
                f"Post {row.ref} answers to '{row.line}', which is no post: add that post, or "
                "leave it empty."
            )
        if row.line == row.ref:
            yield f"Post {row.ref} answers to itself: name the post of the line manager."


def _of_holdings(
    posts: Collection[PostRow], holdings: Collection[HoldingRow], officers: Collection[str]
) -> Iterator[str]:
    known, people = {row.ref for row in posts}, set(officers)
    for row in holdings:
        where = f"The holding of post {row.post} from {row.starts_on}"
        yield from _backwards(where, row.starts_on, row.ends_on)
        if row.post not in known:
            yield f"{where} is of an unknown post: add the post '{row.post}'."
        if row.officer not in people:
            yield f"{where} names '{row.officer}', who is no member of staff: add them."
    for one, next_one in _clashes(holdings, key=lambda row: row.post):
        yield (
            f"Post {one.post} has two holders from {next_one.starts_on}, {one.officer} and "
            f"{next_one.officer}: end the first the day before."
        )


def _backwards(what: str, starts_on: date, ends_on: date | None) -> Iterator[str]:
    if ends_on is not None and ends_on < starts_on:
        yield f"{what} ends on {ends_on}, before it begins on {starts_on}: mend one of the days."


def _clashes(rows: Iterable[Row], *, key: Callable[[Row], str]) -> Iterator[tuple[Row, Row]]:
    """Rows of one key that follow one another and count on the same day."""
    together: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        together[key(row)].append(row)
    for _, found in sorted(together.items()):
        ordered = sorted(found, key=lambda row: (row.starts_on, row.ends_on or FOREVER))
        for one, next_one in pairwise(ordered):
            if overlap(one, next_one):
                yield one, next_one
