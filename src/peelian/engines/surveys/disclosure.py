"""Which groups may be told apart in a breakdown, so that no arithmetic reaches a small one.

The attacker is assumed to know who answered, to which groups each belongs and which combinations of
groups exist, and to have every count that is kept. Groups are blocks of people; a block that is too
small, or small and of one answer, is put together with others until together they are not. Two
breakdowns may not differ by a few people, nor may several together give away a single combination.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Final

# Below this many times the smallest group, one and the same answer of all tells on each of them.
OF_ONE_ANSWER: Final = 3
# Where there are more blocks than this, no breakdown beside another one is tried: 2^n unions.
MOST_BLOCKS: Final = 12

# The label of a person's group in one breakdown; of those put together it is `TOGETHER`.
Label = tuple[str, ...]
TOGETHER: Final[Label] = ("",)


# What an answer tells: itself, and which side it takes ("agrees" beside "strongly agrees").
Answer = tuple[str, ...]


@dataclass(frozen=True)
class Person:
    """What counts of one reply to one question: what it tells, and a label in each breakdown."""

    answer: Answer
    labels: Mapping[str, Label]


def told_apart(
    people: Sequence[Person], breakdowns: Sequence[str], smallest: int
) -> dict[str, Mapping[Label, Label]]:
    """By breakdown, under which label each label is kept: its own, or `TOGETHER`.

    `breakdowns` stand in the order of their worth: one that would give away a small group beside
    those before it is left out, as is one of which nothing can be told.
    """
    kept: dict[str, Mapping[Label, Label]] = {}
    for name in breakdowns:
        found = _merged(people, name, smallest)
        if found is None:
            continue
        tried = {**kept, name: found}
        if _safe(people, tried, name, smallest):
            kept = tried
    return kept


def fails(answers: Sequence[Answer], smallest: int) -> bool:
    """Whether these people may not be told of: too few, or few and all of one answer or side."""
    if len(answers) < smallest:
        return True
    of_one = any(len(set(side)) == 1 for side in zip(*answers, strict=True))
    return of_one and len(answers) < OF_ONE_ANSWER * smallest


def put_together(sizes: Mapping[str, int], smallest: int) -> frozenset[str]:
    """Which of these counts are told in one sum: the small ones, with larger ones as needed."""
    hidden = {name for name, size in sizes.items() if size < smallest}
    while hidden and (len(hidden) < 2 or sum(sizes[name] for name in hidden) < smallest):
        shown = set(sizes) - hidden
        if not shown:
            break
        hidden.add(min(shown, key=lambda name: (sizes[name], name)))
    return frozenset(hidden)


def _merged(people: Sequence[Person], name: str, smallest: int) -> Mapping[Label, Label] | None:
    blocks = defaultdict[Label, list[Answer]](list)
    for one in people:
        blocks[one.labels[name]].append(one.answer)
    hidden = {label for label, answers in blocks.items() if fails(answers, smallest)}
    # Those that are hidden follow from the others by subtraction, so together they count as one.
    while hidden:
        pool = [answer for label in hidden for answer in blocks[label]]
        if len(hidden) > 1 and not fails(pool, smallest):
            break
        shown = set(blocks) - hidden
        if not shown:
            return None
        hidden.add(min(shown, key=lambda label: (len(blocks[label]), label)))
    if len(blocks) - len(hidden) < 1 or len(blocks) < 2:
        return None
    return {label: TOGETHER if label in hidden else label for label in blocks}


def _safe(
    people: Sequence[Person],
    kept: Mapping[str, Mapping[Label, Label]],
    newest: str,
    smallest: int,
) -> bool:
    cells = Counter(tuple(kept[name][one.labels[name]] for name in kept) for one in people)
    place = {name: number for number, name in enumerate(kept)}
    others = [name for name in kept if name != newest]
    pairs = all(
        _none_between(cells, place[newest], place[name], smallest)
        and _none_between(cells, place[name], place[newest], smallest)
        for name in others
    )
    return pairs and not _found_out(cells, smallest)


def _none_between(
    cells: Mapping[tuple[Label, ...], int], one: int, other: int, smallest: int
) -> bool:
    """Whether no union of blocks lies in a union of the other's with only a few people more."""
    blocks = sorted({cell[one] for cell in cells})
    if len(blocks) > MOST_BLOCKS:
        return False
    beside = defaultdict[Label, set[Label]](set)
    sizes, inside = Counter[Label](), Counter[tuple[Label, Label]]()
    for cell, count in cells.items():
        beside[cell[one]].add(cell[other])
        sizes[cell[other]] += count
        inside[cell[one], cell[other]] += count
    for number in range(1, len(blocks)):
        for chosen in combinations(blocks, number):
            cover = set[Label]().union(*(beside[block] for block in chosen))
            held = sum(inside[block, label] for block in chosen for label in cover)
            if 0 < sum(sizes[label] for label in cover) - held < smallest:
                return False
    return True


def _found_out(cells: Mapping[tuple[Label, ...], int], smallest: int) -> bool:
    """Whether the sums of all blocks have one solution for a combination of few people.

    The sums are the rows of a system of equations whose unknowns are the combinations that exist.
    An unknown is determined where, after elimination, a row holds it alone.
    """
    names = sorted(cells)
    places = {cell: number for number, cell in enumerate(names)}
    rows = defaultdict[tuple[int, Label], list[int]](list)
    for cell in names:
        for number, label in enumerate(cell):
            rows[number, label].append(places[cell])
    system = [{place: Fraction(1) for place in row} for row in rows.values()]
    for row in _eliminated(system):
        if len(row) == 1 and cells[names[next(iter(row))]] < smallest:
            return True
    return False


def _eliminated(system: list[dict[int, Fraction]]) -> list[dict[int, Fraction]]:
    """The reduced rows of a system of equations (Gauss and Jordan), empty ones left out."""
    reduced: list[tuple[int, dict[int, Fraction]]] = []
    for row in system:
        left = dict(row)
        for pivot, other in reduced:
            if pivot in left:
                _take_away(left, other, left[pivot])
        if not left:
            continue
        pivot = min(left)
        factor = left[pivot]
        left = {place: value / factor for place, value in left.items()}
        for _pivot, other in reduced:
            if pivot in other:
                _take_away(other, left, other[pivot])
        reduced.append((pivot, left))
    return [row for _pivot, row in reduced]


def _take_away(row: dict[int, Fraction], other: Mapping[int, Fraction], factor: Fraction) -> None:
    for place, value in other.items():
        rest = row.get(place, Fraction(0)) - factor * value
        if rest:
            row[place] = rest
        else:
            row.pop(place, None)
