"""Cells: numbers with everything that travels with them."""

from typing import Any, Literal

from django.urls import reverse
from pydantic import BaseModel, Field, model_validator

from peelian.web.api.bodies.shared import Feeds, Page, Span

Status = Literal["ok", "suppressed", "no_data", "not_computable", "not_comparable"]


class _Opened(BaseModel):
    """What has the address of a figure can be opened."""

    figure: str = Field(description="Address of the figure card.")
    url: str = Field(description="The same figure from the API.")

    @model_validator(mode="before")
    @classmethod
    def link(cls, given: dict[str, Any]) -> dict[str, Any]:
        """Lead from the address of a figure to the figure."""
        return given | {"url": reverse("api:figure", args=[given["figure"]])}


class Cell(_Opened):
    """One number with everything that travels with it. Without status ok all numbers are null."""

    measure: str
    version: int
    unit: str = Field(description="Slug of the force; empty where it is of several.")
    period: Span
    breakdown: dict[str, str | None] = Field(description="null stands for not recorded.")
    where: dict[str, list[str]]
    numerator: int | None
    denominator: int | None
    parts: dict[str, float]
    value: float | None
    lower: float | None
    upper: float | None
    method: str
    unknown: int | None = Field(description="Rows of which it is not known whether they belong.")
    status: Status
    note: str
    maturing: bool
    synthetic: bool = Field(description="Whether it rests on invented rows.")
    snapshot: str


class Companion(_Opened):
    """A figure that stands beside another, which must not be read alone."""

    measure: str
    numerator: int | None
    denominator: int | None
    value: float | None
    unknown: int | None
    status: Status
    left_out: list[str] = Field(description="Conditions that it cannot hold, by their titles.")
    says: str


class Cells(Page[Cell]):
    """Cells of one question in the order of its breakdown."""

    measure: str
    title: str
    definition: str
    version: int
    by: list[str]
    snapshot: str
    beside: list[Companion] = Field(
        description="For the conditions and months of the question, not for its breakdown."
    )
    warnings: list[str]
    feeds: Feeds
    attributions: list[str]
