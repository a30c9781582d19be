"""The rows of a worked example in plain Python. Months are pairs of year and number."""

from dataclasses import dataclass

from peelian.spine.area import AreaDeprivation, DistrictLink, LsoaPopulation
from peelian.spine.crime import Crime
from peelian.spine.outcome import Outcome

FORCE_OF_AREA = {"E23000014": "west-midlands", "E23000015": "staffordshire"}
UNREMARKABLE = {
    "force_id": "staffordshire",
    "month": "2021-03",
    "crime_id": None,
    "lsoa_code": None,
}


@dataclass(frozen=True)
class Place:
    """A neighbourhood as a rate needs it."""

    lsoa: str
    district: str
    deprivation_decile: str | None
    force: str | None
    residents: int


class World:
    """Crimes, outcomes, places, and which files are loaded."""

    def __init__(self, example):
        rows = {model: parse(text) for model, text in example.rows.items()}
        self.rows = {"crime": rows.get(Crime, []), "outcome": rows.get(Outcome, [])}
        self.files = {
            "crime": files(self.rows["crime"], example.loaded.get(Crime, ())),
            "outcome": files(self.rows["outcome"], example.loaded.get(Outcome, ())),
        }
        forces = {
            row["district_name"]: FORCE_OF_AREA[row["police_area_code"]]
            for row in rows.get(DistrictLink, [])
        }
        deciles = {
            row["lsoa_code"]: row["deprivation_decile"] for row in rows.get(AreaDeprivation, [])
        }
        self.places = {}
        for row in rows.get(LsoaPopulation, []):
            code, district = row["lsoa_code"], row["lsoa_name"].rpartition(" ")[0]
            people = int(row["residents"])
            self.places[code] = Place(
                code, district, deciles.get(code), forces.get(district), people
            )

    def value(self, row, dimension):
        """What a row is under a dimension; None where it is not recorded."""
        field = {
            "force": "force_id",
            "type": "crime_type",
            "outcome_type": "outcome_type",
            "lsoa": "lsoa_code",
        }.get(dimension)
        if field:
            return row[field]
        place = self.places.get(row["lsoa_code"])
        return getattr(place, dimension) if place else None

    def outcomes_of(self, crime):
        """The outcomes that bear the identifier of a crime; none where it has none."""
        if crime["crime_id"] is None:
            return []
        return [row for row in self.rows["outcome"] if row["crime_id"] == crime["crime_id"]]


def parse(text):
    """Rows of a table written with bars: a blank is None."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return [
        UNREMARKABLE | {name: cell or None for name, cell in zip(lines[0], line, strict=True)}
        for line in lines[1:]
    ]


def files(rows, further):
    """The (force, month) pairs of which a file is loaded, with or without rows."""
    named = {(force, month(text)) for force, text in further}
    return named | {(row["force_id"], month(row["month"])) for row in rows}


def month(text):
    year, number = text.split("-")
    return int(year), int(number)


def written(one):
    return f"{one[0]:04d}-{one[1]:02d}"


def later(start, by):
    """The month so many months on, earlier where the number is negative."""
    year, number = start
    months = year * 12 + number - 1 + by
    return months // 12, months % 12 + 1


def between(first, last):
    found = []
    while first <= last:
        found.append(first)
        first = later(first, 1)
    return found
