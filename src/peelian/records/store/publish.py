"""Publishing: a run of loads becomes one new snapshot, all of it or nothing."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from peelian.records.store import catalogue, layout
from peelian.records.store.snapshot import Part, Snapshot, snapshot_of, to_json

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
    made = snapshot_of(merged.values(), made_at=stamp(at), made_by=by)
    if made.id == standing.id:
        return standing
    folders = {
        (root / path).parent for part in added for path in (part.path, part.rejects_path) if path
    }
    for folder in folders:
        layout.settle(folder)
    if on_publish is not None:
        on_publish(made, added)
    manifest = layout.manifests(root) / f"{made.id}.json"
    if not manifest.exists():
        layout.write_whole(manifest, to_json(made))
    layout.write_whole(layout.pointer(root), f"{made.id}\n".encode())
    return made


def stamp(at: datetime) -> str:
    """A moment as the store writes it: UTC, to the second."""
    return at.astimezone(UTC).isoformat(timespec="seconds")
