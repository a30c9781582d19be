"""The police forces that publish, by the slug that data.police.uk gives them.

Names differ between publishers ("Devon & Cornwall", "London, City of"): never join by name.
Source: ONS police force area lookup 2024, Home Office workforce data and the file names of
data.police.uk, all under the Open Government Licence v3.0. Names are as of 2022.
"""

import csv
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files


class UnknownForce(ValueError):
    """A slug that is no police force's."""


@dataclass(frozen=True)
class Force:
    """One police force. `area_code` is the ONS police force area, empty where it has none."""

    slug: str
    name: str
    area_code: str
    region: str
    country: str

    @property
    def territorial(self) -> bool:
        """Whether the force polices an area of England and Wales with residents of its own."""
        return bool(self.area_code)


# They publish on data.police.uk but are not among the 43 of England and Wales.
NOT_TERRITORIAL = (
    Force("btp", "British Transport Police", "", "", ""),
    Force("northern-ireland", "Police Service of Northern Ireland", "", "", "Northern Ireland"),
)


@cache
def forces() -> dict[str, Force]:
    """All forces by slug: the 43 of England and Wales, then those that police no force area."""
    text = files("peelian.spine").joinpath("reference/forces.csv").read_text(encoding="utf-8")
    listed = [
        Force(row["slug"], row["name"], row["area_code"], row["region"], row["country"])
        for row in csv.DictReader(text.splitlines())
    ]
    return {force.slug: force for force in (*listed, *NOT_TERRITORIAL)}


def force(slug: str) -> Force:
    """The force with this slug; raises `UnknownForce` naming the nearest slugs."""
    known = forces()
    if slug in known:
        return known[slug]
    close = get_close_matches(slug, known, n=3, cutoff=0.4) or sorted(known)[:3]
    raise UnknownForce(
        f"'{slug}' is not a force. Write its data.police.uk slug, for example {', '.join(close)}."
    )
