"""A small force with two supervisors of the north, and an empty store."""

import pytest
from django.conf import settings

from peelian.records.store.reader import open_reader
from people import employ, small_force


@pytest.fixture
def force(db):
    """The small force, with a second supervisor in the north: `second`."""
    force = small_force()
    force.people["second"] = employ("supervisor", "N", name="second")
    return force


@pytest.fixture
def tables(tmp_path, monkeypatch):
    """The empty store, open."""
    monkeypatch.setattr(settings, "STORE_ROOT", tmp_path / "store")
    return open_reader(tmp_path / "store")
