"""How old the data of a comparison are, and whose were replaced since they were first loaded."""

from collections.abc import Collection
from dataclasses import dataclass

from peelian.engines.measures.cover import Loaded
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.periods import Period
from peelian.records import months
from peelian.records.schema import type_key
from peelian.records.store.snapshot import Part, Snapshot


@dataclass(frozen=True, slots=True)
class DataDates:
    """`loaded_at` is when the newest file was loaded (ISO 8601, UTC), empty where none is known.

    `restated` names the forces of which a file, or an edited row, took the place of an earlier one.
    """

    loaded_at: str = ""
    restated: tuple[str, ...] = ()


def data_dates(
    measure: Measure, loaded: Loaded, period: Period, forces: Collection[str]
) -> DataDates:
    """The dates of the files that these forces' figures rest on, those of a follow-up included."""
    if not isinstance(loaded, Snapshot):
        return DataDates()
    parts = [
        part
        for read in measure.reads
        for part in loaded.parts_of(read)
        if part.force_id in forces and period.first <= part.month <= _last(measure, part, period)
    ]
    keys = {part.key for part in parts}
    edited = {
        one.force_id
        for read in measure.reads
        for one in loaded.laid_over(read)
        if one.out and one.key in keys
    }
    return DataDates(
        loaded_at=max((part.loaded_at for part in parts), default=""),
        restated=tuple(sorted({part.force_id for part in parts if part.restated} | edited)),
    )


def _last(measure: Measure, part: Part, period: Period) -> str:
    """The last month of which a file of this record type can change the figure."""
    follow_up = measure.follow_up
    if follow_up is None or part.type_key == type_key(measure.record_type):
        return period.last
    return part.month if follow_up.months is None else months.shift(period.last, follow_up.months)
