"""Snapshots that somebody rests on: no sweep removes them, however old they grow.

A pin is an empty file in the store itself, so that whoever sweeps finds it without asking anybody:
loads, the mirror and commands alike.
"""

from pathlib import Path

from peelian.records.store import catalogue, layout


def pin(root: Path, snapshot_id: str, holder: str) -> None:
    """Keep a snapshot for `holder`, a name of letters, digits and hyphens. Harmless to repeat.

    Raises `NoSuchSnapshot` where it is not held any more.
    """
    folder = layout.pins(root)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{snapshot_id}.{holder}").touch()
    layout.settle(folder)
    # A sweep that began before it could have missed the pin.
    catalogue.snapshot(root, snapshot_id)


def pinned(root: Path) -> frozenset[str]:
    """The fingerprints of the snapshots that anybody keeps."""
    return frozenset(path.name.partition(".")[0] for path in layout.pins(root).glob("*.*"))
