"""What pages about places know of the ground, remembered for as long as the snapshot stands."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from peelian.engines.maps.gazetteer import Gazetteer, gazetteer
from peelian.engines.maps.streets import StreetIndex, street_index, streets_of
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.periods import MONTH, Period
from peelian.engines.publishing.latest import newest, usable
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader, open_reader
from peelian.spine.crime import Crime
from peelian.web.answers import ask

# Of the snapshot in force and of the one that it replaced while a page was being made.
SNAPSHOTS = 2
FORCES = 64
YEAR = 12


def ground(tables: Reader) -> Gazetteer:
    """Every neighbourhood of England and Wales."""
    return _gazetteer(tables.root, tables.snapshot.id)


def streets(tables: Reader, force: str) -> Mapping[str, tuple[str, ...]]:
    """The best-known streets of each neighbourhood, from the records of a force."""
    return _streets(tables.root, tables.snapshot.id, force)


def street_names(tables: Reader) -> StreetIndex:
    """Every street in the records loaded."""
    return _street_names(tables.root, tables.snapshot.id)


def newest_year(tables: Reader, measure: Measure, where: Mapping[str, str]) -> Period | None:
    """The newest run of months, up to twelve, of which the measure has a figure."""
    cells = ask(tables, measure.key, by=(MONTH,), where=where)[0].cells
    return newest(usable(cells), length=YEAR)


@lru_cache(maxsize=SNAPSHOTS)
def _gazetteer(root: Path, snapshot_id: str) -> Gazetteer:
    return gazetteer(open_reader(root, snapshot_id=snapshot_id or None))


@lru_cache(maxsize=FORCES)
def _streets(root: Path, snapshot_id: str, force: str) -> Mapping[str, tuple[str, ...]]:
    return streets_of(open_reader(root, snapshot_id=snapshot_id or None), force)


@lru_cache(maxsize=SNAPSHOTS)
def _street_names(root: Path, snapshot_id: str) -> StreetIndex:
    tables = open_reader(root, snapshot_id=snapshot_id or None)
    return street_index(tables, tables.snapshot.forces(type_key(Crime)))
