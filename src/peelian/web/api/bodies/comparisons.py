"""Forces side by side: where each stands by two rules, and who is not in it."""

from typing import Literal

from pydantic import BaseModel, Field

from peelian.engines.comparisons.compared import Band, Zone
from peelian.web.api.bodies.cells import Cell
from peelian.web.api.bodies.shared import Better, Comparability, Feeds, Span


class Lines(BaseModel):
    """The unweighted mean of the forces and one standard deviation to each side."""

    mean: float
    deviation: float
    lower: float
    upper: float
    forces: int
    divisor: Literal["n", "n - 1"]


class FunnelLimits(BaseModel):
    """Where values of one size are expected to lie; the size is the denominator."""

    size: float
    lower95: float
    upper95: float
    lower998: float
    upper998: float


class Funnel(BaseModel):
    """The funnel: its centre, its overdispersion, and limits over a range of sizes."""

    centre: float
    overdispersion: float = Field(description="1 where forces differ by chance alone.")
    between: float = Field(description="Standard deviation between forces, on `scale`.")
    adjusted: bool = Field(description="Whether the limits were widened by it.")
    scale: str
    method: str
    curve: list[FunnelLimits]


class ForceStanding(BaseModel):
    """One force in the comparison. `zone`, `z` and `limits` are null where there is no funnel."""

    force: str
    name: str
    rank: int = Field(description="From 1 at the highest value.")
    band: Band = Field(description="Against the lines at one standard deviation.")
    deviations: float
    zone: Zone | None = Field(description="Against the funnel.")
    z: float | None
    limits: FunnelLimits | None
    cell: Cell


class ForceLeft(BaseModel):
    """A force that is not in it, and why; with its figure where it has one."""

    force: str
    name: str
    reason: str
    cell: Cell | None


class Chance(BaseModel):
    """How many forces a rule flags, and how many it would if they differed by chance alone."""

    rule: str
    flagged: int
    expected: float
    forces: int


class Peer(BaseModel):
    """A force like another: how far apart they are, and the value of each variable."""

    force: str
    name: str
    distance: float
    values: dict[str, float]


class Variable(BaseModel):
    """What forces are held to be alike by."""

    key: str
    title: str
    authority: str
    scaling: str


class Peers(BaseModel):
    """The forces most like one force, nearest first."""

    of: Peer
    peers: list[Peer]
    variables: list[Variable]
    method: str
    left_out: list[ForceLeft]


class Comparison(BaseModel):
    """Forces side by side, or the reason why they are not: then nothing is ranked."""

    measure: str
    title: str
    definition: str
    version: int
    better: Better
    beside: list[str] = Field(description="Measures that this one must not be read without.")
    snapshot: str
    loaded_at: str = Field(description="When the newest of its files was loaded; ISO 8601, UTC.")
    restated: list[str] = Field(description="Forces of which a file replaced an earlier one.")
    period: Span | None
    where: dict[str, list[str]]
    own: str
    comparable: Comparability
    refusal: str
    sentence: str
    forces: list[ForceStanding]
    lines: Lines | None
    funnel: Funnel | None
    chance: list[Chance]
    set_aside: list[ForceLeft]
    missing: list[ForceLeft]
    cells: list[Cell]
    peers: Peers | None
    warnings: list[str]
    feeds: Feeds
    attributions: list[str]
