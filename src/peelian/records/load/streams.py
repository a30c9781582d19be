"""The bytes of a file, unpacked on the way: plain, gzip, or a member of a zip archive.

Nothing is ever unpacked to disk under a name from an archive, so no name can lead astray.
"""

import gzip
import stat
import threading
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

from peelian.records.load.errors import Unreadable

GZIP_MAGIC = b"\x1f\x8b"
# Below this many unpacked bytes the ratio says nothing: a small file can be very regular.
RATIO_GRACE = 10 * 1024 * 1024
USUAL_RATIO = 6  # of a file of crimes, gzipped
GZIPPED = (".csv.gz", ".json.gz")  # One file in a wrapping, and so no archive.
ARCHIVES = (".zip", ".gz", ".tar", ".tgz", ".7z", ".rar", ".bz2", ".xz", ".zst")


@dataclass(frozen=True)
class Caps:
    """How far a packed file may grow: its ratio, and its size unpacked in bytes."""

    ratio: float = 100.0
    size: int = 64 * 1024**3


OPERATOR_CAPS = Caps()


class Readable(Protocol):
    """Something that gives bytes."""

    def read(self, size: int, /) -> bytes: ...


class ByteStream:
    """Reads bytes, holding packed ones to the caps and naming what is wrong with them."""

    def __init__(self, opened: Readable, packed: "Packed | None", caps: Caps, name: str) -> None:
        self._opened = opened
        self._packed = packed
        self._caps = caps
        self._name = name
        self.given = 0

    def read(self, size: int) -> bytes:
        """At most `size` bytes; none at the end. Raises `Unreadable`."""
        try:
            data = self._opened.read(size)
        except EOFError:
            raise Unreadable(
                f"{self._name} ends too early: the download was cut short. Fetch it again."
            ) from None
        except (gzip.BadGzipFile, zipfile.BadZipFile, zlib.error) as error:
            raise Unreadable(f"{self._name} is damaged ({error}). Fetch it again.") from None
        except OSError as error:
            raise Unreadable(f"{self._name} cannot be read: {error.strerror or error}.") from None
        self.given += len(data)
        self._check_caps()
        return data

    def _check_caps(self) -> None:
        if self._packed is None:
            return
        if self.given > self._caps.size:
            raise Unreadable(
                f"{self._name} unpacks to more than {self._caps.size:,} bytes; nothing of it was "
                "loaded. Unpack it yourself if you trust it."
            )
        taken = max(self._packed.taken(), 1)
        if self.given > RATIO_GRACE and self.given / taken > self._caps.ratio:
            raise Unreadable(
                f"{self._name} unpacks to more than {self._caps.ratio:g} times its size, as an "
                "archive bomb does; nothing of it was loaded. Unpack it yourself if you trust it."
            )


@dataclass(frozen=True)
class Packed:
    """How many packed bytes stand behind a stream: a known size, or how far a file was read."""

    size: int = 0
    file: IO[bytes] | None = None

    def taken(self) -> int:
        """Packed bytes used up so far, or all of them where only that is known."""
        return self.file.tell() if self.file is not None else self.size


@contextmanager
def open_bytes(path: Path, member: str = "", *, caps: Caps = OPERATOR_CAPS) -> Iterator[ByteStream]:
    """The unpacked bytes of a file, or of one member of a zip archive. Raises `Unreadable`."""
    name = f"{path.name}: {member}" if member else path.name
    if member:
        with open_archive(path) as archive:
            info = archive.getinfo(member)
            packed = Packed(size=info.compress_size)
            with archive.open(info) as opened:
                begin = ByteStream(opened, packed, caps, name).read(len(GZIP_MAGIC))
                opened.seek(0)
                if begin != GZIP_MAGIC:
                    yield ByteStream(opened, packed, caps, name)
                    return
                with gzip.GzipFile(fileobj=opened) as unzipped:
                    yield ByteStream(unzipped, packed, caps, name)
        return
    try:
        raw = path.open("rb", buffering=0)
    except OSError as error:
        raise Unreadable(f"{name} cannot be opened: {error.strerror or error}.") from None
    with raw:
        magic = raw.read(len(GZIP_MAGIC))
        raw.seek(0)
        if magic != GZIP_MAGIC:
            yield ByteStream(raw, None, caps, name)
            return
        with gzip.GzipFile(fileobj=raw) as opened_gzip:
            yield ByteStream(opened_gzip, Packed(file=raw), caps, name)


_of_this_thread = threading.local()


@contextmanager
def open_archive(path: Path) -> Iterator[zipfile.ZipFile]:
    """A zip archive, or `Unreadable` saying that it is damaged or cut short.

    The last archive stays open for each thread: to read its directory again for each of a
    thousand members would take longer than the members do.
    """
    last: tuple[Path, zipfile.ZipFile] | None = getattr(_of_this_thread, "last", None)
    if last is None or last[0] != path:
        if last is not None:
            last[1].close()
        try:
            last = (path, zipfile.ZipFile(path))
        except (zipfile.BadZipFile, OSError) as error:
            raise Unreadable(
                f"{path.name} is not a whole zip archive ({error}). Fetch it again."
            ) from None
        _of_this_thread.last = last
    yield last[1]


def size_of(path: Path, member: str = "") -> int:
    """About how many bytes a file has unpacked; 0 where that cannot be told."""
    try:
        if member:
            with open_archive(path) as archive:
                return archive.getinfo(member).file_size
        packed = path.stat().st_size
        return packed * USUAL_RATIO if path.suffix.lower() == ".gz" else packed
    except (OSError, Unreadable, KeyError):
        return 0


def fault_of_member(info: zipfile.ZipInfo) -> str:
    """Why a member of an archive must not be read; empty if it may."""
    pure = PurePosixPath(info.filename.replace("\\", "/"))
    if pure.is_absolute() or ".." in pure.parts or ":" in pure.parts[0]:
        return "its name leads out of the archive, which no published archive needs"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "it is a link and not a file"
    if info.flag_bits & 0x1:
        return "it is encrypted; unpack it with its password first"
    if pure.suffix.lower() in ARCHIVES and not info.filename.lower().endswith(GZIPPED):
        return "it is an archive inside an archive; unpack it first"
    return ""
