"""Read the tables of the trail as they are, quickly and whatever was done to them.

Django would turn each row into objects and fail on a text that is no time. Here a row is the bytes
that its hash was made of, and what has no meaning is passed on for `trail.verify` to name.
"""

from collections.abc import Iterator
from contextlib import nullcontext
from itertools import chain
from typing import Any

from django.db import connections, router, transaction

from peelian.trail.chain import Line
from peelian.trail.errors import UnreadableCheckpoint
from peelian.trail.models import Checkpoint, Entry
from peelian.trail.signed import NAMES, Signed

ROWS_AT_ONCE = 5000

# Times in their canonical form (`trail.chain`). SQLite keeps them as text, with six decimals or
# with none; any other text stays as it is, and so cannot fit the hash. All its texts are read as
# bytes, since somebody may have put bytes there that are no text.
ENTRIES = {
    "sqlite": """
        SELECT CAST(sequence AS INTEGER),
               CAST(CASE WHEN substr(at, 11, 1) <> ' ' THEN at
                         WHEN length(at) = 26 THEN substr(at, 1, 10) || 'T' || substr(at, 12) || 'Z'
                         WHEN length(at) = 19
                         THEN substr(at, 1, 10) || 'T' || substr(at, 12) || '.000000Z'
                         ELSE at END AS BLOB),
               CAST(actor AS BLOB), CAST(verb AS BLOB), CAST(record_type AS BLOB),
               CAST(record_ref AS BLOB), CAST(detail AS BLOB), CAST(previous_hash AS BLOB),
               CAST(hash AS BLOB)
        FROM trail_entry ORDER BY sequence
    """,
    "postgresql": """
        SELECT sequence, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
               actor, verb, record_type, record_ref, detail, previous_hash, hash
        FROM trail_entry ORDER BY sequence
    """,
}
CHECKPOINTS = {
    "sqlite": """
        SELECT number, sequence, CAST(head AS BLOB),
               CAST(CASE length(at)
                    WHEN 26 THEN substr(at, 1, 10) || 'T' || substr(at, 12) || 'Z'
                    ELSE substr(at, 1, 10) || 'T' || substr(at, 12) || '.000000Z' END AS BLOB),
               CAST(previous AS BLOB), CAST(key AS BLOB), CAST(signature AS BLOB)
        FROM trail_checkpoint ORDER BY number
    """,
    "postgresql": """
        SELECT number, sequence, head,
               to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
               previous, key, signature
        FROM trail_checkpoint ORDER BY number
    """,
}


def entry_lines() -> Iterator[Line]:
    """All entries in the order of their sequence, in memory that does not grow with the trail."""
    alias = router.db_for_read(Entry)
    as_bytes = connections[alias].vendor == "sqlite"
    for rows in _batches(alias, ENTRIES):
        yield from rows if as_bytes else map(_encoded, rows)


def checkpoints_kept() -> Iterator[Signed | str]:
    """All checkpoints of the table by number; a text in place of each row that is none."""
    for row in chain.from_iterable(_batches(router.db_for_read(Checkpoint), CHECKPOINTS)):
        texts = (part.decode(errors="replace") if isinstance(part, bytes) else part for part in row)
        try:
            yield Signed.of(**dict(zip(NAMES, texts, strict=True)))
        except UnreadableCheckpoint:
            yield f"row {row[0]}"


def _encoded(row: Any) -> Line:
    number, at, actor, verb, kind, ref, detail, previous, own = row
    return (
        number,
        at.encode(),
        actor.encode(),
        verb.encode(),
        kind.encode(),
        ref.encode(),
        detail.encode(),
        previous.encode(),
        own.encode(),
    )


def _batches(alias: str, queries: dict[str, str]) -> Iterator[list[Any]]:
    connection = connections[alias]
    # A server-side cursor of PostgreSQL lives in a transaction. One on SQLite would stop all
    # writers, and a single query reads one state of the database without it.
    held = transaction.atomic(using=alias) if connection.vendor == "postgresql" else nullcontext()
    with held, connection.chunked_cursor() as cursor:
        cursor.execute(queries[connection.vendor])
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            yield rows
