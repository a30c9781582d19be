"""A load that is killed, at whatever moment, has not happened, and can simply be run again."""

import os
import random
import time

import pytest

from peelian.records.load.prepare import prepare
from peelian.records.store import catalogue
from peelian.records.store.reader import open_reader
from peelian.spine.models import Crime
from records.loading_process import kill_once, start
from records.street_files import CRIME, csv_text

KILLS = int(os.environ.get("PEELIAN_KILLS", "8"))
FORCES = ("kent", "essex")
ROWS = 600
FILES = 24
MONTHS = tuple(f"2021-{month:02d}" for month in range(1, 13))


@pytest.fixture
def folder(desk):
    """Files of two forces over a year, with copies and faulty rows."""
    for month in MONTHS:
        rows = [CRIME | {"Month": month, "Location": f"Street {n % 400}"} for n in range(ROWS)]
        for force in FORCES:
            desk.file(
                csv_text(*rows, CRIME | {"Month": "never"}),
                f"{month}/{month}-{force}-street.csv",
            )
    return desk.folder


@pytest.mark.kill
def test_killed_and_run_again_ends_as_if_never_killed(desk, folder, tmp_path):
    dice = random.Random(2021)
    desk.load(folder, root=tmp_path / "warm")
    begun = time.monotonic()
    undisturbed = desk.load(folder, root=tmp_path / "undisturbed").snapshot_id
    longest = time.monotonic() - begun
    killed = 0
    for attempt in range(KILLS):
        root = tmp_path / f"store-{attempt}"
        killed += kill_once(root, folder, dice=dice, longest=longest)
        assert catalogue.current_id(root) in ("", undisturbed)
        if dice.random() < 0.5:
            kill_once(root, folder, dice=dice, longest=longest)
        assert desk.load(folder, root=root).snapshot_id == undisturbed
        reader = open_reader(root)
        assert reader.to_arrow(reader.table(Crime)).num_rows == ROWS * FILES
        assert sum(1 for path in root.rglob("*.parquet")) == 2 * FILES
    assert killed > KILLS // 4


@pytest.mark.kill
def test_what_was_ready_is_not_read_again(desk, folder, tmp_path, monkeypatch):
    root = tmp_path / "killed"
    process, _ = start(root, folder)
    while process.is_alive() and len(list((root / "prepared").glob("*.json"))) < 3:
        time.sleep(0.002)
    process.kill()
    process.join()
    ready = len(list((root / "prepared").glob("*.json")))
    assert ready >= 3
    read = []
    monkeypatch.setattr(
        "peelian.records.load.file.prepare",
        lambda found, **given: read.append(found) or prepare(found, **given),
    )
    report = desk.load(folder, root=root)
    assert report.loaded == ROWS * FILES
    assert len(read) == FILES - ready


@pytest.mark.kill
def test_readers_see_whole_snapshots_while_loads_publish(desk, folder, tmp_path):
    """Every file has as many good rows, so any other multiple would be a torn snapshot."""
    root = tmp_path / "busy"
    seen = set()
    for month in MONTHS[:4]:
        process, _ = start(root, folder / month)
        while process.is_alive():
            reader = open_reader(root)
            rows = reader.to_arrow(reader.table(Crime)).num_rows
            assert rows == ROWS * len(reader.snapshot.parts_of("crime"))
            seen.add(rows)
            time.sleep(0.01)
        process.join()
        assert process.exitcode == 0
    assert open_reader(root).snapshot.months("crime") == MONTHS[:4]
    assert len(seen) > 2
