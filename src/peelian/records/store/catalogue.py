"""Reading the pointer and the manifests: which snapshot stands now, and which are held."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from peelian.records.store import layout
from peelian.records.store.manifest import from_json
from peelian.records.store.snapshot import EMPTY, Snapshot


class NoSuchSnapshot(LookupError):
    """A snapshot that is asked for by name is not held."""


def current_id(root: Path) -> str:
    """The fingerprint of the snapshot that readers see; empty where nothing was ever loaded."""
    try:
        return layout.pointer(root).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""


def current(root: Path) -> Snapshot:
    """The snapshot that readers see; an empty one where nothing was ever loaded."""
    found = current_id(root)
    return snapshot(root, found) if found else EMPTY


def snapshot(root: Path, snapshot_id: str) -> Snapshot:
    """One held snapshot by its fingerprint; raises `NoSuchSnapshot`."""
    path = layout.manifests(root) / f"{snapshot_id}.json"
    try:
        return _read(path, path.stat().st_mtime_ns)
    except FileNotFoundError:
        raise NoSuchSnapshot(
            f"Snapshot '{path.stem}' is not held. Snapshots that nothing pins are removed after "
            "30 days; leave the name out to use the newest."
        ) from None


def held(root: Path) -> Iterator[Snapshot]:
    """Every snapshot whose manifest is there, the current one included."""
    for path in sorted(layout.manifests(root).glob("*.json")):
        yield snapshot(root, path.stem)


@lru_cache(maxsize=8)
def _read(path: Path, _written: int) -> Snapshot:
    # Only an erasure writes a manifest again, so each needs reading only once.
    return from_json(path.read_bytes())
