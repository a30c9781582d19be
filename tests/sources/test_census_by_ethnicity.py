"""Residents by ethnic group: the tables that ship add up to what was published for each force."""

import csv
import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from peelian.records.load.run import load
from peelian.records.store.reader import open_reader
from peelian.sources.ons.source import ONS
from peelian.spine.force import forces
from peelian.spine.residents_by_group import residents_2011_in_old_groups, residents_2021

BESIDE = Path(__file__).parents[3] / "shared" / "data"
OPEN_DATA = Path(os.environ.get("PEELIAN_OPEN_DATA", BESIDE))
FORCES = OPEN_DATA / "forces.csv"
GROUPS = ("asian", "black", "mixed", "other", "white")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    root = tmp_path_factory.mktemp("census")
    files = ONS.find(
        [path for path in ONS.reference() if path.name.startswith(("census", "lad16", "ltla21"))],
        force=None,
    )
    load(root=root, files=files, by="service:tests", at=datetime(2026, 11, 22, tzinfo=UTC))
    return open_reader(root)


def people(store, residents):
    """Residents by force and group."""
    counted = Counter()
    for row in store.to_arrow(residents(store.table)).to_pylist():
        counted[row["area_force"], row["ethnic_group"]] += row["residents"]
    return counted


def test_everyone_counted_in_2021_has_a_force(store):
    counted = people(store, residents_2021)

    assert sum(counted.values()) == 59_597_578
    assert {force for force, _group in counted} == {
        force.slug for force in forces().values() if force.territorial
    }


def test_everyone_counted_in_2011_has_a_force_and_chinese_stands_under_other(store):
    counted = people(store, residents_2011_in_old_groups)

    assert sum(counted.values()) == 56_075_912
    assert {group: number for (force, group), number in counted.items() if force == "staffordshire"}
    assert counted["staffordshire", "Asian"] == 39_098 - 3_950
    assert counted["staffordshire", "Other"] == 3_426 + 3_950
    assert counted["staffordshire", "Black"] == 8_551


def test_a_district_that_was_merged_before_and_after_is_counted_once(store):
    """Somerset West and Taunton stood from 2019 to 2023 and is in neither published lookup."""
    rows = store.to_arrow(residents_2021(store.table)).to_pylist()

    found = [row for row in rows if row["district_code"] == "E07000246"]
    assert len(found) == 19
    assert {row["area_force"] for row in found} == {"avon-and-somerset"}


@pytest.mark.skipif(not FORCES.exists(), reason=f"no open data in {OPEN_DATA}")
def test_every_force_and_group_equals_the_published_sum(store):
    counted = people(store, residents_2021)

    with FORCES.open(encoding="utf-8", newline="") as opened:
        published = {
            (row["data_police_uk_slug"], group.title()): int(row[f"census_2021_{group}"])
            for row in csv.DictReader(opened)
            for group in GROUPS
        }
    assert counted == published
    assert len(published) == 43 * 5
