"""What a backup says of itself: every file with its hash, and what the whole must come out as."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from peelian.jobs.keeping.fingerprint import Fingerprint

FORMAT = 1
NAME = "manifest.json"
# Names of settings with one of these words hold secrets, which belong to the machine and not to
# its data.
SECRET_WORDS = ("KEY", "SECRET", "PASS", "TOKEN", "DATABASE", "SMTP", "OIDC")


@dataclass(frozen=True)
class FileMark:
    """One file of the backup: its name in it, its bytes and their SHA-256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class TrailEnd:
    """How far the trail went: number and hash of its last entry."""

    sequence: int
    hash: str


@dataclass(frozen=True)
class Manifest:
    """The last file of a backup. `database` is the vendor; `migrations` are `app.name`."""

    format: int
    id: str
    made_at: datetime
    version: str
    database: str
    migrations: tuple[str, ...]
    snapshot: str
    trail: TrailEnd
    fingerprint: Fingerprint
    settings: Mapping[str, str]
    files: tuple[FileMark, ...]

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(file.size for file in self.files)


_adapter = TypeAdapter(Manifest)


def to_json(manifest: Manifest) -> bytes:
    """The manifest as it stands in a backup."""
    return _adapter.dump_json(manifest, indent=1)


def from_json(content: bytes) -> Manifest:
    """Read a manifest again; raises `ValueError` for what is none."""
    return _adapter.validate_json(content)


def settings_that_matter() -> dict[str, str]:
    """Peelian's settings from the environment, without those that hold secrets."""
    return {
        name: value
        for name, value in sorted(os.environ.items())
        if name.startswith("PEELIAN_") and not any(word in name for word in SECRET_WORDS)
    }
