"""Names of streets, as the records give them: what makes a neighbourhood's code mean something.

Records carry the name of a map point ("On or near High Street"). Many points are named for a kind
of place and not for a place ("Parking Area"); those help nobody to find their way.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.compute as pc

from peelian.engines.maps.names import wordings
from peelian.engines.measures.tables import TableSource
from peelian.spine.crime import Crime

# As data.police.uk names points that are no street.
KINDS_OF_PLACE = frozenset(
    {
        "Airport/Airfield",
        "Bus/Coach Station",
        "Conference/Exhibition Centre",
        "Further/Higher Educational Building",
        "Hospital",
        "Motorway Service Area",
        "Nightclub",
        "No Location",
        "Park/Open Space",
        "Parking Area",
        "Pedestrian Subway",
        "Petrol Station",
        "Police Station",
        "Prison",
        "Shopping Area",
        "Sports/Recreation Area",
        "Supermarket",
        "Theatre/Concert Hall",
    }
)
NEAR = "On or near"
NAMED_PER_AREA = 3
# The publisher capitalises every word, the letter after an apostrophe as well.
OWNED = re.compile(r"(?<=')S\b")


@dataclass(frozen=True)
class Street:
    """A street's name and the codes of the neighbourhoods in which records stand at it."""

    name: str
    areas: tuple[str, ...]


def streets_of(tables: TableSource, force: str) -> Mapping[str, tuple[str, ...]]:
    """For each LSOA with records of a force, the streets that stand in most of them.

    They say where a neighbourhood is, not where crime is: points differ in how much they gather.
    """
    named: Any = _named(tables, frozenset({force}))
    counted = named.group_by("lsoa_code", "street").aggregate(rows=named.rows.sum())
    order = ibis.window(
        group_by=counted.lsoa_code, order_by=[ibis.desc(counted.rows), counted.street]
    )
    first = counted.mutate(place=ibis.row_number().over(order))
    first = first.filter(first.place < NAMED_PER_AREA).order_by("lsoa_code", "place")
    found: dict[str, list[str]] = {}
    for line in tables.to_arrow(first).to_pylist():
        found.setdefault(line["lsoa_code"], []).append(_written(line["street"]))
    return {code: tuple(names) for code, names in found.items()}


@dataclass(frozen=True)
class StreetIndex:
    """Every named street, once, in columns: `plain` name, `name` as written, `areas` (codes).

    A country's streets are some hundred thousand: columns answer at once and stay small.
    """

    table: pa.Table

    def find(self, text: str) -> tuple[Street, ...]:
        """Streets whose name, or a word of it, begins with the text, the nearest names first.

        The last word may be shortened: "High St" finds High Street.
        """
        wanted = wordings(text)
        names = self.table.column("plain")
        held = [
            found
            for each in wanted
            for found in (pc.starts_with(names, each), pc.match_substring(names, f" {each}"))
        ]
        met = self.table.filter(reduce(pc.or_, held)).to_pylist()
        ordered = sorted(
            met,
            key=lambda line: (_distance(line["plain"], wanted), -len(line["areas"]), line["plain"]),
        )
        return tuple(
            Street(_written(line["name"]), tuple(sorted(line["areas"]))) for line in ordered
        )


def street_index(tables: TableSource, forces: Collection[str]) -> StreetIndex:
    """The streets that stand in the records of these forces."""
    named: Any = _named(tables, forces)
    pairs: Any = named.select("street", "lsoa_code").distinct()
    pairs = pairs.mutate(
        plain=pairs.street.lower().replace("'", "").re_replace("[^a-z0-9]+", " ").strip()
    )
    grouped = pairs.group_by("plain").aggregate(
        name=pairs.street.min(), areas=pairs.lsoa_code.collect(distinct=True)
    )
    return StreetIndex(tables.to_arrow(grouped))


def _distance(name: str, wanted: Collection[str]) -> int:
    """0 for the very name, 1 where it begins the name, 2 where it begins a later word."""
    if name in wanted:
        return 0
    return 1 if name.startswith(tuple(wanted)) else 2


def _named(tables: TableSource, forces: Collection[str]) -> Any:
    """The map points of records that are named streets, with the name as people say it."""
    rows: Any = tables.table(Crime, forces=forces)
    rows = rows.filter(rows.force_id.isin(sorted(forces)))
    rows = rows.filter(rows.location.notnull(), rows.lsoa_code.notnull())
    # A point stands in many rows, so its name is cut once and not in every one of them.
    points: Any = rows.group_by("location", "lsoa_code").aggregate(rows=rows.count())
    after = points.location.substr(len(NEAR)).strip()
    points = points.mutate(street=points.location.startswith(NEAR).ifelse(after, points.location))
    return points.filter(points.street != "", points.street.notin(sorted(KINDS_OF_PLACE)))


def _written(street: str) -> str:
    return OWNED.sub("s", street)
