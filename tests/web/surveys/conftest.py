"""The small force, one of whom runs surveys, and the surveys that ship."""

import pytest

from peelian import catalogue
from peelian.web.surveys import flood
from people import small_force
from web.surveys.rounds import SURVEYS


@pytest.fixture(autouse=True)
def surveys(monkeypatch):
    monkeypatch.setattr(catalogue, "surveys", lambda: SURVEYS, raising=False)


@pytest.fixture(autouse=True)
def quiet(monkeypatch):
    """Nobody has sent anything yet."""
    for one in (flood.REPLIES, flood.MESSAGES):
        monkeypatch.setattr(one, "_seen", {})


@pytest.fixture
def force(db):
    return small_force()


@pytest.fixture
def staff(force):
    """Whoever runs surveys for the commissioner."""
    return force["commissioner-staff"]
