"""A home with the sample data, loaded once for all tests of pages."""

from datetime import UTC, datetime

import pytest
from django.conf import settings

from peelian.records.load.run import load
from peelian.sources import adapters
from peelian.web.answers import forget


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory):
    """The root of a store that holds the reference tables and the sample data."""
    root = tmp_path_factory.mktemp("home") / "store"
    at = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    for source, paths in (adapters.REFERENCE, adapters.SAMPLES):
        load(root=root, files=source.find(paths, force=None), by="service:tests", at=at)
    return root


@pytest.fixture
def loaded_home(sample_store, monkeypatch):
    """Pages read the sample store; what they remember of other stores is forgotten."""
    monkeypatch.setattr(settings, "STORE_ROOT", sample_store)
    forget()
    yield sample_store
    forget()


@pytest.fixture
def empty_home(tmp_path, monkeypatch):
    """Pages of an installation into which nothing has been loaded."""
    monkeypatch.setattr(settings, "STORE_ROOT", tmp_path / "store")
    forget()
    return tmp_path / "store"
