"""Where plain copies may lie for a moment: a folder of one process, gone when the process is.

T14. A process that is killed cannot tidy up. So the folder is closed to everybody else, it is
locked while its process lives, and whoever comes next removes those that nobody holds.
"""

import fcntl
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER = ".keeping"


@contextmanager
def workplace(home: Path) -> Iterator[Path]:
    """A folder that only the owner can open; removed at the end of the block."""
    sweep(home)
    place = home / FOLDER / secrets.token_hex(8)
    place.mkdir(mode=0o700, parents=True)
    handle = os.open(place, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)
        os.close(handle)


def sweep(home: Path) -> None:
    """Remove what killed processes left; what a living one holds stays."""
    for place in (home / FOLDER).glob("*"):
        remove_unheld(place)


def remove_unheld(place: Path) -> bool:
    """Remove a folder unless its process lives; whether it is gone."""
    try:
        handle = os.open(place, os.O_RDONLY | os.O_DIRECTORY)
    except FileNotFoundError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    else:
        shutil.rmtree(place, ignore_errors=True)
        return not place.exists()
    finally:
        os.close(handle)
