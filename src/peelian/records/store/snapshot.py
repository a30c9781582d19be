"""What a snapshot is: the list of immutable files that together were the store at one moment."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

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


@dataclass(frozen=True)
class Snapshot:
    """One state of the store. `id` is a fingerprint of its content without times and persons."""

    id: str
    made_at: str
    parts: tuple[Part, ...]
    made_by: str = ""

    @cached_property
    def by_key(self) -> dict[tuple[str, str, str], Part]:
        """Every part under its type, force and month."""
        return {part.key: part for part in self.parts}

    @cached_property
    def _by_type(self) -> dict[str, tuple[Part, ...]]:
        grouped: dict[str, list[Part]] = {}
        for part in self.parts:
            grouped.setdefault(part.type_key, []).append(part)
        return {key: tuple(found) for key, found in grouped.items()}

    def parts_of(self, type_key: str) -> tuple[Part, ...]:
        """The parts of one record type, ordered by force and month."""
        return self._by_type.get(type_key, ())

    def covered(self, type_key: str) -> frozenset[tuple[str, str]]:
        """The (force, month) pairs that are loaded, those with no rows included."""
        return frozenset((part.force_id, part.month) for part in self.parts_of(type_key))

    def months(self, type_key: str) -> tuple[str, ...]:
        """Every month of which some force is loaded, in order."""
        return tuple(sorted({part.month for part in self.parts_of(type_key)}))

    def forces(self, type_key: str) -> tuple[str, ...]:
        """Every force of which some month is loaded, in order."""
        return tuple(sorted({part.force_id for part in self.parts_of(type_key)}))


EMPTY = Snapshot(id="", made_at="", parts=())


def snapshot_of(parts: Iterable[Part], *, made_at: str, made_by: str) -> Snapshot:
    """The snapshot that holds these parts, with its fingerprint."""
    ordered = tuple(sorted(parts, key=lambda part: (part.key, part.source)))
    return Snapshot(id=fingerprint(ordered), made_at=made_at, parts=ordered, made_by=made_by)


def fingerprint(parts: Iterable[Part]) -> str:
    """The same for the same content, whenever and after however many attempts it was loaded."""
    timeless = [_without_times(asdict(part)) for part in parts]
    text = json.dumps([FORMAT, timeless], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def to_json(snapshot: Snapshot) -> bytes:
    """A manifest: one line for each part, so that two of them can be compared by eye."""
    lines = ",\n".join(json.dumps(asdict(part), ensure_ascii=False) for part in snapshot.parts)
    head = json.dumps(
        {
            "format": FORMAT,
            "id": snapshot.id,
            "made_at": snapshot.made_at,
            "made_by": snapshot.made_by,
        }
    )
    return f'{head[:-1]}, "parts": [\n{lines}\n]}}\n'.encode()


def from_json(content: bytes) -> Snapshot:
    """Read a manifest again."""
    raw = json.loads(content)
    return Snapshot(
        id=raw["id"],
        made_at=raw["made_at"],
        parts=tuple(part_from(row) for row in raw["parts"]),
        made_by=raw["made_by"],
    )


def part_from(row: dict[str, Any]) -> Part:
    """One part as read from JSON; raises `TypeError` naming a field that is missing or unknown."""
    given = dict(row)
    given["superseded"] = tuple(Superseded(**old) for old in row["superseded"])
    return Part(**given)


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
