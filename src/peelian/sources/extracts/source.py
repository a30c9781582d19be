"""Extracts as a source: any table of any record system, by a mapping file."""

import hashlib
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO

from peelian.records import months
from peelian.records.base import Record
from peelian.records.day_words import day_in_words
from peelian.records.feeds import last_day
from peelian.records.load.errors import NothingLoads
from peelian.records.load.kinds import Column, FileKind
from peelian.records.load.rules import Place
from peelian.records.load.source import Found, Problem
from peelian.records.schema import type_key
from peelian.sources.extracts.columns import rule_of
from peelian.sources.extracts.dating import dated_by
from peelian.sources.extracts.declared import (
    KEY,
    OPEN_KEY,
    FieldFrom,
    ForceColumn,
    Mapping,
    OneForce,
)
from peelian.sources.extracts.forcing import ForceOf, by_column, by_segment, one_force
from peelian.sources.extracts.mapping import read_mapping
from peelian.sources.extracts.opening import BY_SUFFIX
from peelian.sources.extracts.segments import segments
from peelian.sources.extracts.split import LINE, Delivery, Piece, split
from peelian.sources.extracts.tables import suffix_of
from peelian.spine.force import force as force_of_slug

# Rises when pieces are made in another way from the same file and mapping.
PIECES_VERSION = 1
NAMED_FILES = 3
FOLDER = "extract-"
# No run takes a day; a folder that old is of one that was killed.
KILLED_AFTER = 24 * 60 * 60  # seconds


@dataclass(frozen=True)
class Extracts:
    """Tables of record systems. `published` says whether every row is openly published."""

    key: str
    title: str
    attribution: str = ""
    takes_mapping: bool = True

    def find(self, paths: Sequence[Path], *, force: str | None) -> tuple[Found | Problem, ...]:
        """Nothing: without a mapping no table says what it is."""
        return tuple(
            Problem(path.name, "needs a mapping file: give it with --mapping.") for path in paths
        )

    @contextmanager
    def under(
        self, mapping: Path, *, models: Iterable[type[Record]], home: Path
    ) -> "Iterator[MappedExtracts]":
        """The source as a mapping file describes it, for one run.

        Pieces of extracts lie in a folder of `home` for as long as that lasts, closed to other
        accounts. Raises `BadMapping`.
        """
        said = read_mapping(mapping, models)
        _clear(home)
        work = Path(tempfile.mkdtemp(prefix=FOLDER, dir=home))
        try:
            yield MappedExtracts(said, work)
        finally:
            shutil.rmtree(work, ignore_errors=True)

    def examples(self) -> tuple[Path, ...]:
        """The mapping files that ship with the package."""
        folder = Path(str(files("peelian.sources.extracts").joinpath("examples")))
        return tuple(sorted(folder.glob("*.toml")))


@dataclass
class MappedExtracts:
    """Extracts under one mapping. `remarks` tell, once files were found, what is worth a look."""

    mapping: Mapping
    work: Path
    remarks: list[str] = field(default_factory=list)
    takes_mapping: bool = True

    @property
    def key(self) -> str:
        return self.mapping.source

    @property
    def title(self) -> str:
        return self.mapping.feed

    @property
    def attribution(self) -> str:
        published = self.mapping.published
        return published.attribution if published else ""

    @property
    def claims(self) -> dict[str, str]:
        """What the trail keeps of a load: which mapping, and the licence that it claims."""
        published = self.mapping.published
        return {
            "feed": self.mapping.feed,
            "mapping": self.mapping.name,
            "mapping_sha256": self.mapping.sha256,
            "licence": published.licence if published else "",
        }

    def find(self, paths: Sequence[Path], *, force: str | None) -> tuple[Found | Problem, ...]:
        """The rows of all files as one delivery, a piece for each force and month.

        `force` is the slug for a mapping that tells none. Rows that have no place come as a
        `Problem` with their rejects.
        """
        named, problems = _files(paths)
        columns = _columns(self.mapping)
        delivery = split(
            named,
            self.mapping,
            force_of=lambda path: self._force_of(path, force),
            headers={column.field: column.header for column in columns},
            work=self.work,
        )
        self.remarks += _remarks(delivery)
        problems += [Problem(name, sentence) for name, sentence in delivery.refused]
        if delivery.rejected:
            problems.append(
                Problem(
                    _together(delivery.files),
                    f"{delivery.rejected:,} rows are left out or have no place: see the rejects "
                    "for the reason of each.",
                    rejected=delivery.rejected,
                    rejects=delivery.rejects,
                )
            )
        return (*(self._found(piece, columns) for piece in delivery.pieces), *problems)

    def _force_of(self, path: Path, slug: str | None) -> ForceOf:
        said = self.mapping.force
        if said is None and slug is None:
            raise NothingLoads("its mapping tells no force: add 'force', or give --force.")
        if said is None or isinstance(said, OneForce):
            found = said.slug if said else str(slug)
            if slug is not None and slug != found:
                raise NothingLoads(f"its mapping says '{found}' and --force '{slug}'.")
            return one_force(found)
        if slug is not None:
            raise NothingLoads("its mapping tells the force of each row: leave --force out.")
        if isinstance(said, ForceColumn):
            return by_column(said)
        return by_segment(segments(path, self.mapping, said))

    def _found(self, piece: Piece, columns: tuple[Column, ...]) -> Found:
        mapping = self.mapping
        return Found(
            kind=_kind(mapping, columns, piece.place),
            source=self.key,
            path=piece.path,
            member="",
            place=piece.place,
            origin=f"{_together(tuple(piece.files))} ({_in_words(piece.place)})",
            opener=PieceOpener(_recipe(mapping)),
            feed=mapping.feed,
            rhythm=mapping.rhythm,
            attribution=self.attribution,
        )


@dataclass(frozen=True)
class PieceOpener:
    """Opens a piece. `recipe` is the fingerprint of what the mapping says about rows."""

    recipe: str

    def open(self, path: Path, member: str) -> AbstractContextManager[BinaryIO]:
        """The piece as it lies there."""
        return path.open("rb")


def _kind(mapping: Mapping, columns: tuple[Column, ...], place: Place) -> FileKind:
    """A piece as the loader knows files: a month that rows only name becomes a constant."""
    by_month = dated_by(mapping.model) == "month"
    return FileKind(
        key=f"extracts.{type_key(mapping.model)}",
        title=f"extract of {mapping.feed}",
        model=mapping.model,
        columns=tuple(c for c in columns if not (by_month and c.field == "month")),
        version=PIECES_VERSION,
        constants=(("month", place.month),) if by_month else (),
        ignores=(LINE, *(c.header for c in columns if by_month and c.field == "month")),
        natural_key=mapping.key,
        numbered_by=LINE,
    )


def _columns(mapping: Mapping) -> tuple[Column, ...]:
    """The columns of a piece; a heading that fills two fields is told apart by them."""
    called = [of.called for of in mapping.fields]

    def header(of: FieldFrom) -> str:
        alone = called.count(of.called) == 1 and of.headings
        return of.called if alone else f"{of.called} for {of.field}"

    return tuple(Column(header(of), of.field, rule_of(mapping.model, of)) for of in mapping.fields)


def _recipe(mapping: Mapping) -> str:
    """Changes with whatever changes rows; comments, titles and the rhythm do not."""
    said = (mapping.file, mapping.fields, mapping.key, mapping.left_out)
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def _clear(home: Path) -> None:
    """Remove what runs that were killed have left behind: it may hold what nobody should see."""
    for left in home.glob(f"{FOLDER}*"):
        if left.is_dir() and time.time() - left.stat().st_mtime > KILLED_AFTER:
            shutil.rmtree(left, ignore_errors=True)


def _files(paths: Sequence[Path]) -> tuple[list[Path], list[Problem]]:
    found: list[Path] = []
    problems: list[Problem] = []
    for path in paths:
        if path.is_dir():
            inside = [each for each in sorted(path.rglob("*")) if suffix_of(each) in BY_SUFFIX]
            found += [each for each in inside if not each.name.startswith((".", "~"))]
            if not inside:
                problems.append(Problem(path.name, f"holds no {', '.join(BY_SUFFIX)} file."))
        elif path.exists():
            found.append(path)
        else:
            problems.append(Problem(str(path), "there is no such file or folder."))
    return found, problems


def _remarks(delivery: Delivery) -> Iterator[str]:
    if delivery.unread:
        yield f"Columns that the mapping leaves alone: {', '.join(delivery.unread)}."
    for force in dict.fromkeys(piece.place.force_id for piece in delivery.pieces):
        of_force = [piece for piece in delivery.pieces if piece.place.force_id == force]
        if not of_force[0].first:
            continue
        begins, ends = of_force[0], of_force[-1]
        if not begins.first.endswith("-01"):
            yield (
                f"Rows of {_in_words(begins.place)} begin on {_day(begins.first)}: if the month "
                "began before the extract does, its figures are of a part of it."
            )
        if ends.last and ends.last != last_day(ends.place.month).isoformat():
            yield (
                f"Rows of {_in_words(ends.place)} end on {_day(ends.last)}: if the month goes on "
                "after the extract, its figures are of a part of it."
            )


def _day(written: str) -> str:
    return day_in_words(date.fromisoformat(written))


def _in_words(place: Place) -> str:
    name = force_of_slug(place.force_id).name
    return f"{name}, {months.in_words(place.month)}" if place.month else name


def _together(names: tuple[str, ...]) -> str:
    if len(names) <= NAMED_FILES:
        return ", ".join(names)
    return f"{', '.join(names[:NAMED_FILES])} and {len(names) - NAMED_FILES} more"


EXTRACTS = Extracts(KEY, "tables of any record system, by a mapping file")
OPEN_EXTRACTS = Extracts(OPEN_KEY, "tables that are openly published, by a mapping file")
