"""A worker as a child of the server, for demos and small installations."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

# Long enough for a task that is running to end.
SECONDS_TO_END = 15


@contextmanager
def worker_beside() -> Iterator[None]:
    """A worker that runs while the block does; it ends with this process, however that ends."""
    command = [sys.executable, "-m", "django", "work", "--with-parent", str(os.getpid())]
    worker = subprocess.Popen(command)  # noqa: S603  # ourselves, without a shell
    try:
        yield
    finally:
        worker.terminate()
        try:
            worker.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()
