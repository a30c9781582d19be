"""A small force with an empty store."""

import pytest
from django.conf import settings

from peelian.records.store.reader import open_reader
from people import small_force


@pytest.fixture
def force(db):
    return small_force()


@pytest.fixture
def root(tmp_path, monkeypatch):
    """The root of a store of this test."""
    monkeypatch.setattr(settings, "STORE_ROOT", tmp_path / "store")
    return tmp_path / "store"


@pytest.fixture
def tables(root):
    """The empty store, open."""
    return open_reader(root)
