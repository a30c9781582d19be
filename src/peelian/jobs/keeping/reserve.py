"""Room kept back for the day on which the disk is full (C-DUR-2, T42).

A file of nothing, which the worker gives back when next to nothing is free: people can then go on
saving while somebody makes room. The worker makes it anew when there is plenty.
"""

import os
import shutil
from pathlib import Path

import structlog
from django.conf import settings

from peelian.jobs.keeping.holdings import RESERVE

# Peelian's defaults: shares of the disk.
MOST, NEXT_TO_NOTHING, PLENTY = 0.05, 0.01, 0.15
MEGABYTE = 1 << 20

log = structlog.get_logger("peelian.work")


def reserve_of(home: Path) -> int:
    """How many bytes are held back."""
    try:
        return (home / RESERVE).stat().st_size
    except FileNotFoundError:
        return 0


def keep_reserve(home: Path) -> str:
    """Make the reserve where there is plenty of room, give it back where there is none.

    Its size is the setting or a twentieth of the disk, whichever is less. Says what was done.
    """
    usage, held = shutil.disk_usage(home), reserve_of(home)
    if held:
        if usage.free >= NEXT_TO_NOTHING * usage.total:
            return f"{held // MEGABYTE} MB held back"
        (home / RESERVE).unlink(missing_ok=True)
        log.error("disk_reserve_given_back", megabytes=held // MEGABYTE)
        return f"the disk is full: {held // MEGABYTE} MB given back"
    wanted = min(settings.DISK_RESERVE, int(MOST * usage.total))
    if not wanted or usage.free - wanted < PLENTY * usage.total:
        return "nothing held back"
    _make(home / RESERVE, wanted)
    return f"{wanted // MEGABYTE} MB held back from now on"


def _make(path: Path, size: int) -> None:
    """A file that truly takes up its size, whole or not at all."""
    beside = path.with_name(f".{path.name}.new")
    try:
        with beside.open("wb") as opened:
            os.posix_fallocate(opened.fileno(), 0, size)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
