"""The language of measures: five kinds of question over records, declared in an area.

A measure states everything that a reader may ask of a number: what is counted, among what, dated
by which field, why it matters, who owns it, since when it is defined so. Expressions are Ibis'
deferred expressions (`from ibis import _`); they are bound to the record type as soon as the
declaration is imported, so that a misspelt field stops the program and names the fields.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal

from peelian.engines.measures.binding import (
    Wanted,
    bind,
    check_dimension,
    check_field,
    schema_for,
)
from peelian.engines.measures.declared import (
    Comparable,
    DatedEvent,
    Dimension,
    Doubt,
    Example,
    FollowUp,
    Population,
    Standard,
    Stated,
    UnknownLimit,
    Version,
    View,
)
from peelian.engines.measures.periods import GRAINS
from peelian.records.base import Record
from peelian.records.schema import type_key

Kind = Literal["count", "share", "sampled", "rate", "ratio", "typical"]
Better = Literal["higher", "lower", "neither"]
Counted = Literal["event", "person", "household"]
Profile = Literal["exact", "person", "sensitive"]


class BadDeclaration(Exception):
    """A measure contradicts itself or leaves out what a reader will ask."""


@dataclass(frozen=True, kw_only=True)
class Measure:
    """What every kind of measure states.

    `words` is the end of the sentence that answers the question: for a count "crimes were
    recorded", for a share "led to a charge". `short` labels charts and cards.
    """

    kind: ClassVar[Kind]
    key: str
    title: str
    short: str
    asks: str
    words: str
    why: str
    of: type[Record] | View
    dated_by: str
    counting: Any
    by: tuple[Dimension, ...]
    better: Better
    counts: Counted
    profile: Profile
    comparable: Comparable
    owner: str
    review_by: date
    ledger: tuple[str, ...]
    versions: tuple[Version, ...]
    examples: tuple[Example, ...]
    definition: str
    cautions: tuple[str, ...] = ()
    standard: Standard | None = None
    follow_up: FollowUp | None = None
    events: tuple[DatedEvent, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    # What must stand beside the figure wherever it is shown, so that it is not read alone.
    beside: tuple["Measure", ...] = ()
    most_unknown: UnknownLimit | None = None
    # Where a row stands for a whole year: the month, as "03", under which every year stands.
    year_stands_in: str = ""
    stated: tuple[Stated, ...] = ()

    # What `counting` must be, and the names of further conditions that a kind adds to it.
    counting_is: ClassVar[Wanted] = "a condition"
    conditions: ClassVar[tuple[str, ...]] = ()

    def __post_init__(self) -> None:
        check_field(self.key, "dated_by", self.dated_by, self.of)
        if not schema_for(self.of)[self.dated_by].is_string():
            raise BadDeclaration(
                f"{self.key}: dated_by names '{self.dated_by}', which is no month written YYYY-MM."
            )
        for dimension in self.by:
            check_dimension(self.key, dimension, self.of)
        bind(self.key, "counting", self.counting, self.of, wants=self.counting_is)
        for name in self.conditions:
            if getattr(self, name) is not None:
                bind(self.key, name, getattr(self, name), self.of, wants="a condition")
        keys = [dimension.key for dimension in self.by]
        if len(set(keys)) != len(keys) or set(keys) & set(GRAINS):
            raise BadDeclaration(
                f"{self.key} is broken down by {', '.join(keys)}: each name stands once, and "
                f"{', '.join(GRAINS)} are kept for periods."
            )
        numbers = [version.number for version in self.versions]
        if numbers != list(range(1, len(numbers) + 1)) or not numbers:
            raise BadDeclaration(
                f"{self.key}: versions are numbered {numbers}; number them 1, 2, 3 … in order."
            )
        if self.follow_up and type_key(self.follow_up.of) not in self.reads:
            raise BadDeclaration(
                f"{self.key} is followed up through {type_key(self.follow_up.of)}, which it does "
                f"not read; it reads {', '.join(self.reads)}."
            )
        closed = [one.key for one in self.beside if one.profile != self.profile]
        if closed:
            raise BadDeclaration(
                f"{self.key} ({self.profile}) cannot be shown beside {', '.join(closed)}: what "
                "stands together has one disclosure profile."
            )
        if not self.examples:
            raise BadDeclaration(f"{self.key} has no worked example; add one Example.")

    @property
    def version(self) -> int:
        """The number of the definition in force."""
        return self.versions[-1].number

    @property
    def record_type(self) -> type[Record]:
        """The record type whose rows are counted: a view's rows are those of its base."""
        return self.of.base if isinstance(self.of, View) else self.of

    @property
    def reads(self) -> tuple[str, ...]:
        """The record types that the answer rests on, as named in the store."""
        models = self.of.reads if isinstance(self.of, View) else (self.of,)
        return tuple(type_key(model) for model in models)

    @property
    def maturing(self) -> bool:
        """Whether cohorts are followed without an end, so that younger ones look lower."""
        return self.follow_up is not None and self.follow_up.months is None


@dataclass(frozen=True, kw_only=True)
class Count(Measure):
    """How many rows (or distinct values of `distinct`) satisfy `counting`.

    With `weight`, each row stands for as many things as that field says, and they are added up;
    rows in which it is missing are the unknown.
    """

    kind: ClassVar[Kind] = "count"
    distinct: str | None = None
    weight: str | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.distinct:
            check_field(self.key, "distinct", self.distinct, self.of)
        _check_weight(self, self.weight)
        if self.distinct and self.weight:
            raise BadDeclaration(
                f"{self.key}: a row that stands for several things has no one identifier; leave "
                "out either distinct or weight."
            )


@dataclass(frozen=True, kw_only=True)
class Share(Measure):
    """Those `counting` within those `among`: never more than one.

    With `distinct`, both are numbers of distinct values of that field, and rows of `among` in
    which the field is missing are the unknown. With `known`, rows of `among` that are not known
    are the unknown. They stay in the denominator, so that the share is the least it can be, unless
    it is `of_known`: then they stand in neither number.
    """

    kind: ClassVar[Kind] = "share"
    conditions: ClassVar[tuple[str, ...]] = ("among", "known")
    among: Any
    among_words: str
    distinct: str | None = None
    known: Any = None
    of_known: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.of_known and self.known is None:
            raise BadDeclaration(f"{self.key}: of_known needs known, which says what is known.")
        if self.distinct:
            check_field(self.key, "distinct", self.distinct, self.of)
        if self.distinct and self.known is not None:
            raise BadDeclaration(
                f"{self.key}: with distinct, rows without '{self.distinct}' are the unknown; "
                "leave out either distinct or known."
            )


@dataclass(frozen=True, kw_only=True)
class Rate(Measure):
    """Rows `counting` per `base` of a named population, for the whole period, not annualised.

    `weight` is as in a `Count`.
    """

    kind: ClassVar[Kind] = "rate"
    per: Population
    base: int = 1000
    weight: str | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        _check_weight(self, self.weight)


@dataclass(frozen=True, kw_only=True)
class RateRatio(Measure):
    """The rate of one group against the rate of another, with the log-method interval.

    `group` is the dimension that divides the rows; `compared` names the group in question and the
    group it is held against. Rows whose group is missing are the unknown and give bounds. `weight`
    is as in a `Count`, but a row without it cannot be bounded and is left out.
    """

    kind: ClassVar[Kind] = "ratio"
    per: Population
    group: Dimension
    compared: tuple[str, str]
    weight: str | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        _check_weight(self, self.weight)
        if self.group.key not in self.per.columns:
            raise BadDeclaration(
                f"{self.key}: the population '{self.per.key}' cannot be cut by '{self.group.key}'. "
                f"It can be cut by: {', '.join(self.per.columns)}."
            )
        if self.group.key in {dimension.key for dimension in self.by}:
            raise BadDeclaration(
                f"{self.key} compares groups of '{self.group.key}', so it cannot be broken down "
                "by it; take it out of by."
            )


@dataclass(frozen=True, kw_only=True)
class Typical(Measure):
    """The middle of a quantity: median, 90th centile and, if asked for, the share over a limit.

    `counting` is the quantity of each row; rows of `among` in which it is missing are the unknown.
    `over` is a condition on the rows of which it is known, `over_words` says it of several of them
    ("took longer than …"); where it is missing, as where no limit is loaded, a row stands in
    neither part of that share. A mean is given only where `mean` asks for it, and always labelled:
    a long tail makes it say what no one meets.
    """

    kind: ClassVar[Kind] = "typical"
    counting_is: ClassVar[Wanted] = "a number"
    conditions: ClassVar[tuple[str, ...]] = ("among", "over")
    among: Any
    among_words: str
    unit: str
    over: Any = None
    over_words: str = ""
    mean: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if (self.over is None) == bool(self.over_words):
            raise BadDeclaration(f"{self.key}: give over and over_words, or neither.")


def _check_weight(measure: Measure, weight: str | None) -> None:
    if weight is None:
        return
    check_field(measure.key, "weight", weight, measure.of)
    kind = schema_for(measure.of)[weight]
    if not kind.is_integer():
        raise BadDeclaration(
            f"{measure.key}: weight names '{weight}', which is of type {kind}; a row stands for a "
            "whole number of things."
        )
