"""What a snapshot is: the list of immutable files that together were the store at one moment."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import Any

from peelian.records import months
from peelian.records.openness import openly_published

# Force and month.
Places = frozenset[tuple[str, str]]

FORMAT = 1
LATER_FIELDS = frozenset({"recipe", "feed", "rhythm", "until", "attribution"})


@dataclass(frozen=True)
class Superseded:
    """A file that a corrected one has replaced."""

    origin: str
    origin_sha256: str
    rows: int
    loaded_at: str


@dataclass(frozen=True)
class Part:
    """The rows of one record type, force and month, as one source gave them.

    `force_id` and `month` are empty for sources that are not cut by force or month. Paths are
    relative to the root of the store. `read` counts the rows of the source file, `rejected` those
    of them that were refused, `rows` those that are held. `loaded_at` is ISO 8601 in UTC. `recipe`
    is the fingerprint of how the file was read, `feed` the delivery that it belongs to and
    `rhythm` how often that is expected. `until` is the last day of its rows by local time,
    YYYY-MM-DD, and `attribution` the line that its licence wants where the source itself has
    none. All five are empty where there is nothing to say.
    """

    type_key: str
    source: str
    force_id: str
    month: str
    path: str
    rows: int
    read: int
    rejected: int
    rejects_path: str
    origin: str
    origin_sha256: str
    loaded_at: str
    restated: bool = False
    superseded: tuple[Superseded, ...] = ()
    recipe: str = ""
    feed: str = ""
    rhythm: str = ""
    until: str = ""
    attribution: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """Type, force and month, for which exactly one source is authoritative."""
        return (self.type_key, self.force_id, self.month)

    @property
    def published(self) -> bool:
        """Whether anyone can have every row of it from its publisher."""
        return openly_published((self.source,))


@dataclass(frozen=True)
class Laid:
    """Rows of the operational table, laid over the loaded ones of one type, force and month.

    No second authority stands beside a part: a typed row is counted where a month is loaded from a
    record system, or is kept by hand (see `Snapshot.kept`). An adopted one takes the place of the
    row it was made of. `path` names the file of all these rows, `out_path` that of the addresses of
    loaded rows which no longer count; each is empty where there are none. `typed` counts those of
    the `rows` that were typed.
    """

    type_key: str
    force_id: str
    month: str
    path: str
    rows: int
    out_path: str
    out: int
    typed: int = 0

    @property
    def key(self) -> tuple[str, str, str]:
        """Type, force and month."""
        return (self.type_key, self.force_id, self.month)


@dataclass(frozen=True)
class Snapshot:
    """One state of the store. `id` is a fingerprint of its content without times and persons.

    `parts` are what was loaded, and say what is covered, with `laid`, what was typed or edited,
    where a force keeps all of a type by hand.
    `erased_at` (ISO 8601 in UTC) says that rows were erased from it since: figures over it can no
    longer be repeated. It is empty while the snapshot is whole.
    """

    id: str
    made_at: str
    parts: tuple[Part, ...]
    made_by: str = ""
    laid: tuple[Laid, ...] = ()
    erased_at: str = ""

    @property
    def repeatable(self) -> bool:
        """Whether figures over it would come out the same again."""
        return not self.erased_at

    @cached_property
    def by_key(self) -> dict[tuple[str, str, str], Part]:
        """Every part under its type, force and month."""
        return {part.key: part for part in self.parts}

    @property
    def paths(self) -> frozenset[str]:
        """Every file that the snapshot names, relative to the root of the store."""
        named = {path for part in self.parts for path in (part.path, part.rejects_path)}
        named |= {path for one in self.laid for path in (one.path, one.out_path)}
        return frozenset(named - {""})

    def laid_over(self, type_key: str) -> tuple[Laid, ...]:
        """What lies over the parts of one record type."""
        return tuple(one for one in self.laid if one.type_key == type_key)

    @cached_property
    def _by_type(self) -> dict[str, tuple[Part, ...]]:
        grouped: dict[str, list[Part]] = {}
        for part in self.parts:
            grouped.setdefault(part.type_key, []).append(part)
        return {key: tuple(found) for key, found in grouped.items()}

    def parts_of(self, type_key: str) -> tuple[Part, ...]:
        """The parts of one record type, ordered by force and month."""
        return self._by_type.get(type_key, ())

    @cached_property
    def _coverage(self) -> dict[str, tuple[Places, Places]]:
        return {}

    def _covered(self, type_key: str) -> tuple[Places, Places]:
        """What is loaded, and what is kept by hand; asked again and again, and never another."""
        if type_key not in self._coverage:
            parts = self.parts_of(type_key)
            loaded = frozenset((part.force_id, part.month) for part in parts)
            brought = self.brought(type_key)
            by_hand = _by_hand(loaded, brought, self.laid_over(type_key))
            self._coverage[type_key] = loaded, by_hand
        return self._coverage[type_key]

    def brought(self, type_key: str) -> frozenset[str]:
        """The forces of which a record system brings rows, so that they are not typed here.

        What is openly published of a force is not brought by its systems.
        """
        return frozenset(part.force_id for part in self.parts_of(type_key) if not part.published)

    def loaded(self, type_key: str) -> Places:
        """The (force, month) pairs of which there is a file, those with no rows included."""
        return self._covered(type_key)[0]

    def kept(self, type_key: str) -> Places:
        """The (force, month) pairs that are kept by hand, where no record system brings rows.

        From the first month with a row to the last: a month between them in which nothing was
        typed is one in which nothing was. A month that is openly published is not one of them:
        what was typed of it is in the publication.
        """
        return self._covered(type_key)[1]

    def covered(self, type_key: str) -> Places:
        """The (force, month) pairs that are loaded or kept by hand, never one of them by both."""
        return self.loaded(type_key) | self.kept(type_key)

    def over(self, type_key: str) -> tuple["Over", ...]:
        """What lies over the parts of one record type and changes what counts."""
        covered = self.covered(type_key)
        published = {part.key for part in self.parts_of(type_key) if part.published}
        found = (
            Over(one, typed=one.key not in published)
            for one in self.laid_over(type_key)
            if (one.force_id, one.month) in covered
        )
        return tuple(one for one in found if one.rows or one.laid.out)

    @cached_property
    def public(self) -> "Snapshot":
        """The snapshot as it answers the public, without what is kept by hand beside publications.

        Where others publish their rows and one force types its own, the public counts those of the
        others, and is not refused the whole.
        """
        types = {part.type_key for part in self.parts if part.published}
        kept = {(key, *pair) for key in types for pair in self.kept(key)}
        laid = tuple(one for one in self.laid if one.key not in kept)
        return replace(self, laid=laid) if kept else self

    def months(self, type_key: str) -> tuple[str, ...]:
        """Every month that is covered for some force, in order."""
        return tuple(sorted({month for _force, month in self.covered(type_key)}))

    def forces(self, type_key: str) -> tuple[str, ...]:
        """Every force that has some month covered, in order."""
        return tuple(sorted({force for force, _month in self.covered(type_key)}))


@dataclass(frozen=True)
class Over:
    """What is laid over one force and month, and whether its typed rows count there."""

    laid: Laid
    typed: bool

    @property
    def rows(self) -> int:
        """How many of its rows count."""
        return self.laid.rows if self.typed else self.laid.rows - self.laid.typed


def _by_hand(loaded: Places, brought: frozenset[str], laid: Iterable[Laid]) -> Places:
    """What is kept by hand beside these files: where no record system brings rows, nor a publisher.

    A table that is not cut by force is the authority for all of them, one that is not cut by month
    for all months.
    """
    typed: dict[str, list[str]] = {}
    for one in laid:
        if one.typed and brought.isdisjoint({one.force_id, ""}):
            typed.setdefault(one.force_id, []).append(one.month)
    return frozenset(
        (force, month)
        for force, found in typed.items()
        for month in (months.between(min(found), max(found)) if all(found) else [""])
        if loaded.isdisjoint({(force, month), ("", month), (force, ""), ("", "")})
    )


EMPTY = Snapshot(id="", made_at="", parts=())


def snapshot_of(
    parts: Iterable[Part], *, made_at: str, made_by: str, laid: Iterable[Laid] = ()
) -> Snapshot:
    """The snapshot that holds these parts and what lies over them, with its fingerprint."""
    ordered = tuple(sorted(parts, key=lambda part: (part.key, part.source)))
    over = tuple(sorted(laid, key=lambda one: one.key))
    return Snapshot(
        id=fingerprint(ordered, over), made_at=made_at, parts=ordered, made_by=made_by, laid=over
    )


def fingerprint(parts: Iterable[Part], laid: Iterable[Laid] = ()) -> str:
    """The same for the same content, whenever and after however many attempts it was loaded."""
    told: list[Any] = [FORMAT, [_without_times(asdict(part)) for part in parts]]
    over = [_without_usual(asdict(one)) for one in laid]
    # A store in which nothing was typed or edited keeps the fingerprint that it always had.
    if over:
        told.append(over)
    text = json.dumps(told, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _without_usual(row: dict[str, Any]) -> dict[str, Any]:
    """Laid rows are usually all typed ones; said only where not, as fingerprints always were."""
    return {key: value for key, value in row.items() if key != "typed" or value != row["rows"]}


def _without_times(row: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in row.items() if key not in ("loaded_at", "superseded")}
    # Left out where there is nothing to say, so that stores from before these had a name keep
    # their fingerprints.
    kept = {key: value for key, value in kept.items() if value or key not in LATER_FIELDS}
    kept["superseded"] = [
        {key: value for key, value in old.items() if key != "loaded_at"}
        for old in row["superseded"]
    ]
    return kept
