"""Counts of forces and months that someone else made from the same publication.

They lie beside the project in a folder of open data, with further published files; without it
there is nothing to compare with. Its name can be given in PEELIAN_OPEN_DATA.
"""

import os
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from peelian.areas.crime.measures import asb, outcomes, recorded
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.request import request
from peelian.records.load.run import load
from peelian.records.store.reader import open_reader
from peelian.sources.police_uk.source import POLICE_UK

BESIDE = Path(__file__).parents[3] / "shared" / "data"
OPEN_DATA = Path(os.environ.get("PEELIAN_OPEN_DATA", BESIDE))
FILES = OPEN_DATA / "police-uk-street-outcomes"
TOTALS = OPEN_DATA / "derived-force-month-counts"
MONTHS = {"first": "2021-03", "last": "2021-12"}

pytestmark = pytest.mark.skipif(
    not (FILES.is_dir() and TOTALS.is_dir()),
    reason=f"no open data in {OPEN_DATA}; name its folder in PEELIAN_OPEN_DATA",
)


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """A store of every published file that is there."""
    root = tmp_path_factory.mktemp("published")
    found = POLICE_UK.find([FILES], force=None)
    load(root=root, files=found, by="service:tests", at=datetime(2026, 11, 22, tzinfo=UTC))
    return open_reader(root)


def totals(name, value):
    (path,) = TOTALS.glob(f"{name}-counts-*.csv.gz")
    table = pd.read_csv(path, keep_default_na=False)
    kind = "outcome_type" if name == "outcome" else "crime_type"
    return table.groupby(["slug", "month", kind])[value].sum().to_dict()


def cells(published, measure, by):
    answer = calculate(request(measure, by=by, **MONTHS), published)
    return {
        (cell.at("force"), cell.period.label, *(cell.at(name) for name in by[2:])): cell.value
        for cell in answer.cells
        if cell.value
    }


def of_loaded_files(published, type_key, counted):
    held = published.snapshot.covered(type_key)
    return {key: number for key, number in counted.items() if key[:2] in held}


def test_crimes_by_force_month_and_type(published):
    expected = of_loaded_files(published, "crime", totals("street", "n"))
    offences = cells(published, recorded, ("force", "month", "type"))
    incidents = {
        (*key, "Anti-social behaviour"): number
        for key, number in cells(published, asb, ("force", "month")).items()
    }

    assert len({force for force, _month, _type in expected}) > 30
    assert offences | incidents == expected


def test_crimes_given_an_outcome_by_force_month_and_type(published):
    expected = of_loaded_files(published, "outcome", totals("outcome", "n_crimes"))

    assert len(expected) > 100
    assert cells(published, outcomes, ("force", "month", "outcome_type")) == expected
