"""Rates that were published from the yearly returns, computed again from the returns themselves.

Ethnicity facts and figures printed searches, residents and a rate for each force, year and group.
All three lie beside the project; without them there is nothing to compare with.
"""

import os
from collections import Counter
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pandas as pd
import pytest

from peelian.areas.stop_and_search.returns import returned_rate_by_ethnicity, returned_searches
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.request import request
from peelian.records.load.run import load
from peelian.records.store.reader import open_reader
from peelian.sources.home_office.names import SLUGS
from peelian.sources.home_office.source import HOME_OFFICE
from peelian.sources.ons.source import ONS

BESIDE = Path(__file__).parents[3] / "shared" / "data"
OPEN_DATA = Path(os.environ.get("PEELIAN_OPEN_DATA", BESIDE))
RETURNS = (
    OPEN_DATA / "home-office-open-data" / "stop-search-by-force-reason-ethnicity-2007-2019.csv.gz"
)
PUBLISHED = (
    OPEN_DATA / "ethnicity-facts-figures" / "stop-and-search-by-force-ethnicity-2007-2018.csv.gz"
)
GROUPS = ("Asian", "Black", "Mixed", "Other", "White")
# Their returns for 2017/18 were corrected after the rates had been published.
CORRECTED = {"devon-and-cornwall", "durham", "sussex"}

pytestmark = pytest.mark.skipif(
    not (RETURNS.exists() and PUBLISHED.exists()),
    reason=f"no open data in {OPEN_DATA}; name its folder in PEELIAN_OPEN_DATA",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    root = tmp_path_factory.mktemp("returns")
    at = datetime(2026, 11, 22, tzinfo=UTC)
    tables = [path for path in ONS.reference() if path.name.startswith(("census-2011", "lad16"))]
    found = (*ONS.find(tables, force=None), *HOME_OFFICE.find([RETURNS], force=None))
    load(root=root, files=found, by="service:tests", at=at)
    return open_reader(root)


def published():
    """Every printed rate of a force area, year and group: searches, residents and rate as text."""
    rows = pd.read_csv(PUBLISHED, dtype=str, keep_default_na=False)
    rows.columns = [name.strip() for name in rows.columns]
    rows = rows[rows["Ethnicity_type"] == "ONS 2001 5+1"]
    found = {}
    for row in rows.to_dict("records"):
        slug = SLUGS.get(row["Geography"].strip().replace(" & ", " and "))
        residents = row["Population by ethnicity"].strip()
        group = row["Ethnicity"].strip()
        if slug is None or residents == "N/A" or group not in GROUPS:
            continue
        month = f"{int(row['Time'][:4]) + 1}-03"
        found[slug, month, group] = (
            row["Number of stop and searches"].strip().replace(",", ""),
            int(residents.replace(",", "")),
            row["Rate per 1,000 population by ethnicity"].strip().replace(",", ""),
        )
    return found


def verdict(cell, force, month, printed):
    """How a printed rate stands to ours."""
    searches, residents, rate = printed
    if cell.denominator != residents:
        return "another base"
    if rate == "-":
        return "a dash for none" if cell.numerator == 0 else "a dash for some"
    ours = Decimal(cell.numerator) * 1000 / Decimal(residents)
    if ours.quantize(Decimal("0.01"), ROUND_HALF_UP) == Decimal(rate):
        return "the same"
    if int(searches) != cell.numerator and force in CORRECTED and month == "2018-03":
        return "a return corrected later"
    return "unexplained"


def test_published_rates_are_reproduced_and_every_difference_is_explained(store):
    printed = published()
    cells = {}
    for year in sorted({month for _force, month, _group in printed}):
        asked = request(
            returned_rate_by_ethnicity, by=("force", "month", "ethnic_group"), first=year, last=year
        )
        for cell in calculate(asked, store).cells:
            cells[cell.at("force"), cell.period.label, cell.at("ethnic_group")] = cell

    verdicts = Counter(verdict(cells[key], key[0], key[1], found) for key, found in printed.items())

    assert verdicts == {"the same": 2503, "a dash for none": 5, "a return corrected later": 12}
    assert sum(verdicts.values()) == 43 * 12 * 5 - 60


def test_every_return_adds_up_to_what_the_file_holds(store):
    rows = pd.read_csv(RETURNS, dtype=str, keep_default_na=False)
    rows = rows.assign(
        searches=pd.to_numeric(rows.searches.replace("NA", "0")), given=rows.searches != "NA"
    )
    expected = {
        (SLUGS[force], year[:7]): (int(found.searches.sum()), int((~found.given).sum()))
        for (force, year), found in rows.groupby(["force_name", "year_ending"])
    }

    cells = calculate(request(returned_searches, by=("force", "month")), store).cells

    found = {
        (cell.at("force"), cell.period.label): (cell.value, cell.unknown)
        for cell in cells
        if cell.status == "ok"
    }
    assert found == expected
    assert found["staffordshire", "2007-03"][0] == 19_318
    assert found["staffordshire", "2019-03"][0] == 4_343
