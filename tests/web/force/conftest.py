"""A small force whose people can sign in, over a store that tests can change."""

import pytest

from people import small_force


@pytest.fixture
def force(db, desk):
    """One person in each role."""
    return small_force()
