"""One writer at a time. Readers take no lock."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from peelian.records.store import layout

PAUSE = 0.2


class StoreBusy(Exception):
    """Another load is writing to this store."""


@contextmanager
def writing(
    root: Path, *, wait_seconds: float = 0.0, say: Callable[[str], None] | None = None
) -> Iterator[None]:
    """Hold the right to write. Waits up to `wait_seconds`, then raises `StoreBusy`.

    The lock goes with the process, so that a killed load never leaves the store locked.
    """
    root.mkdir(parents=True, exist_ok=True)
    with layout.lock(root).open("a+", encoding="ascii") as opened:
        _take(opened.fileno(), wait_seconds, say)
        opened.truncate(0)
        opened.write(f"{os.getpid()}\n")
        opened.flush()
        yield


def _take(handle: int, wait_seconds: float, say: Callable[[str], None] | None) -> None:
    waited = 0.0
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if waited >= wait_seconds:
                raise StoreBusy(
                    "Another load is writing to this store. Wait until it has ended, then run "
                    "this load again."
                ) from None
            if not waited and say is not None:
                say("Another load is writing to this store; waiting for it to end.")
            time.sleep(PAUSE)
            waited += PAUSE
        else:
            return
