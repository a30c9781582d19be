"""A small force whose analyst registers changes."""

import pytest

from people import small_force


@pytest.fixture
def force(db):
    return small_force()
