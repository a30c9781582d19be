"""A force with three auditors, and a store with searches to audit."""

import pytest
from django.conf import settings

from peelian.access.identity import clock
from peelian.web.answers import forget
from web.force.audits.benches import Bench, three_auditors
from web.force.audits.searches import AT, put, search


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A store with thirty searches of team S1."""
    made = tmp_path / "store"
    monkeypatch.setattr(settings, "STORE_ROOT", made)
    monkeypatch.setattr(clock, "now", lambda: AT)
    forget()
    put(made, (search(n) for n in range(30)))
    yield made
    forget()


@pytest.fixture
def bench(db, root):
    """The force, its store, and what is done in them."""
    return Bench(three_auditors(), root)
