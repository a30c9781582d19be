"""Repeats of one figure that contradict each other.

Only where the words leave no doubt that both are of the same thing: the same noun with a definite
sense, or the same statement. A report says many like things of different groups, places and years;
whatever differs in one of these is left alone.
"""

from collections.abc import Iterator

from peelian.engines.publishing.checker.claims.repeats import costs as repeated_costs
from peelian.engines.publishing.checker.claims.repeats import counts as repeated_counts
from peelian.engines.publishing.checker.claims.repeats import measures as repeated_measures
from peelian.engines.publishing.checker.claims.repeats import shares as repeated_shares
from peelian.engines.publishing.checker.claims.repeats import sizes as repeated_sizes
from peelian.engines.publishing.checker.claims.repeats import totals as repeated_totals
from peelian.engines.publishing.checker.findings import Finding
from peelian.engines.publishing.checker.language.text import Text


def find(text: Text) -> Iterator[Finding]:
    """Every later figure that contradicts an earlier one of the same thing."""
    yield from repeated_counts.find(text)
    yield from repeated_shares.find(text)
    yield from repeated_costs.find(text)
    yield from repeated_sizes.find(text)
    yield from repeated_measures.find(text)
    yield from repeated_totals.find(text)
