"""What a look-up looked in, with how far its rows reach: without that, "none" says nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from peelian.access.visible import Visible
from peelian.engines.linkage.keys import Key
from peelian.records.base import Record
from peelian.records.day_words import day_in_words, when_in_words
from peelian.records.months import in_words
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.records.store.snapshot import Part


@dataclass(frozen=True)
class Searched:
    """One record type of one force: when its rows were last delivered and how far they reach.

    `newest` is the last day or month of them in words, empty where the files do not tell.
    `kept_here` says that rows which whoever looks may see are written in Peelian itself: a hidden
    one must not tell of itself by it (T03). `by` says which keys they carry of those looked for,
    `is_open` whether whoever looks may see any row of the type. Where nothing was delivered and
    nothing is kept, or nothing is open, nothing was searched.
    """

    record_type: str
    title: str
    delivered_at: datetime | None
    newest: str
    kept_here: bool
    by: tuple[Key, ...]
    is_open: bool

    @property
    def was_searched(self) -> bool:
        """Whether there was anything to search."""
        return self.is_open and (self.delivered_at is not None or self.kept_here)

    def says(self, at: datetime) -> str:
        """The source in words, as seen at a moment."""
        return f"{self.title} by {' and '.join(self.by)} ({self._reach(at)})"

    def _reach(self, at: datetime) -> str:
        if not self.is_open:
            return "not open to you"
        if self.delivered_at is not None:
            reach = f", up to {self.newest}" if self.newest else ""
            kept = " and kept here" if self.kept_here else ""
            return f"delivered {when_in_words(self.delivered_at, at)}{reach}{kept}"
        return "kept here" if self.kept_here else "nothing is loaded"


def searched(
    model: type[Record], force_id: str, tables: Reader, *, by: tuple[Key, ...], seen: Visible
) -> Searched:
    """What there is of a record type of a force for whoever sees this much of it."""
    key = type_key(model)
    parts = [part for part in tables.snapshot.parts_of(key) if part.force_id in (force_id, "")]
    return Searched(
        record_type=key,
        title=str(model._meta.verbose_name_plural),
        delivered_at=max((datetime.fromisoformat(one.loaded_at) for one in parts), default=None),
        newest=_newest(parts),
        kept_here=model._default_manager.filter(seen.as_q(), force_id=force_id).exists(),
        by=by,
        is_open=not seen.nothing,
    )


def _newest(parts: Sequence[Part]) -> str:
    """The last day that the files tell, or the last month where they tell none."""
    last = max((part.until for part in parts if part.until), default="")
    if last:
        return day_in_words(date.fromisoformat(last))
    month = max((part.month for part in parts if part.month), default="")
    return in_words(month) if month else ""
