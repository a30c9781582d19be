"""What several answers of the API have in common."""

from typing import Annotated, Generic, Literal, TypeVar

from pydantic import BaseModel, Field

Better = Literal["higher", "lower", "neither"]
Feeds = Annotated[
    list[str], Field(description="Deliveries that it rests on and that are late or short.")
]
Item = TypeVar("Item")


class Problem(BaseModel):
    """Why a question cannot be answered."""

    what: str = Field(description="What is wrong.")
    where: str = Field(description="The parameter or part of the address; empty for the whole.")
    right: str = Field(description="What would be right.")


class Page(BaseModel, Generic[Item]):
    """One page of a list. `next` is the address of the following one; null on the last."""

    items: list[Item]
    next: str | None


class Span(BaseModel):
    """Months, both included, as YYYY-MM."""

    first: str
    last: str


class Comparability(BaseModel):
    """Whether forces may be compared on a measure, and why."""

    allowed: bool
    reason: str
