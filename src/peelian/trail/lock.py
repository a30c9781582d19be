"""Turns: one writer at the end of the chain, one at the end of the checkpoints."""

from typing import Final

from django.db import connections

# Any two constants would do; these spell "trail" and "check" in ASCII.
END_OF_CHAIN: Final = int.from_bytes(b"trail", "big")
END_OF_CHECKPOINTS: Final = int.from_bytes(b"check", "big")


def hold(alias: str, lock: int) -> None:
    """Keep every other writer out until the transaction that is open on this database ends.

    On SQLite the transaction itself keeps them out: it is begun IMMEDIATE (see the settings). Were
    two writers ever to read the same end, the primary key would refuse the second.
    """
    connection = connections[alias]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock])
