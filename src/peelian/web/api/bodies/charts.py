"""One force's own months with the limits that its past sets."""

from typing import Literal

from pydantic import BaseModel, Field

from peelian.web.api.bodies.cells import Cell
from peelian.web.api.bodies.shared import Better, Feeds


class Step(BaseModel):
    """Limits from one month to another, both positions in `cells` counted from 0."""

    first: int
    last: int
    mean: float
    lower: float
    upper: float
    moving_range: float


class Signal(BaseModel):
    """A rule that the series breaks, and at which positions in `cells`."""

    rule: Literal["point beyond limits", "shift", "trend", "two of three near a limit"]
    at: list[int]
    says: str


class Rebase(BaseModel):
    """Where the limits were made anew: by whom, why and when."""

    month: str
    by: str
    reason: str
    at: str


class ControlChart(BaseModel):
    """An XmR chart, or the reason why there is none: then `cells` still hold each month."""

    measure: str
    title: str
    definition: str
    version: int
    better: Better
    force: str
    name: str
    refusal: str
    cells: list[Cell]
    steps: list[Step]
    signals: list[Signal]
    rebases: list[Rebase]
    notes: list[str] = Field(description="Months that end a series or have no limits, and why.")
    feeds: Feeds
    attributions: list[str]
