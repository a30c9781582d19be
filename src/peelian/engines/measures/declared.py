"""The small declared things that a measure carries besides its question."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import ibis

from peelian.records.base import Record
from peelian.records.codes import CodeList

Tables = Callable[[type[Record]], ibis.Table]


@dataclass(frozen=True)
class Dimension:
    """A way to break a measure down: a field of the record, or a fact about its place.

    `field` names a column of the record type. `place` names a column of the resident areas: it
    lists the places that exist, those without a row among them, and where no `field` is given it
    is also how a row gets its value, through the record's `lsoa_code`. For records without one,
    `locate` adds that column to the rows, and only where the dimension is asked for.
    """

    key: str
    title: str
    field: str | None = None
    place: str | None = None
    codes: CodeList | None = None
    unknown: str = "not recorded"
    locate: Callable[[Any, Tables], Any] | None = None

    def __post_init__(self) -> None:
        if self.field is None and self.place is None:
            raise ValueError(f"Dimension '{self.key}' needs a field or a place.")


@dataclass(frozen=True)
class Population:
    """Whom a rate is per: a table of residents with the columns by which it can be cut.

    `columns` maps the key of a dimension to the column of the table. A dimension that is not
    there (crime type, month) does not cut the population. `set_aside` names forces, by slug, whose
    residents say nothing about whom they police, with the reason: they are never compared.
    """

    key: str
    title: str
    year: int
    authority: str
    table: Callable[[Tables], ibis.Table]
    columns: Mapping[str, str]
    value: str = "residents"
    force: str = "area_force"
    set_aside: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FollowUp:
    """A cohort is followed through the files of another record type, from its own month on.

    `months` is how many further months the window has; None follows as far as files are loaded:
    such a cohort is maturing, and its cells are never trended or compared.
    """

    of: type[Record]
    months: int | None
    called: str


@dataclass(frozen=True)
class Version:
    """One definition of a measure, from a day on, and why it replaced the one before."""

    number: int
    since: date
    reason: str


@dataclass(frozen=True)
class DatedEvent:
    """Something that splits a series: a new form, a new system, a new law. Drawn on the chart."""

    month: str
    label: str
    authority: str


@dataclass(frozen=True)
class Doubt:
    """An owner's mark that a measure may be wrong, with the source that says otherwise.

    `reason` is a sentence, `rival` names the source.
    """

    since: date
    reason: str
    rival: str
    by: str


@dataclass(frozen=True)
class Standard:
    """A value to hold a measure against, never without the authority that set it."""

    value: float
    authority: str
    binding: bool


@dataclass(frozen=True)
class Comparable:
    """Whether forces may be compared on the measure, and why."""

    allowed: bool
    reason: str


@dataclass(frozen=True)
class UnknownLimit:
    """The largest share of unknown rows with which a figure is still used, and who says so.

    A ratio beyond it is not computable; any other figure beyond it is set aside from comparisons.
    """

    share: float
    authority: str


@dataclass(frozen=True)
class Stated:
    """A figure that someone published about the question, to be held against its own tail.

    `who` printed the average `mean` of the cases named by `of`; `tail` and `beyond` say that this
    share of the same cases was above that value. Both values are in `unit`, as they were printed.
    `authority` is where they stand, as a sentence without its full stop.
    """

    who: str
    of: str
    mean: float
    tail: float
    beyond: float
    unit: str
    authority: str


@dataclass(frozen=True)
class Example:
    """Rows in, answer out: test, oracle and page of the manual at once.

    `rows` maps a record type to a small text table; what is not written is filled with an
    unremarkable value. `loaded` adds months of files that hold no row of the example, as
    `(force, month)`. `shows` is the answer in brief, one line per cell, worked by hand.
    """

    says: str
    rows: Mapping[type[Record], str]
    shows: str
    by: tuple[str, ...] = ()
    where: Mapping[str, str] = field(default_factory=dict)
    loaded: Mapping[type[Record], tuple[tuple[str, str], ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class View:
    """A question over two record types whose rows stay those of its base.

    `build` adds columns by semi-join or aggregated join; `adds` names them with their meaning, so
    that access, unit of counting and the way to the rows remain the base's. Of the base, `build`
    may be given only the rows of the forces and months in question, so it compares none of them
    with each other; of a record type that is followed up, only the months of the window.
    """

    key: str
    title: str
    base: type[Record]
    reads: tuple[type[Record], ...]
    adds: Mapping[str, str]
    build: Callable[[Tables], Any]
