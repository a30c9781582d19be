"""The loaded files that a figure rests on, and what became of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from peelian.engines.measures.kinds import Measure, Rate, RateRatio
from peelian.engines.measures.periods import Period
from peelian.engines.measures.query import query
from peelian.engines.measures.request import Request
from peelian.engines.publishing.days import day_in_words, loaded_at
from peelian.records import months
from peelian.records.base import Record
from peelian.records.schema import empty_table, type_key
from peelian.records.store.snapshot import Part, Snapshot


@dataclass(frozen=True)
class Sources:
    """Files by force and month, in the order of type, force and month, and whole tables."""

    files: tuple[Part, ...]
    tables: tuple[Part, ...]

    @property
    def restated(self) -> tuple[Part, ...]:
        """Those that took the place of an earlier file of the same force and month."""
        return tuple(part for part in (*self.files, *self.tables) if part.restated)

    @property
    def loaded_at(self) -> datetime | None:
        """When the newest of the files by force and month was loaded, in local time."""
        return max((loaded_at(part.loaded_at) for part in self.files), default=None)

    @property
    def refused(self) -> int:
        """Rows of the files that were refused, and so cannot be in the figure."""
        return sum(part.rejected for part in self.files)


def sources(asked: Request, period: Period, snapshot: Snapshot) -> Sources:
    """What a figure rests on: files of its forces and months, of their follow-up, and tables."""
    measure = asked.measure
    base, *followed = measure.reads
    wanted = set(period.months)
    forces = set(asked.forces)
    files = [
        part
        for part in snapshot.parts_of(base)
        if part.month in wanted and (not forces or part.force_id in forces)
    ]
    there = {part.force_id for part in files}
    window = _window(measure, period)
    files += [
        part
        for key in followed
        for part in snapshot.parts_of(key)
        if part.force_id in there and (window is None or part.month in window)
    ]
    others = [key for key in _read(asked, period) if key not in measure.reads]
    return Sources(
        files=tuple(files),
        tables=tuple(part for key in others for part in snapshot.parts_of(key)),
    )


def restatement(part: Part) -> str:
    """That a file replaced an earlier one, with what both held; empty where it did not."""
    if not part.restated:
        return ""
    earlier = part.superseded[-1]
    return (
        f"{file_name(part)} was replaced on {day_in_words(loaded_at(part.loaded_at))}: "
        f"{part.rows:,} rows where {earlier.rows:,} stood before."
    )


def file_name(part: Part) -> str:
    """The name of the file itself, without the archive and the folder that it came in."""
    return part.origin.rpartition(": ")[2].rpartition("/")[2]


def _window(measure: Measure, period: Period) -> frozenset[str] | None:
    """The months of the follow-up that can change the figure; None where every month can."""
    follow_up = measure.follow_up
    if follow_up is None or follow_up.months is None:
        return None
    return frozenset(months.between(period.first, months.shift(period.last, follow_up.months)))


def _read(asked: Request, period: Period) -> Iterable[str]:
    """The record types that answering reads, found by asking the question of empty tables."""
    used: dict[str, None] = {}

    def table(model: type[Record]) -> object:
        used[type_key(model)] = None
        return empty_table(model)

    measure = asked.measure
    query(asked, table, (period,))
    if isinstance(measure, Rate | RateRatio):
        measure.per.table(table)
    return used
