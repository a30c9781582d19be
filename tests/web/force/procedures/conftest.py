"""A small force in which the sample procedures are declared."""

import pytest

from engines.procedures.sample import PROCEDURES
from peelian import catalogue
from people import investigation, small_force


@pytest.fixture
def force(db, desk):
    """One person in each role."""
    return small_force()


@pytest.fixture(autouse=True)
def declared(monkeypatch):
    """The sample procedures and no others."""
    monkeypatch.setattr(catalogue, "procedures", lambda: PROCEDURES)


@pytest.fixture
def case(force):
    """An investigation of team N1."""
    return investigation("A")
