"""Where things lie inside the folder of a store."""

import hashlib
import os
from pathlib import Path

NOBODY = "_"  # Stands in a path for "no force" or "no month", which have no name of their own.


def files(root: Path) -> Path:
    """Immutable Parquet files of good rows, `<type>/<force>/<month>-<content hash>.parquet`."""
    return root / "files"


def rejects(root: Path) -> Path:
    """Immutable Parquet files of refused cells, laid out like `files`."""
    return root / "rejects"


def laid(root: Path) -> Path:
    """Immutable Parquet files of typed and edited rows, and of addresses, laid out like `files`."""
    return root / "laid"


def erased(root: Path) -> Path:
    """One text file for each record type: addresses that no load may bring back, one on a line."""
    return root / "erased"


def manifests(root: Path) -> Path:
    """One immutable JSON file for each snapshot, named by its fingerprint."""
    return root / "manifests"


def pins(root: Path) -> Path:
    """One empty file for each who rests on a snapshot, `<fingerprint>.<holder>`."""
    return root / "pins"


def pointer(root: Path) -> Path:
    """The one file that changes: it names the snapshot that readers see."""
    return root / "CURRENT"


def prepared(root: Path) -> Path:
    """Notes of files that a load has made ready but not yet published."""
    return root / "prepared"


def staging(root: Path) -> Path:
    """Unfinished files; nothing here is ever named by a manifest."""
    return root / "staging"


def lock(root: Path) -> Path:
    """Held by the one writer."""
    return root / "WRITER"


def relative_path(folder: str, type_key: str, force_id: str, month: str, digest: str) -> str:
    """The path of a finished file, relative to the root of the store."""
    return f"{folder}/{type_key}/{force_id or NOBODY}/{month or NOBODY}-{digest[:24]}.parquet"


def digest_of(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place whole and durable, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    with beside.open("wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())
    beside.replace(path)
    settle(path.parent)


def settle(path: Path) -> None:
    """Make the bytes of a file, or the names in a folder, survive a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
