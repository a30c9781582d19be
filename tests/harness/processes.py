"""Processes of their own for those who act, are killed and look: forked, to start at once.

What the parent forks from has imported everything (`harness.warm`) and holds no connection.
"""

import multiprocessing
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from unittest.mock import patch

processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload(["harness.warm"])


class Failure:
    """What a process says when it fails: the traceback."""

    def __init__(self, said: str) -> None:
        self.said = said


class ProcessFailed(Exception):
    """A process of the harness ended by an error of its own; the message is what it said."""


def start(act: Callable[..., None], *given: object) -> tuple[BaseProcess, Connection]:
    """Start `act(*given, pipe)` in a process; gives it and this end of the two-way pipe."""
    here, there = processes.Pipe()
    # The process that forks looks for its modules here; Python 3.11 does not tell it where.
    with patch.dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path)):
        process = processes.Process(target=act, args=(*given, there), daemon=True)
        process.start()
    there.close()
    return process, here


def heard(process: BaseProcess, pipe: Connection, *, within: float) -> object:
    """The next message; raises `ProcessFailed` if none comes within so many seconds."""
    if not pipe.poll(within):
        process.kill()
        raise ProcessFailed(f"Nothing was heard for {within:g} seconds.")
    try:
        message = pipe.recv()
    except (EOFError, OSError) as error:
        process.join()
        raise ProcessFailed(f"It ended with {process.exitcode}, saying nothing.") from error
    if isinstance(message, Failure):
        process.join()
        raise ProcessFailed(message.said)
    return message


@contextmanager
def telling(pipe: Connection) -> Iterator[None]:
    """Inside a process: whatever goes wrong is told to the parent, and ends the process."""
    try:
        yield
    except Exception:
        pipe.send(Failure(traceback.format_exc()))
