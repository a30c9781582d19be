"""What a load tells the person who ran it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Status = Literal["loaded", "already held", "superseded", "overtaken", "refused", "skipped"]
NEEDS_ATTENTION: frozenset[Status] = frozenset({"superseded", "overtaken", "refused", "skipped"})


@dataclass(frozen=True)
class FileReport:
    """What became of one file. `read` = `loaded` + `rejected` + `already_held`, all in rows.

    Where a run was asked for a sample, `sample` holds the first good rows by field, and `uncoded`
    by column every word that its code list does not know, with how many rows hold it.
    """

    origin: str
    status: Status
    sentence: str
    read: int = 0
    loaded: int = 0
    rejected: int = 0
    already_held: int = 0
    sample: tuple[Mapping[str, object], ...] = field(default=(), hash=False)
    uncoded: Mapping[str, Mapping[str, int]] = field(default_factory=dict, hash=False)

    @property
    def needs_attention(self) -> bool:
        """Whether a person should read the sentence: something was refused or replaced."""
        return self.status in NEEDS_ATTENTION or self.rejected > 0


@dataclass(frozen=True)
class LoadReport:
    """What became of a run. The four counts are sums over its files, in rows."""

    files: tuple[FileReport, ...]
    snapshot_id: str

    @property
    def read(self) -> int:
        return sum(file.read for file in self.files)

    @property
    def loaded(self) -> int:
        return sum(file.loaded for file in self.files)

    @property
    def rejected(self) -> int:
        return sum(file.rejected for file in self.files)

    @property
    def already_held(self) -> int:
        return sum(file.already_held for file in self.files)

    @property
    def readable(self) -> bool:
        """Whether at least one file could be read, be it new or already held."""
        return any(file.status not in ("refused", "skipped") for file in self.files)

    def in_one_line(self) -> str:
        """The last line that a load prints."""
        return (
            f"rows read {self.read}, loaded {self.loaded}, rejected {self.rejected}, "
            f"already held {self.already_held}"
        )
