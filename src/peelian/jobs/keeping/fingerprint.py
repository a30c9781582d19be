"""One hash of everything that an installation keeps, whatever order it lies in.

Two installations with equal fingerprints hold the same rows in all tables, the same loaded files
and the same attachments: how restores, kills and undone changes are judged (T40, T41, T49). It is
no proof against somebody who wants to deceive: that is the trail's part.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from peelian.jobs.keeping.reading import Tables, reading
from peelian.records.store import layout

WRAP = 1 << 256


@dataclass(frozen=True)
class TableMark:
    """One table: how many rows, and the sum of their hashes modulo 2^256, in hexadecimal."""

    rows: int
    sum: str


@dataclass(frozen=True)
class Fingerprint:
    """What is kept, by part. `store` and `attachments` are hashes over names and contents."""

    tables: Mapping[str, TableMark]
    store: str
    attachments: str
    settings: str

    @property
    def rows(self) -> int:
        """The rows of all tables together."""
        return sum(mark.rows for mark in self.tables.values())

    @property
    def digest(self) -> str:
        """All of it as one SHA-256, in hexadecimal."""
        return hashlib.sha256(repr(sorted(_flat(asdict(self)))).encode()).hexdigest()

    def differences(self, other: "Fingerprint") -> tuple[str, ...]:
        """What is not the same, by name; empty where the two are equal."""
        names = sorted({*self.tables, *other.tables})
        differing = [n for n in names if self.tables.get(n) != other.tables.get(n)]
        for part in ("store", "attachments", "settings"):
            if getattr(self, part) != getattr(other, part):
                differing.append(part)
        return tuple(differing)


def fingerprint(
    home: Path, *, using: str = "default", without: Collection[str] = (), settings: str = ""
) -> Fingerprint:
    """The fingerprint of a home and of the database behind the connection `using`.

    `without` names tables to leave out, such as those that only say when something ran.
    """
    with reading(using) as tables:
        marks = tables_of(tables, without=without)
    return Fingerprint(
        tables=marks,
        store=files_mark(home / "store", skipped=UNFINISHED),
        attachments=files_mark(home / "attachments"),
        settings=settings,
    )


# Parts of a store that no snapshot names; they come and go with loads.
UNFINISHED = frozenset(
    place(Path()).parts[0] for place in (layout.staging, layout.prepared, layout.lock)
)


def tables_of(tables: Tables, *, without: Collection[str] = ()) -> dict[str, TableMark]:
    """Every table with its mark."""
    return {name: table_mark(tables.rows(name)) for name in tables.names() if name not in without}


def table_mark(rows: Iterable[tuple[object, ...]]) -> TableMark:
    """The mark of these rows, the same in whatever order they come."""
    total = count = 0
    for row in rows:
        hashed = hashlib.sha256(repr(tuple(row)).encode("utf-8", "surrogatepass")).digest()
        total = (total + int.from_bytes(hashed, "big")) % WRAP
        count += 1
    return TableMark(rows=count, sum=f"{total:064x}")


def files_mark(root: Path, *, skipped: Collection[str] = ()) -> str:
    """A hash over names and contents of all files under a folder; a missing folder is empty."""
    return mark_of(
        (path.relative_to(root).as_posix(), layout.digest_of(path))
        for path in files_under(root, skipped=skipped)
    )


def mark_of(files: Iterable[tuple[str, str]]) -> str:
    """A hash over (name, SHA-256) of files, the same in whatever order they come."""
    whole = hashlib.sha256()
    for name, digest in sorted(files):
        whole.update(f"{name}\0{digest}\n".encode())
    return whole.hexdigest()


def files_under(root: Path, *, skipped: Collection[str] = ()) -> tuple[Path, ...]:
    """The finished files under a folder, in the order of their names."""
    return tuple(
        path
        for path in sorted(root.rglob("*"))
        if path.is_file()
        and not path.is_symlink()
        and path.relative_to(root).parts[0] not in skipped
        and not path.name.startswith(".")
    )


def _flat(part: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(part, Mapping):
        for name, inner in part.items():
            yield from _flat(inner, f"{path}/{name}")
    else:
        yield path, str(part)
