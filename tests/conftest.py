"""What every test in the house stands on."""

import hypothesis
import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
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


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """SQLite's test database is a file, as an installation's is.

    In memory, a test and the pages that it serves would share one cache, where whoever meets a
    lock fails at once instead of waiting its turn. A crash of the machine ends the tests anyway,
    so nothing waits for the disc.
    """
    if connection.vendor == "sqlite":
        database = connection.settings_dict
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "peelian.sqlite3")
        database["OPTIONS"]["init_command"] += ";PRAGMA synchronous=OFF"


@pytest.fixture(autouse=True, scope="session")
def trail_yields_to_the_end_of_a_test():
    """Tests that commit empty every table afterwards, which the trail would rightly refuse.

    What Django writes of the models themselves stays: it is the same for all tests, and to write it
    again took thirty times as long as to empty the tables.
    """
    theirs = TransactionTestCase._fixture_teardown

    def with_triggers_lifted(self):
        triggers.remove(connection)
        empty_every_table()
        triggers.install(connection)

    TransactionTestCase._fixture_teardown = with_triggers_lifted
    yield
    TransactionTestCase._fixture_teardown = theirs


def empty_every_table():
    """Rows of every table go, but for those of which each tells of one of the models."""
    kept = {model._meta.db_table for model in (ContentType, Permission)}
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    statements = connection.ops.sql_flush(
        no_style(), [name for name in tables if name not in kept], allow_cascade=False
    )
    connection.ops.execute_sql_flush(statements)
