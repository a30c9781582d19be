"""A small force with an empty store."""

import pytest
from django.conf import settings

from peelian.records.store.reader import open_reader
from people import small_force


@pytest.fixture
def force(db):
    return small_force()


@pytest.fixture
def tables(tmp_path, monkeypatch):
    """The empty store, open."""
    monkeypatch.setattr(settings, "STORE_ROOT", tmp_path / "store")
    return open_reader(tmp_path / "store")
