"""Is an organisation, as an extract brings it beside what was typed, fit to decide access by?"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from peelian.access.giving.structure import HoldingRow, PostRow, UnitRow, faults
from peelian.access.giving.typed import TYPED
from peelian.records.base import Record
from peelian.spine.officer import Officer
from peelian.spine.post import Holding, Post
from peelian.spine.shift import Absence, Shift
from peelian.spine.unit import Unit

# A refusal that lists more is not read.
MOST_NAMED = 20
# What one row of each type is known by, within its force.
KEYS: Mapping[type[Record], tuple[str, ...]] = {
    Unit: ("unit_ref", "starts_on"),
    Post: ("post_ref",),
    Officer: ("officer_ref",),
    Holding: ("post_ref", "starts_on"),
    Shift: ("officer_ref", "starts_at"),
    Absence: ("officer_ref", "starts_on"),
}
Rows = Mapping[type[Record], Sequence[Record]]
One = TypeVar("One", bound=Record)


class BrokenExtract(Exception):
    """The organisation is not renewed; `faults` says what is wrong and what would be right."""

    def __init__(self, found: Sequence[str]) -> None:
        self.faults = tuple(found)
        more = len(self.faults) - MOST_NAMED
        lines = [*self.faults[:MOST_NAMED], *([f"And {more} more."] if more > 0 else [])]
        super().__init__("\n".join(["The organisation stays as it was:", *lines]))


def check_whole(rows: Rows) -> None:
    """Raise `BrokenExtract` unless these rows of one force make an organisation."""
    found = [*_twice(rows), *_backwards(rows)]
    # A row that stands twice would be said to overlap itself as well.
    found = found or [
        *faults(
            [UnitRow(r.unit_ref, r.parent_ref, r.starts_on, r.ends_on) for r in _of(Unit, rows)],
            [
                PostRow(r.post_ref, r.unit_ref, r.line_post_ref, r.starts_on, r.ends_on)
                for r in _of(Post, rows)
            ],
            [
                HoldingRow(r.post_ref, r.officer_ref, r.starts_on, r.ends_on)
                for r in _of(Holding, rows)
            ],
            [r.officer_ref for r in _of(Officer, rows)],
        )
    ]
    if found:
        raise BrokenExtract(found)


def _of(model: type[One], rows: Rows) -> Iterator[One]:
    return (row for row in rows.get(model, ()) if isinstance(row, model))


def _twice(rows: Rows) -> Iterator[str]:
    for model, names in KEYS.items():
        found = rows.get(model, ())
        counted = Counter(_key(row, names) for row in found)
        typed = {_key(row, names) for row in found if row.source == TYPED}
        for key in (key for key, number in counted.items() if number > 1):
            what = str(model._meta.verbose_name)
            called = ", ".join(str(part) for part in key)
            if key in typed:
                yield (
                    f"The {what} {called} was typed here and is in the extract as well: take the "
                    "typed row away, or leave it out of the extract."
                )
            else:
                yield f"The {what} {called} is in the extract twice: leave one row out."


def _backwards(rows: Rows) -> Iterator[str]:
    for shift in _of(Shift, rows):
        if shift.ends_at <= shift.starts_at:
            yield (
                f"The shift of {shift.officer_ref} from {shift.starts_at:%Y-%m-%d %H:%M} UTC ends "
                "before it begins: mend one of the times."
            )
    for away in _of(Absence, rows):
        if away.ends_on is not None and away.ends_on < away.starts_on:
            yield (
                f"The absence of {away.officer_ref} from {away.starts_on} ends before it begins: "
                "mend one of the days."
            )


def _key(row: Record, names: Iterable[str]) -> tuple[Hashable, ...]:
    return tuple(getattr(row, name) for name in names)
