"""What every test in the house stands on."""

import hypothesis
import pytest
from django.db import connection
from django.test import TransactionTestCase

from peelian.trail import triggers

# A busy machine must not fail a test, and the same commit must meet the same examples.
hypothesis.settings.register_profile("house", deadline=None, derandomize=True)
hypothesis.settings.load_profile("house")

pytest_plugins = ("pytester", "stores", "harness.database")

# A test that stands on none of these, and has not the mark, meets no operational table.
DATABASE_FIXTURES = frozenset({"db", "transactional_db", "live_server", "own_database"})


def pytest_addoption(parser):
    parser.addoption(
        "--database-only",
        action="store_true",
        help="leave out the tests that use no operational database, by mark or by fixture",
    )


def pytest_collection_modifyitems(config, items):
    """Leave out long runs unless -m speaks of them, and what --database-only leaves out."""
    long_too = "long" in config.getoption("-m")
    database_only = config.getoption("--database-only")
    kept, left_out = [], []
    for item in items:
        wanted = (long_too or item.get_closest_marker("long") is None) and (
            not database_only or uses_database(item)
        )
        (kept if wanted else left_out).append(item)
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = kept


def uses_database(item):
    """Whether a test has a database: by its mark, by a fixture at any depth, or by its class."""
    named = getattr(item, "fixturenames", ())
    return (
        item.get_closest_marker("django_db") is not None
        or not DATABASE_FIXTURES.isdisjoint(named)
        or issubclass(getattr(item, "cls", None) or object, TransactionTestCase)
    )


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
