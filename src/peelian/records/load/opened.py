"""The bytes of a file that was found, as it lies there and as it is read."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from peelian.records.load.errors import Unreadable
from peelian.records.load.source import Found
from peelian.records.load.streams import ByteStream, Caps, open_bytes

READ_SIZE = 4 * 1024 * 1024
RECIPE_LENGTH = 16


@contextmanager
def open_found(found: Found, *, caps: Caps) -> Iterator[ByteStream]:
    """The CSV of a file, through its opener if it has one. Raises `CannotLoad`."""
    if found.opener is None:
        with open_bytes(found.path, found.member, caps=caps) as stream:
            yield stream
        return
    with found.opener.open(found.path, found.member) as opened:
        yield ByteStream(opened, None, caps, found.origin)


def recipe_of(found: Found) -> str:
    """The fingerprint of how a file is read.

    Empty for the CSV of a kind that was never changed, as in stores from before this had a name.
    """
    if found.opener is None and found.kind.version == 1:
        return ""
    read_by = found.opener.recipe if found.opener else ""
    described = "\n".join((found.kind.key, str(found.kind.version), read_by))
    return hashlib.sha256(described.encode()).hexdigest()[:RECIPE_LENGTH]


def sha256_of(found: Found, *, caps: Caps) -> str:
    """The hash of the unpacked bytes of a file as it lies there, whatever reads it.

    Raises `Unreadable`.
    """
    if found.opener is None:
        return _hashed(found.path, found.member, caps)
    # A file of many months is found once for each of them; its bytes are the same.
    try:
        state = found.path.stat()
    except OSError as error:
        raise Unreadable(f"{found.origin} cannot be opened: {error.strerror or error}.") from None
    return _hashed_once(found.path, found.member, caps, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=8)
def _hashed_once(path: Path, member: str, caps: Caps, _size: int, _modified: int) -> str:
    return _hashed(path, member, caps)


def _hashed(path: Path, member: str, caps: Caps) -> str:
    hashed = hashlib.sha256()
    with open_bytes(path, member, caps=caps) as stream:
        while data := stream.read(READ_SIZE):
            hashed.update(data)
    return hashed.hexdigest()
