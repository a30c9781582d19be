"""Which parts of a snapshot hold invented rows, so that every figure over them can say so."""

from collections.abc import Collection, Iterator

from peelian.records.store.snapshot import Part, Snapshot

SYNTHETIC = "synthetic"
MARK = "(synthetic)"


def invented(
    snapshot: Snapshot,
    *,
    types: Collection[str] | None = None,
    forces: Collection[str] | None = None,
    first: str = "",
    last: str = "",
) -> Iterator[Part]:
    """The invented parts of these record types and forces, from one month to another.

    None means all of them, an empty month no limit. What holds in every month has no month of its
    own and lies in every span.
    """
    for part in snapshot.parts:
        if (
            part.source == SYNTHETIC
            and part.rows
            and (types is None or part.type_key in types)
            and (forces is None or part.force_id in forces)
            and (not part.month or part.month >= first)
            and (not part.month or not last or part.month <= last)
        ):
            yield part


def is_synthetic(
    snapshot: Snapshot, *, types: Collection[str], forces: Collection[str] | None = None
) -> bool:
    """Whether any row of these record types and forces is invented."""
    return any(True for _part in invented(snapshot, types=types, forces=forces))


def marked(name: str) -> str:
    """The name of a force beside figures that rest on invented rows."""
    return f"{name} {MARK}"
