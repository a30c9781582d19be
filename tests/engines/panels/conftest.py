"""A small force with forty searches of people in March, and a meeting about them."""

from datetime import date

import pytest
from django.conf import settings

from engines.panels.searches import LATER, SEED, forty, search
from peelian.areas.stop_and_search.models import StopSearch
from peelian.areas.stop_and_search.panels import SCRUTINY
from peelian.engines.panels.drawing import draw_cases
from peelian.engines.panels.freezing import freeze
from peelian.engines.panels.members import Told, join
from peelian.engines.panels.opening import open_cases
from peelian.engines.panels.planning import plan
from peelian.engines.panels.preparing import prepare
from peelian.records.store.reader import open_reader
from people import NOW, small_force
from stored_rows import put_rows


@pytest.fixture
def force(db):
    return small_force()


@pytest.fixture
def tables(tmp_path, monkeypatch):
    """A store with the forty searches, and one that nobody recorded by name."""
    root = tmp_path / "store"
    monkeypatch.setattr(settings, "STORE_ROOT", root)
    put_rows(root, StopSearch, [*forty(), search(99, officer_ref=None)])
    return open_reader(root)


@pytest.fixture
def office(force):
    """Whoever runs panels."""
    return force["commissioner-staff"]


@pytest.fixture
def members(force, office):
    """Three who are ready: one with an account; and one who was never trained."""
    ready = Told(trained_on=date(2026, 1, 10), vetted_until=date(2027, 1, 10))

    def joins(name: str, told: Told, email: str = "") -> object:
        return join(
            SCRUTINY,
            name=name,
            email=email,
            joined_on=date(2026, 1, 1),
            told=told,
            actor=office,
            at=NOW,
        )

    return (
        joins("First member", ready, "panel-member@force.example"),
        joins("Second member", ready),
        joins("Third member", ready),
        joins("New member", Told()),
    )


@pytest.fixture
def planned(office, members):
    return plan(
        SCRUTINY,
        held_on=date(2026, 3, 20),
        place="County hall",
        first="2026-03",
        last="2026-03",
        seed_source="the lottery of 7 March 2026",
        cases=10,
        by_lot=6,
        actor=office,
        at=NOW,
    )


@pytest.fixture
def drawn(planned, office, tables):
    """The meeting with its cases drawn."""
    freeze(planned, SCRUTINY, actor=office, at=NOW, tables=tables)
    draw_cases(planned, SCRUTINY, seed=SEED, actor=office, at=NOW + LATER, tables=tables)
    planned.refresh_from_db()
    return planned


@pytest.fixture
def opened(drawn, office, force, tables):
    """The meeting with its cases prepared and open to members."""
    for case in drawn.cases.all():
        prepare(
            case,
            SCRUTINY,
            video_ref=case.video_ref,
            actor=force["auditor"],
            at=NOW + LATER,
            tables=tables,
        )
    open_cases(drawn, actor=office, at=NOW + 2 * LATER)
    drawn.refresh_from_db()
    return drawn
