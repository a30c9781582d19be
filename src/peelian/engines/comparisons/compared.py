"""A comparison of forces on one measure, with everything that a fair reading of it needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from peelian.engines.measures.cells import Cell
from peelian.engines.measures.periods import Period

# Where a value lies against the lines at one standard deviation, as the inspectorate says it.
Band = Literal["above", "within", "below"]
# Where it lies against the funnel: beyond 99.8% limits, beyond 95% limits, or within them.
Zone = Literal["far above", "above", "within", "below", "far below"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """The inspectorate's lines: the unweighted mean of forces and one deviation to each side.

    `divisor` names how the deviation was computed, "n - 1" or "n".
    """

    mean: float
    deviation: float
    lower: float
    upper: float
    forces: int
    divisor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelLimits:
    """Limits at one size (denominator): where values of that size are expected to lie."""

    size: float
    lower95: float
    upper95: float
    lower998: float
    upper998: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """The funnel: its centre, how overdispersed the forces are, and limits over a range of sizes.

    `overdispersion` is the mean squared z-score after a tenth at each end is drawn in: about 0.7
    where forces differ by chance alone. `between` is the standard deviation between forces that
    the limits allow for, on the scale named by `scale`; `adjusted` says whether the limits were
    widened by it. `method` names the whole for a reader.
    """

    centre: float
    overdispersion: float
    between: float
    adjusted: bool
    scale: str
    method: str
    curve: tuple[FunnelLimits, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One force in the comparison: its cell, and where it lies by each of the two rules.

    `rank` counts from 1 at the highest value. `limits` and `zone` are None where there is no
    funnel for this kind of measure.
    """

    force: str
    cell: Cell
    rank: int
    band: Band
    deviations: float
    zone: Zone | None
    z: float | None
    limits: FunnelLimits | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A force that is not in the comparison, and why; `cell` where there is one to open."""

    force: str
    reason: str
    cell: Cell | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """How many forces a rule would flag if none differed from the others but by chance."""

    rule: str
    flagged: int
    expected: float
    forces: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Forces set side by side on one measure over one period, or the reason why they are not.

    `forces` stand from the highest value to the lowest. `missing` have nothing loaded; `set_aside`
    have a figure that would mislead. With a `refusal` nothing is ranked: `forces`, `lines`,
    `funnel` and `chance` are empty, and `cells` still hold each force's own figure. `period` is
    None only where nothing is loaded. `own` is the force for which the comparison was asked.
    `loaded_at` is when the newest of its files was loaded (ISO 8601, UTC); `restated` names the
    forces of which a file replaced an earlier one, so that their figures have changed.
    """

    measure: str
    version: int
    period: Period | None
    snapshot: str
    own: str = ""
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    cells: tuple[Cell, ...] = ()
    forces: tuple[Compared, ...] = ()
    set_aside: tuple[Left, ...] = ()
    missing: tuple[Left, ...] = ()
    lines: Lines | None = None
    funnel: Funnel | None = None
    chance: tuple[Chance, ...] = ()
    peers: "Peers | None" = None
    refusal: str = ""
    warnings: tuple[str, ...] = ()
    loaded_at: str = ""
    restated: tuple[str, ...] = ()

    def force(self, slug: str) -> Compared | None:
        """One force's place in the comparison."""
        return next((one for one in self.forces if one.force == slug), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A force like another: how far apart they are, and each variable's value."""

    force: str
    distance: float
    values: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """What peers are chosen by: its name, what it is, its source, and how it was scaled."""

    key: str
    title: str
    authority: str
    scaling: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Peers:
    """The forces most like one force by stated variables, nearest first.

    `left_out` names the forces that were not held against it, with reasons.
    """

    of: Peer
    peers: tuple[Peer, ...]
    variables: tuple[Variable, ...]
    method: str
    left_out: tuple[Left, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """A rule of the control chart that the series breaks, and at which of its points."""

    rule: Literal["point beyond limits", "shift", "trend", "two of three near a limit"]
    at: tuple[int, ...]
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Limits of the control chart from one point to another, between two rebases."""

    first: int
    last: int
    mean: float
    lower: float
    upper: float
    moving_range: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebased:
    """Where the limits were made anew: by whom and why."""

    month: str
    by: str
    reason: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlChart:
    """One force's own series as an XmR chart, or the reason why there is none.

    `cells` are in order of time; positions in `signals` and `steps` count from 0 in `cells`.
    """

    measure: str
    force: str
    cells: tuple[Cell, ...]
    steps: tuple[Step, ...] = ()
    signals: tuple[Signal, ...] = ()
    rebases: tuple[Rebased, ...] = ()
    refusal: str = ""
    notes: tuple[str, ...] = ()
