"""Measures and what they can be asked."""

from typing import Literal

from pydantic import BaseModel, Field

from peelian.web.api.bodies.shared import Better, Comparability


class Dimension(BaseModel):
    """A way to break a measure down, and a condition that it takes."""

    key: str
    title: str
    values: list[str] | None = Field(description="Its code list, where it has one.")
    of_place: bool


class Aim(BaseModel):
    """A value to hold a measure against, with who set it."""

    value: float
    authority: str
    binding: bool


class MeasureSummary(BaseModel):
    """A measure in a list."""

    key: str
    title: str
    asks: str
    kind: Literal["count", "share", "sampled", "rate", "ratio", "typical"]
    area: str
    unit: str
    url: str


class MeasureDetail(MeasureSummary):
    """A measure's definition, with what it can be asked."""

    version: int
    definition: str
    why: str
    better: Better
    comparable: Comparability
    standard: Aim | None
    owner: str
    review_by: str
    cautions: list[str]
    stated: list[str] = Field(
        description="Averages that were published about it, each held against its own tail."
    )
    by: list[Dimension]
    periods: list[str]
    beside: list[str] = Field(description="Measures that this one must not be read without.")
    cells_url: str
    comparison_url: str
    control_url: str
