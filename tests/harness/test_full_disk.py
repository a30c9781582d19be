"""A full disk loses nothing that was said to be saved, damages nothing, and is got over (T42)."""

import os
import shutil
import subprocess
from dataclasses import replace

import pytest

from harness.deeds_records import Attachings, TypedRecords
from harness.deeds_store import LoadsAndMirrors
from harness.deeds_visits import SignIns
from harness.full_disk import fill

SMALL_DISK = "24m"
KINDS = [TypedRecords(), Attachings(), SignIns(), LoadsAndMirrors()]

on_our_disk = pytest.mark.skipif(
    "'PEELIAN_DATABASE' in os.environ", reason="the disk of a server is not ours to fill"
)


@on_our_disk
@pytest.mark.parametrize("deeds", KINDS[:2], ids=lambda one: one.name)
def test_where_no_file_may_grow_nothing_is_said_to_be_saved(deeds, own_database):
    filled = fill(deeds, own_database, means="limit")

    assert filled.wrong == [], filled
    assert filled.before == 2


@pytest.fixture
def small_disk(own_database, tmp_path):
    """The place of the test on a disk of its own."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a disk")
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK}", "tmpfs", str(folder)]
    done = subprocess.run(mount, capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
    try:
        name = shutil.copy(own_database.name, folder)
        yield replace(own_database, name=str(name), home=folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.mark.long
@on_our_disk
@pytest.mark.parametrize("deeds", KINDS, ids=lambda one: one.name)
def test_a_disk_filled_to_its_last_byte(deeds, small_disk, capsys):
    filled = fill(deeds, small_disk, means="filler")
    with capsys.disabled():
        print(f"\n{deeds.name} on a full disk: {len(filled.told)} saved, {sorted(filled.said)}")

    assert filled.wrong == [], filled
