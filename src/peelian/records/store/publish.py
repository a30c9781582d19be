"""Publishing: a run of loads becomes one new snapshot, all of it or nothing."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from peelian.records.store import catalogue, layout
from peelian.records.store.manifest import to_json
from peelian.records.store.snapshot import Laid, Part, Snapshot, snapshot_of

OnPublish = Callable[[Snapshot, tuple[Part, ...]], None]


def publish(
    root: Path,
    *,
    parts: Iterable[Part],
    by: str,
    at: datetime,
    on_publish: OnPublish | None = None,
) -> Snapshot:
    """Add parts to the store, each in the place of the one with the same type, force and month.

    The files of the parts are in place and durable already; their names are made so here.
    `on_publish` is given the new snapshot and the parts that are new in it before the pointer is
    replaced: what it raises leaves the store as it was. Returns the snapshot that now stands.
    """
    standing = catalogue.current(root)
    added = tuple(parts)
    if not added:
        return standing
    merged = standing.by_key | {part.key: part for part in added}
    # What was typed or edited lies over the corrected file as it lay over the one before.
    made = snapshot_of(merged.values(), made_at=stamp(at), made_by=by, laid=standing.laid)
    if made.id == standing.id:
        return standing
    folders = {
        (root / path).parent for part in added for path in (part.path, part.rejects_path) if path
    }
    for folder in folders:
        layout.settle(folder)
    if on_publish is not None:
        on_publish(made, added)
    _put(root, made)
    return made


def publish_laid(root: Path, *, laid: Iterable[Laid], by: str, at: datetime) -> Snapshot:
    """Replace all that lies over the parts, which stay as they are.

    The files are in place and durable. Returns the snapshot that now stands, which is the old one
    where nothing is different. Only the one writer may call this.
    """
    return publish_whole(root, parts=catalogue.current(root).parts, laid=laid, by=by, at=at)


def publish_whole(
    root: Path, *, parts: Iterable[Part], laid: Iterable[Laid], by: str, at: datetime
) -> Snapshot:
    """Replace everything: the parts and what lies over them, whose files are in place and durable.

    Returns the snapshot that now stands. Only the one writer may call this.
    """
    standing = catalogue.current(root)
    made = snapshot_of(parts, made_at=stamp(at), made_by=by, laid=laid)
    if made.id != standing.id:
        _put(root, made)
    return made


def _put(root: Path, made: Snapshot) -> None:
    manifest = layout.manifests(root) / f"{made.id}.json"
    if not manifest.exists():
        layout.write_whole(manifest, to_json(made))
    layout.write_whole(layout.pointer(root), f"{made.id}\n".encode())


def stamp(at: datetime) -> str:
    """A moment as the store writes it: UTC, to the second."""
    return at.astimezone(UTC).isoformat(timespec="seconds")
