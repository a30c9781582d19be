"""What every test in the house stands on."""

import hypothesis
import pytest
from django.db import connection
from django.test import TransactionTestCase

from peelian.trail import triggers

# A busy machine must not fail a test, and the same commit must meet the same examples.
hypothesis.settings.register_profile("house", deadline=None, derandomize=True)
hypothesis.settings.load_profile("house")

pytest_plugins = ("pytester", "stores")


@pytest.fixture(autouse=True, scope="session")
def trail_yields_to_the_end_of_a_test():
    """Tests that commit empty every table afterwards, which the trail would rightly refuse."""
    empty_every_table = TransactionTestCase._fixture_teardown

    def with_triggers_lifted(self):
        triggers.remove(connection)
        empty_every_table(self)
        triggers.install(connection)

    TransactionTestCase._fixture_teardown = with_triggers_lifted
    yield
    TransactionTestCase._fixture_teardown = empty_every_table
