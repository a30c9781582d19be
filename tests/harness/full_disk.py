"""A disk that is full while deeds are done, and has room again: what was told, and what stands.

C-DUR-2, T42. The deeds are those of the kill harness, in one process that goes on living.
"""

import errno
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Literal

from django.db import DatabaseError, connection

from harness.database import OwnDatabase
from harness.kills import Deeds, Found
from harness.processes import heard, start, telling

SECONDS_OF_PATIENCE = 300.0
# So many refusals in a row while there is no room, and so many deeds when there is again.
REFUSALS, AFTERWARDS = 3, 3
FILLED_AT_ONCE = 1 << 16


@dataclass(frozen=True)
class Filled:
    """What was told before, while and after there was no room, and what stands at the end."""

    before: int
    told: frozenset[int]
    refused: frozenset[int]
    said: frozenset[str]
    found: Found
    whole_database: bool

    @property
    def wrong(self) -> list[str]:
        """Everything that is not as it must be, as sentences."""
        faults = list(self.found.faults)
        if not self.refused:
            faults.append("there was room to the end")
        if lost := self.told - self.found.whole:
            faults.append(f"said to be saved and lost: {sorted(lost)}")
        if self.found.half:
            faults.append(f"half done: {sorted(self.found.half)}")
        if kept := (self.refused - self.told) & self.found.whole:
            faults.append(f"refused and kept all the same: {sorted(kept)}")
        if not self.whole_database:
            faults.append("the database is damaged")
        return faults


Means = Literal["limit", "filler"]


def fill(deeds: Deeds, place: OwnDatabase, *, means: Means) -> Filled:
    """Do deeds until there is no room, meet refusals, make room and go on; then look.

    `limit` forbids this process to let any file grow, which needs no rights; `filler` fills the
    disk of the place to its last byte, which had better be a small one.
    """
    process, pipe = start(_act, deeds, place, means)
    found = heard(process, pipe, within=SECONDS_OF_PATIENCE)
    process.join()
    assert isinstance(found, Filled)
    return found


def _act(deeds: Deeds, place: OwnDatabase, means: Means, pipe: Connection) -> None:
    with telling(pipe):
        place.enter()
        deeds.prepare(place)
        numbers = count(1)
        told = {
            number for number in (next(numbers), next(numbers)) if _do(deeds, number, place) == ""
        }
        before = len(told)
        refused: set[int] = set()
        said: set[str] = set()
        with _limited() if means == "limit" else _filled(place.home):
            while len(refused) < REFUSALS:
                number = next(numbers)
                # A deed that was refused may be asked for again, as people do.
                why = _do(deeds, number, place)
                if why:
                    refused.add(number)
                    said.add(why)
                else:
                    told.add(number)
        for number in (*sorted(refused), *(next(numbers) for _ in range(AFTERWARDS))):
            assert _do(deeds, number, place) == "", "It did not recover by itself."
            told.add(number)
        pipe.send(
            Filled(
                before=before,
                told=frozenset(told),
                refused=frozenset(refused),
                said=frozenset(said),
                found=deeds.find(1, place),
                whole_database=_whole(),
            )
        )


def _do(deeds: Deeds, number: int, place: OwnDatabase) -> str:
    """Why the deed could not be done; empty where it is done."""
    try:
        deeds.do(number, place)
    except (DatabaseError, OSError) as error:
        return f"{type(error).__name__}: {error}"
    return ""


@contextmanager
def _limited() -> Iterator[None]:
    """No file of this process may grow beyond its size, nor a new one hold anything."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def _filled(folder: Path) -> Iterator[None]:
    """The disk of this folder is full to its last byte."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as opened:
        size = FILLED_AT_ONCE
        while size:
            try:
                opened.write(os.urandom(size))
            except OSError as error:
                if error.errno != errno.ENOSPC:
                    raise
                size //= 2
    try:
        yield
    finally:
        filler.unlink()


def _whole() -> bool:
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        return cursor.fetchall() == [("ok",)]
