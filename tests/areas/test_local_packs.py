"""What a local commander and a researcher get: the ratio of each district, countable by anyone."""

import math
from collections import Counter

import pytest

from peelian import catalogue
from peelian.areas.stop_and_search.models import StopSearch
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.request import request
from peelian.records.store.reader import open_reader
from peelian.spine.area import LsoaPopulation
from peelian.spine.crime import Crime
from peelian.spine.ethnicity import DistrictEthnicity

# Its files hold searches with points, and crimes of later months at most of the same points.
FORCE = "leicestershire"


def rows(tables, model, *fields):
    table = tables.table(model)
    return tables.to_arrow(table.select(*fields)).to_pylist()


@pytest.fixture
def counted(sample_store):
    """Searches of persons by district and group, in plain Python: a point has a crime's LSOA."""
    tables = open_reader(sample_store)
    district = {
        row["lsoa_code"]: row["lsoa_name"][:-5]
        for row in rows(tables, LsoaPopulation, "lsoa_code", "lsoa_name")
    }
    found = {}
    for row in rows(tables, Crime, "longitude", "latitude", "lsoa_code"):
        if row["longitude"] is not None and row["lsoa_code"]:
            point = round(row["longitude"], 6), round(row["latitude"], 6)
            found[point] = min(found.get(point, row["lsoa_code"]), row["lsoa_code"])
    searches = Counter()
    wanted = ("force_id", "longitude", "latitude", "search_type", "ethnic_group")
    for row in rows(tables, StopSearch, *wanted):
        if row["force_id"] == FORCE and row["search_type"] != "Vehicle search":
            point = row["longitude"] and (round(row["longitude"], 6), round(row["latitude"], 6))
            searches[district.get(found.get(point)), row["ethnic_group"]] += 1
    people = Counter()
    for row in rows(
        tables, DistrictEthnicity, "census", "district_name", "ethnic_group", "residents"
    ):
        if row["census"] == 2021:
            people[row["district_name"], row["ethnic_group"]] += row["residents"]
    return searches, people


@pytest.mark.ledger("POW-08", "P-POW-04")
def test_each_district_has_its_own_ratio_with_its_range_or_the_reason_why_not(
    sample_store, counted
):
    searches, people = counted
    asked = request(
        catalogue.measure("stop_and_search.black_white_ratio"),
        by=["district"],
        where={"force": FORCE},
    )
    cells = {
        cell.at("district"): cell for cell in calculate(asked, open_reader(sample_store)).cells
    }

    computed = [name for name, cell in cells.items() if cell.status == "ok"]
    assert {"Blaby", "Charnwood"} <= set(computed)
    for name in computed:
        black, white = searches[name, "Black"], searches[name, "White"]
        ratio = (black / people[name, "Black"]) / (white / people[name, "White"])
        spread = 1.959964 * math.sqrt(1 / black + 1 / white)
        cell = cells[name]
        assert (cell.numerator, cell.denominator) == (black, white)
        assert cell.value == pytest.approx(ratio)
        assert cell.lower == pytest.approx(ratio * math.exp(-spread), rel=1e-6)
        assert cell.upper == pytest.approx(ratio * math.exp(spread), rel=1e-6)
        assert "The place is not known of" in cell.note
    refused = {name: cell for name, cell in cells.items() if cell.status != "ok"}
    assert refused
    assert all(cell.value is None and cell.note for cell in refused.values())


@pytest.mark.ledger("POW-09")
def test_a_researcher_can_take_the_searches_away_and_count_them_again(client, loaded_home, db):
    """The rows behind the figure are public, page by page, and add up to it."""
    card = "/figures/stop_and_search.searches@1;2019-12;force=leicestershire"
    page = client.get(f"{card}/rows/counted/").content.decode()
    figure = client.get(f"/api{card}").json()

    number = figure["cell"]["numerator"]
    assert f"{number:,}" in page
    assert figure["query"].startswith("SELECT")
    (file,) = figure["sources"]
    assert file["rows"] == number
    assert len(file["sha256"]) == 64
