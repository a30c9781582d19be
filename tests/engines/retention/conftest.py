"""A small force with two keepers of its records, over a store that tests can fill."""

import pytest
from django.conf import settings

from peelian.records.store.reader import open_reader
from people import employ, small_force


@pytest.fixture
def force(db):
    made = small_force()
    made.people["second"] = employ("records-manager", "F", name="second")
    return made


@pytest.fixture
def root(tmp_path, monkeypatch):
    """The root of a store of this test, with folders for attachments and exports beside it."""
    monkeypatch.setattr(settings, "STORE_ROOT", tmp_path / "store")
    monkeypatch.setattr(settings, "ATTACHMENTS_ROOT", tmp_path / "attachments")
    monkeypatch.setattr(settings, "EXPORTS_ROOT", tmp_path / "exports")
    return tmp_path / "store"


@pytest.fixture
def tables(root):
    """The empty store, open."""
    return open_reader(root)
