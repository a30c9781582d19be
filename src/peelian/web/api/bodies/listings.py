"""What there is: the start, areas of policing, forces."""

from pydantic import BaseModel


class Force(BaseModel):
    """A police force. `area_code` is empty for forces without an area of their own."""

    slug: str
    name: str
    area_code: str
    region: str
    country: str
    territorial: bool


class Area(BaseModel):
    """An area of policing with the keys of its measures."""

    key: str
    title: str
    summary: str
    owner: str
    measures: list[str]


class Index(BaseModel):
    """What there is."""

    title: str
    snapshot: str
    made_at: str
    links: dict[str, str]
    attributions: list[str]
