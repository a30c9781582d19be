"""The reserve: made where there is plenty, given back where there is nothing, never in between."""

from collections import namedtuple

import pytest

from peelian.jobs.keeping import reserve
from peelian.jobs.keeping.reserve import MEGABYTE, keep_reserve, reserve_of

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def disk(monkeypatch, settings):
    """A disk of 100 MB; call it with how much of it is free."""
    settings.DISK_RESERVE = 1024 * MEGABYTE

    def has(free):
        usage = Usage(100 * MEGABYTE, (100 - free) * MEGABYTE, free * MEGABYTE)
        monkeypatch.setattr(reserve.shutil, "disk_usage", lambda _path: usage)

    return has


def test_a_twentieth_is_held_back_until_nothing_is_left(disk, tmp_path):
    disk(free=60)
    assert keep_reserve(tmp_path) == "5 MB held back from now on"
    assert (tmp_path / "reserve").stat().st_blocks * 512 >= 5 * MEGABYTE

    disk(free=2)
    assert keep_reserve(tmp_path) == "5 MB held back"
    disk(free=0)
    assert keep_reserve(tmp_path) == "the disk is full: 5 MB given back"
    assert reserve_of(tmp_path) == 0
    disk(free=5)
    assert keep_reserve(tmp_path) == "nothing held back"


def test_no_more_than_was_asked_for(disk, tmp_path, settings):
    disk(free=60)
    settings.DISK_RESERVE = 2 * MEGABYTE
    keep_reserve(tmp_path)
    assert reserve_of(tmp_path) == 2 * MEGABYTE


def test_none_where_none_is_wanted(disk, tmp_path, settings):
    disk(free=60)
    settings.DISK_RESERVE = 0
    assert keep_reserve(tmp_path) == "nothing held back"
