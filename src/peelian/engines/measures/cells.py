"""A cell: one number with everything that must travel with it, or the reason why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from peelian.engines.measures.periods import Period
from peelian.engines.measures.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One answer of one measure.

    `unit` is the force whose figure it is, empty where it is of all forces loaded. `breakdown` and
    `where` are pairs of dimension and value; the value None means "not recorded". `value` is a
    plain fraction for shares, per 1,000 for rates, a ratio for ratios, a number for counts; it is
    None, as are all numbers, unless `status` is ok. `unknown` counts rows of which it is not known
    whether they belong. `synthetic` where some of the rows that it rests on were invented,
    `closed` where some are from a source that does not publish them.
    """

    measure: str
    version: int
    period: Period
    snapshot: str
    unit: str = ""
    breakdown: tuple[tuple[str, str | None], ...] = ()
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    numerator: int | None = None
    denominator: int | None = None
    parts: Mapping[str, float] = field(default_factory=dict)
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    method: str = ""
    unknown: int | None = None
    status: Status = Status.OK
    notes: tuple[str, ...] = ()
    maturing: bool = False
    synthetic: bool = False
    closed: bool = False

    @property
    def note(self) -> str:
        """All remarks as one line."""
        return " ".join(self.notes)

    def at(self, dimension: str) -> str | None:
        """The value of one dimension of the breakdown."""
        return dict(self.breakdown)[dimension]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """All cells of one request, in order, with what holds for the whole."""

    measure: str
    by: tuple[str, ...]
    grain: str
    cells: tuple[Cell, ...]
    warnings: tuple[str, ...] = ()
    snapshot: str = ""
