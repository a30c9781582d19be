"""Notes of files made ready but not yet published, so that a killed load need not begin again."""

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

from peelian.records.load.opened import recipe_of
from peelian.records.load.source import Found
from peelian.records.store import layout
from peelian.records.store.manifest import part_from
from peelian.records.store.snapshot import Part

# Rises when the way in which files are read changes, whatever the rules of their kinds.
READING_VERSION = 2


def note_path(root: Path, found: Found, origin_sha256: str) -> Path:
    """Where the note about this content, read under these rules for this place, would lie."""
    described = "\n".join(
        (
            str(READING_VERSION),
            found.source,
            found.kind.key,
            str(found.kind.version),
            recipe_of(found),
            found.place.force_id,
            found.place.month,
            found.origin,
            origin_sha256,
        )
    )
    return layout.prepared(root) / f"{hashlib.sha256(described.encode()).hexdigest()[:40]}.json"


def remember(note: Path, part: Part) -> None:
    """Note that a part is ready; its files are in place already."""
    note.parent.mkdir(parents=True, exist_ok=True)
    beside = note.with_suffix(".new")
    beside.write_text(json.dumps(asdict(part)), encoding="utf-8")
    beside.replace(note)


def recall(root: Path, note: Path) -> Part | None:
    """The part that was made ready, if its files are still whole."""
    part = _read(note)
    if part is None:
        return None
    for path in filter(None, (part.path, part.rejects_path)):
        whole = root / path
        if not whole.exists() or not whole.stem.endswith(layout.digest_of(whole)[:24]):
            return None
    return part


def begun(root: Path) -> bool:
    """Whether an earlier load left files that are ready but not published."""
    return any(layout.prepared(root).glob("*.json"))


def named(root: Path) -> frozenset[str]:
    """Every file that some note speaks of."""
    parts = (_read(note) for note in layout.prepared(root).glob("*.json"))
    return frozenset(path for part in parts if part for path in (part.path, part.rejects_path))


def clear(root: Path) -> None:
    """Forget all notes: what they spoke of is published."""
    for note in layout.prepared(root).glob("*"):
        note.unlink()


def _read(note: Path) -> Part | None:
    try:
        return part_from(json.loads(note.read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return None
