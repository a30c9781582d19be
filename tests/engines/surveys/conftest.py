"""A small force in which an analyst runs surveys."""

import pytest

from people import small_force


@pytest.fixture
def force(db):
    return small_force()


@pytest.fixture
def analyst(force):
    return force["analyst"]
