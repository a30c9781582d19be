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
class Laid:
    """Rows of the operational table, laid over the loaded ones of one type, force and month.

    No second authority stands beside a part: a typed row is counted where a month is covered, an
    adopted one takes the place of the row it was made of. `path` names the file of rows that count
    in this month, `out_path` that of the addresses of loaded rows which no longer do; each is
    empty where there are none. `state` tells whether the operational table has changed since.
    """

    type_key: str
    force_id: str
    month: str
    path: str
    rows: int
    out_path: str
    out: int

    @property
    def key(self) -> tuple[str, str, str]:
        """Type, force and month."""
        return (self.type_key, self.force_id, self.month)


@dataclass(frozen=True)
class Snapshot:
    """One state of the store. `id` is a fingerprint of its content without times and persons.

    `parts` are what was loaded, and alone say what is covered; `laid` what was typed or edited.
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
    over = [asdict(one) for one in laid]
    # A store in which nothing was typed or edited keeps the fingerprint that it always had.
    if over:
        told.append(over)
    text = json.dumps(told, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def to_json(snapshot: Snapshot) -> bytes:
    """A manifest: one line for each part, so that two of them can be compared by eye."""
    lines = ",\n".join(json.dumps(asdict(part), ensure_ascii=False) for part in snapshot.parts)
    told = {
        "format": FORMAT,
        "id": snapshot.id,
        "made_at": snapshot.made_at,
        "made_by": snapshot.made_by,
    }
    if snapshot.erased_at:
        told["erased_at"] = snapshot.erased_at
    head = json.dumps(told)
    over = ",\n".join(json.dumps(asdict(one), ensure_ascii=False) for one in snapshot.laid)
    tail = f', "laid": [\n{over}\n]' if over else ""
    return f'{head[:-1]}, "parts": [\n{lines}\n]{tail}}}\n'.encode()


def from_json(content: bytes) -> Snapshot:
    """Read a manifest again."""
    raw = json.loads(content)
    return Snapshot(
        id=raw["id"],
        made_at=raw["made_at"],
        parts=tuple(part_from(row) for row in raw["parts"]),
        made_by=raw["made_by"],
        laid=tuple(Laid(**row) for row in raw.get("laid", ())),
        erased_at=raw.get("erased_at", ""),
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
