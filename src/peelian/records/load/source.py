"""What a source is to the loader: something that finds files and says what each of them is."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from peelian.records.load.kinds import FileKind
from peelian.records.load.rules import Place


class Opener(Protocol):
    """How a file that is no CSV of its kind (JSON, a sheet, Parquet, a file of many months) is
    read as if it were one: comma, quote, the header of its kind, one record on each line.
    """

    @property
    def recipe(self) -> str:
        """A fingerprint of how the file is read; under another recipe it is read again."""
        ...

    def open(self, path: Path, member: str) -> AbstractContextManager[BinaryIO]:
        """The records as the bytes of a CSV file. Raises `CannotLoad`."""
        ...


@dataclass(frozen=True)
class Found:
    """One file that can be loaded. `member` is its name inside the archive `path`, if it is one.

    `origin` is how people know the file: its name, never the folder it happened to lie in.
    `opener` reads a file that is no CSV of its kind. `feed` names the delivery that it belongs to
    and `rhythm` how often that is expected (see `records.feeds`); empty for the source as a whole.
    `attribution` is the line that its licence wants, where the source itself has none.
    """

    kind: FileKind
    source: str
    path: Path
    member: str
    place: Place
    origin: str
    opener: Opener | None = None
    feed: str = ""
    rhythm: str = ""
    attribution: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """Type, force and month."""
        return (self.kind.type_key, self.place.force_id, self.place.month)


@dataclass(frozen=True)
class Problem:
    """Something that will not be loaded, and why. `skipped` is by design, not a fault.

    A source that reads rows itself says how many of them were `rejected`, and in which Parquet
    file of the schema of rejects the reasons lie.
    """

    origin: str
    sentence: str
    skipped: bool = False
    rejected: int = 0
    rejects: Path | None = None


class Source(Protocol):
    """An adapter for one publisher or system."""

    @property
    def key(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def attribution(self) -> str:
        """The line that its licence wants wherever its data are shown."""
        ...

    @property
    def takes_mapping(self) -> bool: ...

    def find(self, paths: Sequence[Path], *, force: str | None) -> tuple[Found | Problem, ...]:
        """Every file under these paths, in a stable order.

        `force` is the slug for files whose name tells none.
        """
        ...
