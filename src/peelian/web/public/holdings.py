"""What is loaded, said in a sentence, and the force that a reader who has not chosen sees."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from peelian import catalogue
from peelian.engines.publishing.loaded import record_types
from peelian.records import months
from peelian.records.schema import type_key
from peelian.records.store.snapshot import Snapshot
from peelian.sources import adapters
from peelian.spine.force import Force, forces

TERRITORIAL = tuple(force for force in forces().values() if force.territorial)


@dataclass(frozen=True)
class Held:
    """The files of one record type: of which forces, for which months, and from where."""

    title: str
    forces: int
    missing: tuple[Force, ...]
    first: str
    last: str
    sources: tuple[str, ...]

    @property
    def span(self) -> str:
        """The months that any force has, in words."""
        if self.first == self.last:
            return months.in_words(self.first)
        return f"{months.in_words(self.first)} to {months.in_words(self.last)}"


@dataclass(frozen=True)
class Holdings:
    """What the snapshot holds, for the foot of the home page; `loaded` have any file at all."""

    loaded: tuple[Force, ...]
    kinds: tuple[Held, ...]
    refreshed: datetime | None


def holdings(snapshot: Snapshot) -> Holdings:
    """Which forces are loaded, by record type, for which months, and since when."""
    known = forces()
    there = {slug for slug, _month in _covered(snapshot)}
    return Holdings(
        loaded=tuple(sorted((known[slug] for slug in there), key=lambda force: force.name)),
        kinds=tuple(_kinds(snapshot)),
        refreshed=datetime.fromisoformat(snapshot.made_at) if snapshot.made_at else None,
    )


def best_known(snapshot: Snapshot, *, of: str = "") -> str:
    """The force with the most files: a reader who has not chosen sees the fullest one.

    `of` is the record type that the page counts; all that measures count where it is not said.
    """
    number: dict[str, int] = {}
    for slug, _month in snapshot.covered(of) if of else _covered(snapshot):
        number[slug] = number.get(slug, 0) + 1
    return min(number, key=lambda slug: (-number[slug], slug)) if number else ""


def _covered(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Force and month of every file by month of a record type that measures count."""
    for model in record_types(catalogue.declared_measures()):
        yield from (pair for pair in snapshot.loaded(type_key(model)) if all(pair))


def _kinds(snapshot: Snapshot) -> Iterator[Held]:
    for model in record_types(catalogue.declared_measures()):
        key = type_key(model)
        there = {slug for slug, month in snapshot.loaded(key) if slug and month}
        if not there:
            continue
        spans = sorted({month for _slug, month in snapshot.loaded(key) if month})
        name = str(model._meta.verbose_name_plural)
        sources = dict.fromkeys(part.source for part in snapshot.parts_of(key))
        yield Held(
            title=name[0].upper() + name[1:],
            forces=len(there),
            missing=tuple(
                sorted(
                    (f for f in TERRITORIAL if f.slug not in there), key=lambda force: force.name
                )
            ),
            first=spans[0],
            last=spans[-1],
            sources=tuple(adapters.BROUGHT_BY[source].title for source in sources),
        )
