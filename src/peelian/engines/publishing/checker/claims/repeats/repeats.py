"""Repeats of one figure that contradict each other.

Only where the words leave no doubt that both are of the same thing: the same noun with a definite
sense, or the same statement. A report says many like things of different groups, places and years;
whatever differs in one of these is left alone.
"""

from collections.abc import Callable, Iterator
from typing import Final

from peelian.engines.publishing.checker.claims.repeats import ages as repeated_ages
from peelian.engines.publishing.checker.claims.repeats import costs as repeated_costs
from peelian.engines.publishing.checker.claims.repeats import counts as repeated_counts
from peelian.engines.publishing.checker.claims.repeats import measures as repeated_measures
from peelian.engines.publishing.checker.claims.repeats import shares as repeated_shares
from peelian.engines.publishing.checker.claims.repeats import sizes as repeated_sizes
from peelian.engines.publishing.checker.claims.repeats import statements as repeated_statements
from peelian.engines.publishing.checker.claims.repeats import summaries as repeated_in_summaries
from peelian.engines.publishing.checker.claims.repeats import totals as repeated_totals
from peelian.engines.publishing.checker.findings import Finding
from peelian.engines.publishing.checker.language.text import Text

_FINDERS: Final[tuple[Callable[[Text], Iterator[Finding]], ...]] = (
    repeated_counts.find,
    repeated_shares.find,
    repeated_costs.find,
    repeated_sizes.find,
    repeated_measures.find,
    repeated_totals.find,
    repeated_ages.find,
    repeated_statements.find,
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
    yield from repeated_in_summaries.find(text, said)
