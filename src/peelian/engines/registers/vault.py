"""Contents of attachments, each under the hash of its bytes, safe on disk before it is named.

Equal contents are kept once. A content that no attachment names is an orphan, left by a kill
between file and row; the sweep removes it after a day, so that none in the making is taken (T45).
"""

import hashlib
import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

ORPHANED_FOR = timedelta(days=1)
OWNER_ONLY = 0o600
OWNER_FOLDER = 0o700


class Lost(LookupError):
    """A content is not there, or is not what it was."""


def keep(root: Path, content: bytes) -> str:
    """Put a content on disk, whole and durable; its SHA-256."""
    digest = hashlib.sha256(content).hexdigest()
    path = _path(root, digest)
    if path.exists():
        # As good as new: a sweep that looks at the age leaves it alone.
        os.utime(path)
        return digest
    path.parent.mkdir(parents=True, exist_ok=True, mode=OWNER_FOLDER)
    write_private(path, content)
    return digest


def content_of(root: Path, digest: str) -> bytes:
    """The bytes; raises `Lost` where they are gone or changed."""
    try:
        content = _path(root, digest).read_bytes()
    except FileNotFoundError:
        raise Lost(f"The content {digest[:12]} is not there.") from None
    if hashlib.sha256(content).hexdigest() != digest:
        raise Lost(f"The content {digest[:12]} is not what it was.")
    return content


def remove(root: Path, digest: str) -> None:
    """Take a content off the disk; harmless where it is gone."""
    _path(root, digest).unlink(missing_ok=True)


def orphans(root: Path, named: frozenset[str], *, at: datetime) -> Iterator[Path]:
    """Contents that are not in `named` and have lain there for a day."""
    for path in sorted(root.glob("*/*")):
        age = at.timestamp() - path.stat().st_mtime
        if path.name not in named and age > ORPHANED_FOR.total_seconds():
            yield path


def write_private(path: Path, content: bytes) -> None:
    """Write a file that its owner alone can read, whole and durable or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=OWNER_FOLDER)
    beside = path.with_name(f".{path.name}.{uuid4().hex}.new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        beside.replace(path)
    except OSError:
        # On a full disk what was begun would keep the last of the room (T42).
        beside.unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _path(root: Path, digest: str) -> Path:
    return root / digest[:2] / digest
