"""Putting files into a sealed archive one after another, and taking them out again."""

import hashlib
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO

from peelian.jobs.keeping import manifest as manifests
from peelian.jobs.keeping.errors import NotWhole
from peelian.jobs.keeping.manifest import FileMark
from peelian.jobs.keeping.sealed import SealedReader, SealedWriter

HOME = "home/"
DATABASE = "database/"
AT_ONCE = 1 << 20


class Packer:
    """Writes files into an archive and remembers their hashes."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self.files: list[FileMark] = []

    def add(self, name: str, source: BinaryIO) -> None:
        """Add a file of which no more than what is there now is read."""
        size = os.fstat(source.fileno()).st_size
        counted = _Hashing(source)
        self._tar.addfile(_info(name, size), counted)
        self.files.append(FileMark(name, size, counted.sha256))

    def add_bytes(self, name: str, content: bytes) -> None:
        """Add something that is in no file."""
        self._tar.addfile(_info(name, len(content)), BytesIO(content))


@contextmanager
def packing(into: SealedWriter) -> Iterator[Packer]:
    """An archive in a sealed stream. One that is broken off has no end and passes for nothing."""
    with tarfile.open(fileobj=into, mode="w|", format=tarfile.PAX_FORMAT) as tar:  # type: ignore[call-overload]  # needs no more than write()
        yield Packer(tar)
    into.finish()


def unpack(sealed: SealedReader, into: Path) -> Iterator[FileMark]:
    """Write every file of an archive under `into`, and say what it was.

    Raises `NotWhole` where the archive does not open, or holds anything but plain files under the
    names that a backup has. All of it counts only when the iterator has ended.
    """
    try:
        with tarfile.open(fileobj=sealed, mode="r|") as tar:  # type: ignore[call-overload]  # needs no more than read()
            for member in tar:
                source = tar.extractfile(member) if member.isreg() else None
                if source is None or not _is_ours(member.name):
                    raise NotWhole(f"The backup holds '{member.name}', which no backup has.")
                yield _write(into / member.name, member.name, source)
        sealed.drain()
    except (tarfile.TarError, EOFError) as error:
        raise NotWhole(f"The backup cannot be read to its end: {error}.") from error


def _is_ours(name: str) -> bool:
    """Whether a name can be written below the folder of a restore (T44: no path escapes)."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or str(path) != name:
        return False
    return name == manifests.NAME or name.startswith((HOME, DATABASE))


def _write(path: Path, name: str, source: IO[bytes]) -> FileMark:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    counted = _Hashing(source)
    size = 0
    with os.fdopen(handle, "wb") as opened:
        while block := counted.read(AT_ONCE):
            size += opened.write(block)
        opened.flush()
        os.fsync(opened.fileno())
    return FileMark(name, size, counted.sha256)


def _info(name: str, size: int) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    return info


class _Hashing:
    """A stream that hashes what is read from it."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self._hash = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        block = self._source.read(size)
        self._hash.update(block)
        return block

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()
