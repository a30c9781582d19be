"""Clearing up: what killed loads left behind, and snapshots that nobody needs any more."""

import shutil
from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

from peelian.records.store import catalogue, layout
from peelian.records.store.pins import pinned
from peelian.records.store.snapshot import Snapshot

KEPT_FOR = timedelta(days=30)
# A mirror makes a snapshot whenever somebody saves: the last of a day stands for the others.
MIRRORED_KEPT_FOR = timedelta(hours=1)


def sweep(root: Path, *, also_kept: Collection[str] = ()) -> None:
    """Remove what loads left half done, and files that neither a manifest nor `also_kept` names.

    Only the one writer may call this.
    """
    shutil.rmtree(layout.staging(root), ignore_errors=True)
    for folder in (root, layout.manifests(root)):
        for left in folder.glob(".*.new"):
            left.unlink()
    kept = {path for snapshot in _held(root) for path in snapshot.paths} | set(also_kept)
    for folder in (layout.files(root), layout.rejects(root), layout.laid(root)):
        for path in folder.glob("*/*/*.parquet"):
            if str(path.relative_to(root)) not in kept:
                path.unlink()


def retire(root: Path, *, now: datetime) -> tuple[str, ...]:
    """Remove the manifests of snapshots that ceased to be current more than 30 days ago.

    The current one and those that are pinned stay whatever their age. The files that nobody names
    any more go with the next `sweep`. Returns the fingerprints removed. Only the one writer may
    call this.
    """
    kept = {catalogue.current_id(root), *pinned(root)}
    held = sorted(_held(root), key=lambda snapshot: snapshot.made_at)
    removed = []
    for snapshot, successor in pairwise(held):
        if snapshot.id in kept or datetime.fromisoformat(successor.made_at) > now - KEPT_FOR:
            continue
        (layout.manifests(root) / f"{snapshot.id}.json").unlink()
        removed.append(snapshot.id)
    return tuple(removed)


def thin(root: Path, *, made_by: str, now: datetime) -> tuple[str, ...]:
    """Remove snapshots that the mirror made, an hour after they ceased to be current.

    The last of each day (UTC) stays as long as others do; so do the current one and those that are
    pinned. Files of typed and edited rows that no manifest names any more go with them. Returns
    the fingerprints removed. Only the one writer may call this.
    """
    held = sorted(_held(root), key=lambda snapshot: snapshot.made_at)
    last_of_day = {one.made_at[:10]: one.id for one in held if one.made_by == made_by}
    kept = {catalogue.current_id(root), *pinned(root), *last_of_day.values()}
    removed = []
    for snapshot, successor in pairwise(held):
        ended = datetime.fromisoformat(successor.made_at)
        if (
            snapshot.made_by == made_by
            and snapshot.id not in kept
            and ended <= now - MIRRORED_KEPT_FOR
        ):
            (layout.manifests(root) / f"{snapshot.id}.json").unlink()
            removed.append(snapshot.id)
    named = {path for snapshot in held if snapshot.id not in removed for path in snapshot.paths}
    for path in layout.laid(root).glob("*/*/*.parquet"):
        if str(path.relative_to(root)) not in named:
            path.unlink()
    return tuple(removed)


def _held(root: Path) -> Iterator[Snapshot]:
    for path in sorted(layout.manifests(root).glob("*.json")):
        yield catalogue.snapshot(root, path.stem)
