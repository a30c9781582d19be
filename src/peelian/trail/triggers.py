"""The database's own refusal to change the trail, for SQLite and PostgreSQL.

Triggers stop mistakes and hasty hands. They do not stop an administrator, who can drop them:
what shows that is the chain (`trail.verify`) and the checkpoints that have left.
"""

from typing import Literal

from django.db.backends.base.base import BaseDatabaseWrapper

# The insert trigger also stops INSERT OR REPLACE, which deletes without firing a delete trigger.
# Error 23000 is "integrity constraint violation", which Django raises as IntegrityError.
# hex(zeroblob(32)) and repeat('0', 64) are the first entry's previous hash (trail.chain.GENESIS).
SQLITE = (
    """
    CREATE TRIGGER trail_entry_no_update BEFORE UPDATE ON trail_entry
    BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END
    """,
    """
    CREATE TRIGGER trail_entry_no_delete BEFORE DELETE ON trail_entry
    BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END
    """,
    """
    CREATE TRIGGER trail_entry_continues BEFORE INSERT ON trail_entry
    WHEN NEW.sequence <> COALESCE((SELECT MAX(sequence) FROM trail_entry), 0) + 1
      OR NEW.previous_hash <> COALESCE(
           (SELECT hash FROM trail_entry ORDER BY sequence DESC LIMIT 1), hex(zeroblob(32)))
    BEGIN SELECT RAISE(ABORT, 'an entry must continue the chain'); END
    """,
)
SQLITE_REMOVE = (
    "DROP TRIGGER IF EXISTS trail_entry_no_update",
    "DROP TRIGGER IF EXISTS trail_entry_no_delete",
    "DROP TRIGGER IF EXISTS trail_entry_continues",
)

POSTGRESQL = (
    """
    CREATE FUNCTION trail_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the trail is append-only' USING ERRCODE = '23000'; END $$
    """,
    """
    CREATE FUNCTION trail_entry_continue() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE newest record;
    BEGIN
      SELECT sequence, hash INTO newest FROM trail_entry ORDER BY sequence DESC LIMIT 1;
      IF NEW.sequence <> COALESCE(newest.sequence, 0) + 1
         OR NEW.previous_hash <> COALESCE(newest.hash, repeat('0', 64)) THEN
        RAISE EXCEPTION 'an entry must continue the chain' USING ERRCODE = '23000';
      END IF;
      RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER trail_entry_no_change BEFORE UPDATE OR DELETE ON trail_entry
    FOR EACH ROW EXECUTE FUNCTION trail_entry_refuse()
    """,
    """
    CREATE TRIGGER trail_entry_no_truncate BEFORE TRUNCATE ON trail_entry
    FOR EACH STATEMENT EXECUTE FUNCTION trail_entry_refuse()
    """,
    """
    CREATE TRIGGER trail_entry_continues BEFORE INSERT ON trail_entry
    FOR EACH ROW EXECUTE FUNCTION trail_entry_continue()
    """,
)
POSTGRESQL_REMOVE = (
    "DROP TRIGGER IF EXISTS trail_entry_no_change ON trail_entry",
    "DROP TRIGGER IF EXISTS trail_entry_no_truncate ON trail_entry",
    "DROP TRIGGER IF EXISTS trail_entry_continues ON trail_entry",
    "DROP FUNCTION IF EXISTS trail_entry_refuse()",
    "DROP FUNCTION IF EXISTS trail_entry_continue()",
)

INSTALL = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
REMOVE = {"sqlite": SQLITE_REMOVE, "postgresql": POSTGRESQL_REMOVE}

# Of a checkpoint nothing may change but the note that it has been delivered.
SIGNED = "number, sequence, head, at, previous, key, signature"

CHECKPOINT_INSTALL = {
    "sqlite": (
        f"""
        CREATE TRIGGER trail_checkpoint_no_update BEFORE UPDATE OF {SIGNED} ON trail_checkpoint
        BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END
        """,
        """
        CREATE TRIGGER trail_checkpoint_no_delete BEFORE DELETE ON trail_checkpoint
        BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END
        """,
        """
        CREATE TRIGGER trail_checkpoint_continues BEFORE INSERT ON trail_checkpoint
        WHEN NEW.number <> COALESCE((SELECT MAX(number) FROM trail_checkpoint), 0) + 1
        BEGIN SELECT RAISE(ABORT, 'a checkpoint must follow the one before'); END
        """,
    ),
    "postgresql": (
        """
        CREATE FUNCTION trail_checkpoint_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'checkpoints are append-only' USING ERRCODE = '23000'; END $$
        """,
        f"""
        CREATE TRIGGER trail_checkpoint_no_update BEFORE UPDATE OF {SIGNED} ON trail_checkpoint
        FOR EACH ROW EXECUTE FUNCTION trail_checkpoint_refuse()
        """,
        """
        CREATE TRIGGER trail_checkpoint_no_delete BEFORE DELETE ON trail_checkpoint
        FOR EACH ROW EXECUTE FUNCTION trail_checkpoint_refuse()
        """,
        """
        CREATE TRIGGER trail_checkpoint_no_truncate BEFORE TRUNCATE ON trail_checkpoint
        FOR EACH STATEMENT EXECUTE FUNCTION trail_checkpoint_refuse()
        """,
    ),
}
CHECKPOINT_REMOVE = {
    "sqlite": (
        "DROP TRIGGER IF EXISTS trail_checkpoint_no_update",
        "DROP TRIGGER IF EXISTS trail_checkpoint_no_delete",
        "DROP TRIGGER IF EXISTS trail_checkpoint_continues",
    ),
    "postgresql": (
        "DROP TRIGGER IF EXISTS trail_checkpoint_no_update ON trail_checkpoint",
        "DROP TRIGGER IF EXISTS trail_checkpoint_no_delete ON trail_checkpoint",
        "DROP TRIGGER IF EXISTS trail_checkpoint_no_truncate ON trail_checkpoint",
        "DROP FUNCTION IF EXISTS trail_checkpoint_refuse()",
    ),
}

Table = Literal["entry", "checkpoint"]
BOTH: tuple[Table, ...] = ("entry", "checkpoint")


class UnguardedDatabase(Exception):
    """The trail's triggers are written for SQLite and PostgreSQL, and this is neither."""


def install(connection: BaseDatabaseWrapper, tables: tuple[Table, ...] = BOTH) -> None:
    """Make this database refuse to change or skip an entry or a checkpoint."""
    statements = {"entry": INSTALL, "checkpoint": CHECKPOINT_INSTALL}
    for table in tables:
        _run(connection, statements[table])


def remove(connection: BaseDatabaseWrapper, tables: tuple[Table, ...] = BOTH) -> None:
    """Lift the refusal: for taking a migration back, and for trials of tampering."""
    statements = {"entry": REMOVE, "checkpoint": CHECKPOINT_REMOVE}
    for table in tables:
        _run(connection, statements[table])


def _run(connection: BaseDatabaseWrapper, statements: dict[str, tuple[str, ...]]) -> None:
    if connection.vendor not in statements:
        raise UnguardedDatabase(
            f"The trail cannot guard itself on {connection.vendor}; use SQLite or PostgreSQL."
        )
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)
