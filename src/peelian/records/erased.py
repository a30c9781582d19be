"""Which addresses were erased: no load brings their rows back, whatever file they stand in."""

from collections.abc import Collection
from pathlib import Path

from peelian.records.store import layout

NOTHING: frozenset[str] = frozenset()


def erased_of(root: Path, type_key: str) -> frozenset[str]:
    """The erased addresses of one record type. Where nothing was erased this costs one look."""
    try:
        return frozenset(_path(root, type_key).read_text(encoding="ascii").split())
    except FileNotFoundError:
        return NOTHING


def keep_out(root: Path, type_key: str, addresses: Collection[str]) -> None:
    """Add addresses for good. Only the one writer may call this."""
    before = erased_of(root, type_key)
    after = before | frozenset(addresses)
    if after != before:
        layout.write_whole(_path(root, type_key), "\n".join((*sorted(after), "")).encode("ascii"))


def _path(root: Path, type_key: str) -> Path:
    return layout.erased(root) / f"{type_key}.txt"
