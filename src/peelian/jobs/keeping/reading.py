"""Reading every table of a database as it stood at one moment, without keeping writers waiting."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Protocol

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

ROWS_AT_ONCE = 2000
IN_MEMORY = "memory"


class Tables(Protocol):
    """All tables of one database at one moment."""

    vendor: str

    def names(self) -> list[str]:
        """Every table, in the order of names."""
        ...

    def rows(self, table: str) -> Iterator[tuple[object, ...]]:
        """Every row as the database holds it, free of what adapters make of it."""
        ...

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """All rows of a query of our own."""
        ...


class SqliteTables:
    """A SQLite database, read through a connection in the midst of a transaction."""

    vendor = "sqlite"

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def names(self) -> list[str]:
        """Every table, in the order of names."""
        found = self.ask(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
            "ORDER BY name"
        )
        return [name for (name,) in found]

    def rows(self, table: str) -> Iterator[tuple[object, ...]]:
        """Every row as the database holds it."""
        columns = self.ask(f'PRAGMA table_info("{table}")')
        # A plus hides the type that was declared, so that no converter is asked.
        listed = ", ".join(f'+"{column[1]}"' for column in columns)
        # Names come from the database itself.
        cursor = self.connection.execute(f'SELECT {listed} FROM "{table}"')  # noqa: S608
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            yield from rows

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """All rows of a query of our own."""
        return self.connection.execute(query).fetchall()


class PostgresTables:
    """A PostgreSQL database, read through Django's connection in the midst of a transaction."""

    vendor = "postgresql"

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def names(self) -> list[str]:
        """Every table, in the order of names."""
        return sorted(self.connection.introspection.table_names())

    def rows(self, table: str) -> Iterator[tuple[object, ...]]:
        """Every row as the server writes it."""
        quoted = self.connection.ops.quote_name
        with self.connection.cursor() as cursor:
            described = self.connection.introspection.get_table_description(cursor, table)
        listed = ", ".join(f"{quoted(column.name)}::text" for column in described)
        with self.connection.chunked_cursor() as cursor:
            # Names come from the database itself and are quoted by it.
            cursor.execute(f"SELECT {listed} FROM {quoted(table)}")  # noqa: S608
            while rows := cursor.fetchmany(ROWS_AT_ONCE):
                yield from rows

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """All rows of a query of our own."""
        with self.connection.cursor() as cursor:
            cursor.execute(query)
            return list(cursor.fetchall())


@contextmanager
def reading(using: str = "default") -> Iterator[SqliteTables | PostgresTables]:
    """The tables behind a connection, all at the moment at which the block begins.

    Django's own transactions would make every other writer wait on SQLite, so a SQLite file is
    read through a connection of its own, which can do nothing but read.
    """
    connection = connections[using]
    if connection.vendor == "sqlite":
        with _reading_sqlite(connection) as raw:
            yield SqliteTables(raw)
        return
    outermost = not connection.in_atomic_block
    with transaction.atomic(using=using):
        if outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield PostgresTables(connection)


@contextmanager
def _reading_sqlite(connection: BaseDatabaseWrapper) -> Iterator[sqlite3.Connection]:
    named = str(connection.settings_dict["NAME"])
    if IN_MEMORY in Path(named).name:
        connection.ensure_connection()
        yield connection.connection
        return
    address = f"{Path(named).absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=20)) as raw:
        raw.execute("BEGIN")
        # The moment is that of the first read.
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield raw
