"""Forces like one force, by stated variables."""

import csv
import math
import statistics
from pathlib import Path

import pytest

from peelian.engines.comparisons.peers import peers
from peelian.engines.measures.request import BadRequest
from peelian.records.store.reader import open_reader
from peelian.spine.force import forces
from peelian.spine.profile import profiles

FORCES = Path(__file__).resolve().parents[4] / "shared/data/forces.csv"
WALES = {"dyfed-powys", "gwent", "north-wales", "south-wales"}


@pytest.fixture(scope="module")
def tables(sample_store):
    return open_reader(sample_store)


def test_the_nearest_by_hand_are_the_nearest(tables):
    """All distances again, from the values that every force prints, by the plain formula."""
    found = peers("staffordshire", tables, count=37)
    rows = {one.force: one.values for one in (found.of, *found.peers)}
    columns = {
        "residents": {slug: math.log(row["residents"]) for slug, row in rows.items()},
        "deprived": {slug: row["deprived"] for slug, row in rows.items()},
        "not_white": {slug: row["not_white"] for slug, row in rows.items()},
        "density": {slug: math.log(row["density"]) for slug, row in rows.items()},
    }
    scaled = {slug: [] for slug in rows}
    for column in columns.values():
        deviation = statistics.stdev(column.values())
        for slug, value in column.items():
            scaled[slug].append((value - column["staffordshire"]) / deviation)
    distances = {slug: math.hypot(*row) for slug, row in scaled.items()}
    del distances["staffordshire"]

    assert [one.force for one in found.peers] == sorted(distances, key=distances.__getitem__)
    for one in found.peers:
        assert one.distance == pytest.approx(distances[one.force])


def test_staffordshire_is_most_like_its_neighbours(tables):
    found = peers("staffordshire", tables)

    assert [one.force for one in found.peers[:2]] == ["derbyshire", "cheshire"]
    assert len(found.peers) == 7
    assert found.of.values["deprived"] == pytest.approx(0.2875, abs=5e-5)


def test_each_variable_has_its_source_and_the_method_says_whose_peers_they_are(tables):
    found = peers("kent", tables)

    assert [one.key for one in found.variables] == ["residents", "deprived", "not_white", "density"]
    assert all(one.authority and one.scaling for one in found.variables)
    assert "not the inspectorate's most similar groups" in found.method
    assert "38 forces in England" in found.method


def test_english_forces_are_not_held_against_welsh_ones_and_it_is_said_why(tables):
    found = peers("kent", tables)
    reasons = {left.force: left.reason for left in found.left_out}

    assert reasons.keys() == {*WALES, "city-of-london"}
    assert "rank no area in Wales" in reasons["gwent"]


def test_a_welsh_force_is_compared_without_deprivation(tables):
    found = peers("gwent", tables, count=41)

    assert [one.key for one in found.variables] == ["residents", "not_white", "density"]
    assert "without deprivation" in found.method
    assert {left.force for left in found.left_out} == {"city-of-london"}
    assert {one.force for one in found.peers} > WALES - {"gwent"}
    assert "deprived" not in found.of.values


@pytest.mark.parametrize(
    ("own", "count", "says"),
    [
        ("city-of-london", 7, "City of London Police has no peers. Few people live"),
        ("btp", 7, "British Transport Police polices no area of its own"),
        ("kant", 7, "'kant' is not a force"),
        ("kent", 0, "0 peers cannot be named"),
    ],
)
def test_who_has_no_peers_is_told_why(tables, own, count, says):
    with pytest.raises(BadRequest, match=says):
        peers(own, tables, count=count)


def test_profiles_are_those_of_the_census():
    if not FORCES.exists():
        pytest.skip("needs forces.csv of the shared data")
    with FORCES.open(encoding="utf-8-sig") as lines:
        published = {
            row["data_police_uk_slug"]: (
                int(row["census_2021_usual_residents"]),
                int(row["census_2021_white"]),
            )
            for row in csv.DictReader(lines)
        }

    assert {one.slug: (one.residents, one.white) for one in profiles().values()} == published
    assert profiles().keys() == {slug for slug, force in forces().items() if force.territorial}


def test_areas_add_up_to_england_and_wales():
    """About 151,000 square kilometres of land; generalised outlines are a little larger."""
    whole = sum(one.square_km for one in profiles().values())

    assert 151_000 < whole < 155_000
    assert profiles()["staffordshire"].square_km == pytest.approx(2714, rel=0.01)
