"""A crowd of workers at one heap of work, some of whom are killed all the time and come again."""

import random
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Protocol

from django.db import OperationalError

from harness.database import OwnDatabase
from harness.processes import Failure, ProcessFailed, heard, start, telling
from harness.writers import LOCKED
from harness.zero import zero_in

SECONDS_OF_PATIENCE = 3600.0


class Heap(Protocol):
    """Work that anybody may take on, and what must be true when none is left. Can be pickled."""

    name: str

    def prepare(self) -> None:
        """Lay out the heap."""

    def work(self, dice: random.Random) -> None:
        """Take on a little of it."""

    def left(self) -> int:
        """How much is still to do."""

    def broken(self) -> list[str]:
        """What is not as it must be, as sentences, when nothing is left."""


@dataclass(frozen=True)
class Crowded:
    """What came of a heap."""

    kills: int
    faults: tuple[str, ...]
    seconds: float

    def __str__(self) -> str:
        if self.faults:
            return f"{len(self.faults)} faults: {'; '.join(self.faults[:5])}"
        return f"{zero_in(self.kills, 'kills')}; {self.seconds:.1f} s"


def work_off(
    heap: Heap, place: OwnDatabase, *, workers: int, kills: int, seed: int, longest: float = 0.5
) -> Crowded:
    """Let so many workers work until nothing is left, killing one of them every now and then.

    No more than `kills` die; each is replaced at once. Raises `ProcessFailed` where one fails by
    itself.
    """
    dice = random.Random(seed)
    _alone(_prepare, heap, place)
    begun = time.monotonic()
    busy = [_worker(heap, place, dice) for _ in range(workers)]
    killed = 0
    while killed < kills or _alone(_left, heap, place):
        time.sleep(dice.uniform(0, longest))
        for process, pipe in busy:
            _listen(process, pipe)
        if killed < kills:
            chosen = dice.randrange(len(busy))
            process, pipe = busy[chosen]
            process.kill()
            process.join()
            pipe.close()
            killed += 1
            busy[chosen] = _worker(heap, place, dice)
        if time.monotonic() - begun > SECONDS_OF_PATIENCE:
            raise ProcessFailed("The heap is not worked off within an hour.")
    for process, pipe in busy:
        pipe.send("enough")
        process.join()
        _listen(process, pipe)
    seconds = time.monotonic() - begun
    faults = _alone(_broken, heap, place)
    return Crowded(killed, tuple(faults), seconds)


def _worker(heap: Heap, place: OwnDatabase, dice: random.Random) -> tuple[BaseProcess, Connection]:
    return start(_work, heap, place, dice.randrange(2**32))


def _work(heap: Heap, place: OwnDatabase, seed: int, pipe: Connection) -> None:
    with telling(pipe):
        place.enter()
        dice = random.Random(seed)
        while not pipe.poll():
            try:
                heap.work(dice)
            except OperationalError as error:
                if LOCKED not in str(error):
                    raise


def _listen(process: BaseProcess, pipe: Connection) -> None:
    """Workers say nothing unless they fail."""
    while pipe.poll():
        try:
            message = pipe.recv()
        except (EOFError, OSError):
            return
        if isinstance(message, Failure):
            raise ProcessFailed(message.said)


def _prepare(heap: Heap, place: OwnDatabase, pipe: Connection) -> None:
    with telling(pipe):
        place.enter()
        heap.prepare()
        pipe.send("ready")


def _left(heap: Heap, place: OwnDatabase, pipe: Connection) -> None:
    with telling(pipe):
        place.enter()
        pipe.send(heap.left())


def _broken(heap: Heap, place: OwnDatabase, pipe: Connection) -> None:
    with telling(pipe):
        place.enter()
        pipe.send(heap.broken())


def _alone(act, *given):
    process, pipe = start(act, *given)
    found = heard(process, pipe, within=SECONDS_OF_PATIENCE)
    process.join()
    return found
