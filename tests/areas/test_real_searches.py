"""The stop and search measures on real files, against pandas on the same files, cell by cell.

Eight files of four forces lie beside the project, with street files whose map points tell where a
search was. pandas reads them by itself and knows nothing of the store, the loader or the engine;
what counts as what is written down here a second time.
"""

import math
import os
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from statsmodels.stats.proportion import proportion_confint

from peelian.areas.stop_and_search.fairness import black_white_ratio, ethnicity_rate
from peelian.areas.stop_and_search.finds import linked_find_rate
from peelian.areas.stop_and_search.measures import MEASURES
from peelian.areas.stop_and_search.volume import searches, searches_rate
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.kinds import Count, Rate, RateRatio, Share
from peelian.engines.measures.request import request
from peelian.records.load.run import load
from peelian.records.store.reader import open_reader
from peelian.sources.ons.source import ONS
from peelian.sources.police_uk.source import POLICE_UK

BESIDE = Path(__file__).parents[3] / "shared" / "data"
OPEN_DATA = Path(os.environ.get("PEELIAN_OPEN_DATA", BESIDE))
SEARCHES = OPEN_DATA / "police-uk-stop-search"
STREET = OPEN_DATA / "police-uk-street-outcomes"
FORCES = OPEN_DATA / "forces.csv"
WITH_POINTS = ("derbyshire", "leicestershire")
Z = 1.959963984540054
SPAN = {"first": "2019-12", "last": "2020-01"}

pytestmark = pytest.mark.skipif(
    not (SEARCHES.is_dir() and STREET.is_dir()),
    reason=f"no open data in {OPEN_DATA}; name its folder in PEELIAN_OPEN_DATA",
)

COLUMNS = {
    "object": "Object of search",
    "power": "Legislation",
    "search_type": "Type",
    "outcome": "Outcome",
    "age": "Age range",
    "gender": "Gender",
    "officer_defined_ethnicity": "Officer-defined ethnicity",
}
GROUPS = {"White": "White", "Mixed": "Mixed", "Asian": "Asian", "Black": "Black", "Other": "Other"}
NEEDS_NO_SUSPICION = "Criminal Justice and Public Order Act 1994 (section 60)"
AUDITED = (
    "Police and Criminal Evidence Act 1984 (section 1)",
    "Misuse of Drugs Act 1971 (section 23)",
)
PER_ROW = "stop_and_search."
BY_PLACE = (searches, searches_rate)
CROSSED = (searches, linked_find_rate, ethnicity_rate, black_white_ratio)
OF_ROWS = [measure for measure in MEASURES if measure.record_type.__name__ == "StopSearch"]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    root = tmp_path_factory.mktemp("searches")
    at = datetime(2026, 11, 22, tzinfo=UTC)
    found = (
        *ONS.find(ONS.reference(), force=None),
        *POLICE_UK.find([*search_files(), *street_files()], force=None),
    )
    load(root=root, files=found, by="service:tests", at=at)
    return open_reader(root)


def search_files():
    return sorted(SEARCHES.glob("20??-??-*-stop-and-search.csv.gz"))


def street_files():
    return sorted(path for name in WITH_POINTS for path in STREET.glob(f"*-{name}-street.csv.gz"))


@cache
def rows():
    """Every search with its force, month, hour, groups and place."""
    read = []
    for path in search_files():
        force = path.name[8 : -len("-stop-and-search.csv.gz")]
        read.append(pd.read_csv(path, dtype=str, keep_default_na=False).assign(force=force))
    found = pd.concat(read, ignore_index=True).replace("", None)
    local = pd.to_datetime(found["Date"], utc=True).dt.tz_convert("Europe/London")
    found["month"], found["hour"] = local.dt.strftime("%Y-%m"), local.dt.hour.astype(str)
    for name, column in COLUMNS.items():
        found[name] = found[column]
    said = found["Self-defined ethnicity"]
    found["ethnic_group"] = (
        said.str[:5].map(GROUPS).where(said != "Other ethnic group - Not stated")
    )
    known = found["power"].notna()
    found["power_kind"] = pd.Series("Reasonable grounds", found.index).where(known)
    found.loc[found["power"] == NEEDS_NO_SUSPICION, "power_kind"] = "No suspicion needed"
    points = found.Longitude.combine(found.Latitude, lambda east, north: point(east, north))
    found["lsoa"] = points.map(places_of_points())
    found["district"] = found["lsoa"].map(district_of())
    return found.astype(object).where(found.notna(), None)


def point(east, north):
    return None if east is None else (round(float(east), 6), round(float(north), 6))


@cache
def places_of_points():
    read = [pd.read_csv(path, dtype=str, keep_default_na=False) for path in street_files()]
    crimes = pd.concat(read).replace("", None).dropna(subset=["Longitude", "LSOA code"])
    places = {}
    for east, north, lsoa in zip(
        crimes.Longitude, crimes.Latitude, crimes["LSOA code"], strict=True
    ):
        at = point(east, north)
        places[at] = min(lsoa, places.get(at, lsoa))
    return places


@cache
def district_of():
    path = next(path for path in ONS.reference() if path.name.startswith("population-mid-2020"))
    table = pd.read_csv(path, dtype=str)
    return dict(zip(table.lsoa11_code, table.lsoa11_name.str[:-5], strict=True))


@cache
def forces():
    return pd.read_csv(FORCES).set_index("data_police_uk_slug")


def people(force, group=None):
    """Residents of one force: at mid-2020, or of one group at the Census 2021."""
    return int(forces().loc[force, f"census_2021_{group.lower()}" if group else RESIDENTS])


RESIDENTS = "population_mid_2020"


@cache
def judged(key):
    """What each row is to a measure: among, counted, known."""
    found = rows()
    linked, outcome = found["Outcome linked to object of search"], found["outcome"]
    removed = found["Removal of more than just outer clothing"]
    everyone = pd.Series(True, found.index)
    person = found["search_type"] != "Vehicle search"
    section_60 = found["power"] == NEEDS_NO_SUSPICION
    audited = person & found["power"].isin(AUDITED)
    true, said = linked == "True", linked.notna()
    acted = outcome.notna() & (outcome != "A no further action disposal")
    match key.removeprefix(PER_ROW):
        case "searches" | "searches_rate":
            return everyone, everyone, everyone
        case "no_suspicion_searches":
            return everyone, section_60, everyone
        case "audited_searches":
            return everyone, audited, everyone
        case "linked_find_rate":
            return everyone, true, said
        case "linked_find_rate_known":
            return said, true, everyone
        case "link_not_recorded":
            return everyone, ~said, everyone
        case "no_suspicion_linked_find_rate":
            return section_60, true, said
        case "audited_linked_find_rate":
            return audited, true, said
        case "action_rate":
            return everyone, acted, outcome.notna()
        case "clothing":
            return person, removed == "True", removed.notna()
        case "ethnicity_rate" | "black_white_ratio":
            return everyone, person, everyone
        case "ethnicity_not_stated":
            return person, found["ethnic_group"].isna(), everyone
    raise AssertionError(key)


def breakdowns(measure):
    """Each dimension alone, some also by force, and places for a count and a rate."""
    names = [dimension.key for dimension in measure.by]
    if measure not in BY_PLACE:
        names = [name for name in names if name not in ("district", "lsoa")]
    crossed = [name for name in names if name not in ("force", "district", "lsoa")]
    pairs = [("force", name) for name in crossed] if measure in CROSSED else []
    return [(), ("force", "month"), *((name,) for name in names), *pairs]


ASKED = [
    pytest.param(measure, by, id=f"{measure.key}: {','.join(by) or 'all'}")
    for measure in OF_ROWS
    for by in breakdowns(measure)
]


@pytest.mark.parametrize(("measure", "by"), ASKED)
def test_every_measure_by_every_breakdown(store, measure, by):
    answer = calculate(request(measure, by=by, **SPAN), store)
    cells = {}
    for cell in answer.cells:
        named = dict(cell.breakdown) | {"month": cell.period.label}
        cells[tuple(named[name] for name in by)] = cell
    expected = tallies(measure.key, by)

    assert len(cells) == len(answer.cells)
    in_sight = "among" if isinstance(measure, Share) else "part"
    assert {key for key, found in expected.items() if found[in_sight]} <= set(cells)
    for key, cell in cells.items():
        check(measure, dict(zip(by, key, strict=True)), cell, expected.get(key, NOTHING))


NOTHING = {"rows": 0, "among": 0, "part": 0, "unknown": 0} | dict.fromkeys(
    ("Black", "White", "no group"), 0
)


def tallies(key, by):
    """For each group: rows, those among, counted and unknown, and those counted of each group."""
    among, counted, known = judged(key)
    part = among & counted
    marks = {"rows": True, "among": among, "part": part, "unknown": among & ~known}
    marks |= {name: part & (rows()["ethnic_group"] == name) for name in ("Black", "White")}
    marks |= {"no group": part & rows()["ethnic_group"].isna()}
    marked = pd.DataFrame(marks, index=rows().index).astype(int)
    if not by:
        return {(): marked.sum().to_dict()}
    names = [rows()[name].fillna("") for name in by]
    summed = marked.groupby(names).sum().to_dict("index")
    return {
        tuple(value or None for value in (key if isinstance(key, tuple) else (key,))): found
        for key, found in summed.items()
    }


def check(measure, at, cell, found):
    whole, part, unknown = found["among"], found["part"], found["unknown"]
    held = [at["force"]] if "force" in at else sorted(set(rows().force))
    match measure:
        case Share():
            if measure.of_known:
                unknown = found["rows"] - whole
            if not whole:
                assert cell.status == "not_computable"
                return
            assert (cell.numerator, cell.denominator, cell.unknown) == (part, whole, unknown)
            limits = proportion_confint(part, whole, method="wilson")
            assert (cell.value, cell.lower, cell.upper) == pytest.approx(
                (part / whole, *limits), abs=1e-9
            )
        case Count():
            assert (cell.value, cell.numerator, cell.denominator) == (part, part, None)
        case Rate():
            check_rate(measure, at, cell, part, held)
        case RateRatio():
            check_ratio(cell, found, held)


def check_rate(measure, at, cell, part, held):
    if any(name in at and at[name] is None for name in measure.per.columns):
        assert cell.status == "not_computable"
        return
    if "district" in at or "lsoa" in at:
        return  # Residents of places are on trial with the crime measures.
    if measure.per.year == 2021:
        named = [at["ethnic_group"]] if "ethnic_group" in at else list(GROUPS)
        living = sum(people(force, group) for force in held for group in named)
    else:
        living = sum(people(force) for force in held)
    assert (cell.numerator, cell.denominator) == (part, living)
    assert (cell.value, cell.lower, cell.upper) == pytest.approx(
        (1000 * part / living, *byar(part, living)), abs=1e-9
    )


def check_ratio(cell, found, held):
    counts = [found[group] for group in ("Black", "White")]
    living = [sum(people(force, group) for force in held) for group in ("Black", "White")]
    everyone, unknown = found["part"], found["no group"]
    if unknown > 0.2 * everyone or not all(counts):
        assert (cell.status, cell.value) == ("not_computable", None)
        if unknown > 0.2 * everyone:
            assert f"{unknown:,} of {everyone:,}" in cell.note
        return
    value = (counts[0] / living[0]) / (counts[1] / living[1])
    # Events, of which one person can have several: not the shares of people, which end at one.
    spread = math.exp(Z * math.sqrt(1 / counts[0] + 1 / counts[1]))
    assert (cell.numerator, cell.denominator, cell.unknown) == (*counts, unknown)
    assert (cell.value, cell.lower, cell.upper) == pytest.approx(
        (value, value / spread, value * spread), rel=1e-6
    )
    lowest = (counts[0] / living[0]) / ((counts[1] + unknown) / living[1])
    highest = ((counts[0] + unknown) / living[0]) / (counts[1] / living[1])
    assert (
        cell.parts["lowest if all unknown were compared"],
        cell.parts["highest if all unknown were counted"],
    ) == pytest.approx((lowest, highest))


def byar(events, living):
    up = events + 1
    upper = up * (1 - 1 / (9 * up) + Z / (3 * math.sqrt(up))) ** 3
    lower = 0.0
    if events:
        lower = events * (1 - 1 / (9 * events) - Z / (3 * math.sqrt(events))) ** 3
    return 1000 * lower / living, 1000 * upper / living
