"""A snapshot as a file: written once beside its parts, and read again at every look."""

import json
from dataclasses import asdict
from typing import Any

from peelian.records.store.snapshot import FORMAT, Laid, Part, Snapshot, Superseded


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
        # In manifests from before the typed ones were counted, all of them count as typed.
        laid=tuple(Laid(**{"typed": row["rows"], **row}) for row in raw.get("laid", ())),
        erased_at=raw.get("erased_at", ""),
    )


def part_from(row: dict[str, Any]) -> Part:
    """One part as read from JSON; raises `TypeError` naming a field that is missing or unknown."""
    given = dict(row)
    given["superseded"] = tuple(Superseded(**old) for old in row["superseded"])
    return Part(**given)
