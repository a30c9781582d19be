"""What is loaded, said in a sentence, and the force that a reader who has not chosen sees."""

from dataclasses import dataclass
from datetime import datetime

from peelian.records import months
from peelian.records.schema import type_key
from peelian.records.store.snapshot import Snapshot
from peelian.spine.crime import Crime
from peelian.spine.force import Force, forces

TERRITORIAL = tuple(force for force in forces().values() if force.territorial)


@dataclass(frozen=True)
class Holdings:
    """What the snapshot holds, for the foot of the home page."""

    loaded: tuple[Force, ...]
    missing: tuple[Force, ...]
    first: str
    last: str
    refreshed: datetime | None

    @property
    def span(self) -> str:
        """The months that any force has, in words."""
        if not self.first:
            return ""
        return f"{months.in_words(self.first)} to {months.in_words(self.last)}"


def holdings(snapshot: Snapshot) -> Holdings:
    """Which forces are loaded, which of the 43 are not, for which months, and since when."""
    there = set(snapshot.forces(type_key(Crime)))
    known = forces()
    found = snapshot.months(type_key(Crime))
    return Holdings(
        loaded=tuple(sorted((known[slug] for slug in there), key=lambda force: force.name)),
        missing=tuple(
            sorted((f for f in TERRITORIAL if f.slug not in there), key=lambda force: force.name)
        ),
        first=found[0] if found else "",
        last=found[-1] if found else "",
        refreshed=datetime.fromisoformat(snapshot.made_at) if snapshot.made_at else None,
    )


def best_known(snapshot: Snapshot) -> str:
    """The force with the most months loaded: a reader who has not chosen sees the fullest one."""
    number: dict[str, int] = {}
    for slug, _month in snapshot.covered(type_key(Crime)):
        number[slug] = number.get(slug, 0) + 1
    return min(number, key=lambda slug: (-number[slug], slug)) if number else ""
