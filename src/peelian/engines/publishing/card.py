"""The figure card: everything a sceptic needs to open, repeat and argue with one number."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from peelian.access.actors import Actor
from peelian.engines.measures.cells import Answer
from peelian.engines.measures.explain import Declared, declared, method, sql
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.rows import Part as RowSet
from peelian.engines.measures.rows import Totals
from peelian.engines.measures.tables import TableSource
from peelian.engines.publishing.behind import counted_rows, row_sets
from peelian.engines.publishing.days import day_in_words
from peelian.engines.publishing.opened import Opened
from peelian.engines.publishing.shown import Shown, release
from peelian.engines.publishing.sources import Sources, sources
from peelian.numbers.interval import Method
from peelian.records.store.snapshot import Snapshot

# The store names the table of a set of files by the record type and a hash of the set.
TABLE_NAME = re.compile(r'"([a-z]+)_[0-9a-f]{8}"')
SIGNED_OFF: Final[Mapping[str, str]] = {
    "exact": "Not signed off: computed from openly published rows.",
}
WITHIN_THE_FORCE = "Not signed off: for use within the force until two people release it."


@dataclass(frozen=True)
class Card:
    """One figure with its definition, its uncertainty, its sources, its query and its rows.

    `rows` tells, for each set of rows that the figure opens to, how many there are and how many
    of them the reader may see; it is empty where there is no figure. In `query` each record type
    stands for the rows of all its files in the snapshot.
    """

    shown: Shown
    opened: Opened
    declared: Declared
    interval: Method | None
    sources: Sources
    query: str
    rows: tuple[tuple[RowSet, Totals], ...]
    warnings: tuple[str, ...]

    @property
    def measure(self) -> Measure:
        return self.shown.measure

    @property
    def address(self) -> str:
        return self.shown.address

    @property
    def signed_off(self) -> str:
        """Who answers for the number itself, apart from its definition."""
        if self.shown.cell.closed:
            return WITHIN_THE_FORCE
        return SIGNED_OFF.get(self.measure.profile, WITHIN_THE_FORCE)

    def cite(self, url: str) -> str:
        """The line with which the figure is quoted; `url` is its permanent address in full."""
        cell, loaded = self.shown.cell, self.sources.loaded_at
        of = f", data loaded {day_in_words(loaded)}" if loaded else ""
        return (
            f"{self.shown.sentence} Peelian, {cell.measure} version {cell.version}, "
            f"snapshot {cell.snapshot}{of}. {url}"
        )


def card(
    opened: Opened,
    answer: Answer,
    tables: TableSource,
    snapshot: Snapshot,
    *,
    actor: Actor,
    inside: Shown | None = None,
    at: datetime | None = None,
) -> Card:
    """The card of a figure that `answer` holds, for one reader.

    `inside` is the figure where it has passed the door to this reader already. Without it, raises
    `NotReleasable` for a figure that needs a release before it is shown.
    """
    asked, measure = opened.asked, opened.asked.measure
    # Beside "the same period last year" stands the year before; the figure is of the later one.
    shown = inside if inside is not None else release(answer, measure)[-1]
    rests_on = sources(asked, shown.cell.period, snapshot)
    return Card(
        shown=shown,
        opened=opened,
        declared=declared(measure),
        interval=method(shown.cell.method),
        sources=rests_on,
        query=TABLE_NAME.sub(r'"\1"', sql(asked, tables, (shown.cell.period,))),
        rows=tuple(
            (part, counted_rows(opened, tables, part=part, actor=actor, at=at))
            for part in row_sets(measure)
            if shown.ok
        ),
        warnings=answer.warnings,
    )
