"""What a process gives up for good before it reads a stranger's file (C-UPL-1, C-LIM-1)."""

import os
import resource
from typing import Final

MEMORY_BYTES: Final = 1_500_000_000
OPEN_FILES: Final = 64
# Kinder to whoever waits for a page than to a check.
NICENESS: Final = 5


def give_up_rights(seconds: int) -> None:
    """Lower the limits of this process: memory, time of the processor in seconds, files, children.

    Nothing can raise them again. It may write to pipes that are open, and to no file.
    """
    for what, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        # The system holds nobody to this who runs a service as root, which no unit of ours does.
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
    ):
        _lower(what, most, most)
    # The first sends the signal by which the parent knows; the second ends what ignores it.
    _lower(resource.RLIMIT_CPU, seconds, seconds + 1)
    os.nice(NICENESS)


def _lower(what: int, soft: int, hard: int) -> None:
    """Set a limit, or leave the one that the machine has set where that is lower."""
    _, highest = resource.getrlimit(what)
    if highest != resource.RLIM_INFINITY:
        soft, hard = min(soft, highest), min(hard, highest)
    resource.setrlimit(what, (soft, hard))
