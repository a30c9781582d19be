"""Whoever runs surveys, signed in, and nothing sent yet."""

import pytest

from peelian.web.surveys import flood
from web.force.signed_in import browser_of


@pytest.fixture(autouse=True)
def quiet(monkeypatch):
    for one in (flood.REPLIES, flood.MESSAGES):
        monkeypatch.setattr(one, "_seen", {})


@pytest.fixture
def staff(force):
    """Whoever runs surveys for the force."""
    return force["people-services"]


@pytest.fixture
def browser(staff):
    return browser_of(staff)
