"""A force with three auditors and a store with searches to review."""

import pytest
from django.conf import settings

from engines.audits.grounds import AT, GROUNDS, planned, put, search
from engines.audits.workbench import Bench
from peelian.engines.audits.drawing import draw
from peelian.engines.audits.framing import freeze
from peelian.engines.audits.seeding import publish_seed
from peelian.records.store.reader import open_reader
from people import employ, small_force


@pytest.fixture
def force(db):
    made = small_force()
    for name in ("auditor-2", "auditor-3"):
        made.people[name] = employ("auditor", "F", name=name)
    return made


@pytest.fixture
def root(tmp_path, monkeypatch):
    """The folder of a store."""
    monkeypatch.setattr(settings, "STORE_ROOT", tmp_path / "store")
    return tmp_path / "store"


def put_thirty(root):
    """Thirty searches of team S1, three of them in custody."""
    put(root, [search(n, custody_ref="C" if n in (7, 17, 27) else None) for n in range(30)])
    return open_reader(root)


@pytest.fixture(scope="session")
def thirty(tmp_path_factory):
    return put_thirty(tmp_path_factory.mktemp("thirty") / "store")


@pytest.fixture
def tables(request, monkeypatch, thirty):
    """Thirty searches: one store for all tests that only read it, its own for who asks for it."""
    if "root" in request.fixturenames:
        return put_thirty(request.getfixturevalue("root"))
    monkeypatch.setattr(settings, "STORE_ROOT", thirty.root)
    return thirty


@pytest.fixture
def drawn(force, tables):
    """A run of the thirty searches, drawn as a test asks: `drawn(size=Size(total=4), …)`."""

    def make(seed="", **more):
        actor, held = more.pop("actor", force["auditor"]), more.pop("tables", tables)
        if seed:
            more["seed_source"] = "the numbers of Saturday's lottery"
        run = planned(held, actor, **more)
        run = freeze(run, GROUNDS, actor=actor, at=AT, tables=held)
        run = publish_seed(run, seed, actor=actor, at=AT)
        draw(run, actor=actor, at=AT)
        run.refresh_from_db()
        return run

    return make


@pytest.fixture
def bench(force, tables, drawn):
    """Whoever works at a run."""
    return Bench(force, tables, drawn)
