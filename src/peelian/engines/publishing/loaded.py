"""What is loaded, missing, refused and restated: where a reader decides to trust the rest."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.apps import apps

from peelian.engines.measures.declared import View
from peelian.engines.measures.kinds import Measure
from peelian.records import months
from peelian.records.base import Record
from peelian.records.openness import openly_published
from peelian.records.schema import type_key
from peelian.records.store.snapshot import Part, Snapshot
from peelian.spine.force import Force, forces

# In an address, for tables that are of no force or of no month.
WHOLE = "all"


class NotLoaded(LookupError):
    """No file of this record type, force and month is loaded."""


@dataclass(frozen=True)
class Line:
    """One force with its file of each month, None where that month is missing."""

    force: Force
    files: tuple[Part | None, ...]


@dataclass(frozen=True)
class Grid:
    """The files of one record type in one year, force by month.

    `months` are those of which any force has a file. `absent` are those of the 43 forces of
    England and Wales that have none in the year. `by_hand` are forces that keep these records here
    themselves, with the first and the last month of the year in which they do.
    """

    record_type: type[Record]
    year: str
    months: tuple[str, ...]
    lines: tuple[Line, ...]
    absent: tuple[Force, ...]
    by_hand: tuple[tuple[Force, str, str], ...] = ()

    @property
    def key(self) -> str:
        return type_key(self.record_type)

    @cached_property
    def held(self) -> tuple[Part, ...]:
        return tuple(part for line in self.lines for part in line.files if part is not None)

    @property
    def missing(self) -> int:
        """Months that another force has and one of the forces listed has not."""
        return len(self.lines) * len(self.months) - len(self.held)

    @property
    def rows(self) -> int:
        return sum(part.rows for part in self.held)

    @property
    def refused(self) -> int:
        """Rows refused, in all files of the grid."""
        return sum(part.rejected for part in self.held)

    @property
    def restated(self) -> int:
        """Files that took the place of an earlier one."""
        return sum(part.restated for part in self.held)


def record_types(measures: Iterable[Measure]) -> tuple[type[Record], ...]:
    """The record types that the measures count or follow, in order of first use."""
    found: dict[type[Record], None] = {}
    for measure in measures:
        of = measure.of
        found |= dict.fromkeys(of.reads if isinstance(of, View) else (of,))
    return tuple(found)


def title_of(key: str, *, plural: bool = False) -> str:
    """What a record type is called, from its name in the store; the key itself if unknown."""
    for model in apps.get_models():
        if issubclass(model, Record) and type_key(model) == key:
            meta = model._meta
            name = str(meta.verbose_name_plural if plural else meta.verbose_name)
            return name[0].upper() + name[1:]
    return key


def years(snapshot: Snapshot, types: Iterable[type[Record]]) -> tuple[str, ...]:
    """The years of which any force has a file, or keeps records by hand, the newest first."""
    found = {month[:4] for model in types for month in snapshot.months(type_key(model)) if month}
    return tuple(sorted(found, reverse=True))


def grid(snapshot: Snapshot, model: type[Record], year: str) -> Grid:
    """The files of a record type in a year."""
    of_year = [part for part in snapshot.parts_of(type_key(model)) if part.month[:4] == year]
    by_place = {(part.force_id, part.month): part for part in of_year}
    known = forces()
    there = sorted(
        (known[slug] for slug in {part.force_id for part in of_year} if slug in known),
        key=lambda force: force.name,
    )
    by_hand = _by_hand(snapshot, model, year)
    named = {force.slug for force in (*there, *(one for one, _first, _last in by_hand))}
    spans = tuple(sorted({part.month for part in of_year}))
    return Grid(
        record_type=model,
        year=year,
        months=spans,
        lines=tuple(
            Line(force, tuple(by_place.get((force.slug, month)) for month in spans))
            for force in there
        ),
        absent=tuple(
            sorted(
                (f for f in known.values() if f.territorial and f.slug not in named),
                key=lambda force: force.name,
            )
        ),
        by_hand=by_hand,
    )


def _by_hand(
    snapshot: Snapshot, model: type[Record], year: str
) -> tuple[tuple[Force, str, str], ...]:
    """The forces that keep these records here, with their first and last month of the year."""
    kept: dict[str, list[str]] = {}
    for slug, month in sorted(snapshot.kept(type_key(model))):
        if month[:4] == year:
            kept.setdefault(slug, []).append(month)
    known = forces()
    found = [(known[slug], of[0], of[-1]) for slug, of in kept.items() if slug in known]
    return tuple(sorted(found, key=lambda one: one[0].name))


def whole_tables(snapshot: Snapshot) -> tuple[Part, ...]:
    """Tables that are not cut by force and month: populations, a force's own limits."""
    return tuple(part for part in snapshot.parts if not (part.force_id and part.month))


def file_of(snapshot: Snapshot, key: str, force_id: str, month: str) -> Part:
    """The file of one place in the store, as an address names it.

    Raises `NotLoaded` with a sentence that says what would load it.
    """
    place = (key, _from_address(force_id), _from_address(month))
    if place in snapshot.by_key:
        return snapshot.by_key[place]
    known = forces()
    name = known[force_id].name if force_id in known else force_id
    when = months.in_words(month) if months.MONTH.fullmatch(month) else month
    raise NotLoaded(
        f"No {key} file of {name} for {when} is loaded. A missing file is not a month without "
        f"{key}s: figures that need it say so."
    )


def published(part: Part) -> bool:
    """Whether every row of the file is openly published, so that the public may see of it."""
    return openly_published((part.source,))


def place_of(part: Part) -> tuple[str, str, str]:
    """Type, force and month as addresses write them."""
    return (part.type_key, part.force_id or WHOLE, part.month or WHOLE)


def _from_address(text: str) -> str:
    return "" if text == WHOLE else text
