"""Which areas lie next to each other: those whose outlines run along the same line."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import permutations

from peelian.engines.maps.outlines import Outline, Place, neighbourhoods

# One point in common is a corner; a border has two ends.
POINTS_OF_A_BORDER = 2


@cache
def neighbours(force: str) -> Mapping[str, tuple[str, ...]]:
    """The codes of the LSOAs next to each LSOA of a force, in order of code.

    Neighbours across the force's own border are not known. Raises `NoBoundaries`.
    """
    return touching(neighbourhoods(force))


def touching(outlines: tuple[Outline, ...]) -> Mapping[str, tuple[str, ...]]:
    """For each outline, the codes of those that share a border with it, not merely a corner."""
    at: dict[Place, set[str]] = {}
    for outline in outlines:
        for rings in outline.polygons:
            for ring in rings:
                for place in ring:
                    at.setdefault(place, set()).add(outline.code)
    shared = Counter(pair for codes in at.values() for pair in permutations(sorted(codes), 2))
    found: dict[str, list[str]] = {outline.code: [] for outline in outlines}
    for (code, other), points in sorted(shared.items()):
        if points >= POINTS_OF_A_BORDER:
            found[code].append(other)
    return {code: tuple(others) for code, others in found.items()}
