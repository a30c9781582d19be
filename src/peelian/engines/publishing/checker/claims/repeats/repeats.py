"""Repeats of one figure that contradict each other.

Only where the words leave no doubt that both are of the same thing: the same noun with a definite
sense, or the same statement. A report says many like things of different groups, places and years;
whatever differs in one of these is left alone.
"""

from collections.abc import Callable, Iterator
from typing import Final

from peelian.engines.publishing.checker.claims.repeats import (
    ages,
    costs,
    counts,
    measures,
    shares,
    sizes,
    statements,
    summaries,
    totals,
)
from peelian.engines.publishing.checker.findings import Finding
from peelian.engines.publishing.checker.language.text import Text

_FINDERS: Final[tuple[Callable[[Text], Iterator[Finding]], ...]] = (
    counts.find,
    shares.find,
    costs.find,
    sizes.find,
    measures.find,
    totals.find,
    ages.find,
    statements.find,
)


def find(text: Text) -> Iterator[Finding]:
    """Every later figure that contradicts an earlier one of the same thing, each once."""
    said = set()
    for finder in _FINDERS:
        for one in finder(text):
            judged = one.part, one.marks[0]
            if judged not in said:
                said.add(judged)
                yield one
    yield from summaries.find(text, said)
