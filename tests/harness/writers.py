"""Many writers at once, each taking random actions against one database."""

import random
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Protocol

from django.db import OperationalError

from harness.database import OwnDatabase
from harness.histories import Event, Step, Value, faults_of
from harness.processes import heard, start, telling
from harness.zero import zero_in

WRITERS = 16
SECONDS_OF_PATIENCE = 3600.0
LISTED = 5
# SQLite serves waiting writers in no order: one that never finds it free is turned away in the end
# with this sentence, having changed nothing.
LOCKED = "database is locked"
TURNED_AWAY = "turned away"


class Trial(Protocol):
    """Random actions, and what must be true whatever their order. Can be pickled."""

    name: str

    def prepare(self) -> dict[str, Value]:
        """Make what the actions need; the registers with their first values."""

    def act(self, dice: random.Random, name: str) -> Step:
        """Take one random action, known by this name and by no other; what it was told."""

    def registers(self) -> dict[str, Value]:
        """The registers with the values that stand, read afresh."""

    def broken(self, events: Sequence[Event]) -> list[str]:
        """Invariants that do not hold when all is done, as sentences, read afresh."""


@dataclass(frozen=True)
class Outcome:
    """What came of a trial."""

    events: tuple[Event, ...]
    faults: tuple[str, ...]
    seconds: float

    @property
    def turned_away(self) -> int:
        """How many actions the database had no time for."""
        return sum(event.step.name == TURNED_AWAY for event in self.events)

    def __str__(self) -> str:
        if self.faults:
            more = f" and {len(self.faults) - LISTED} more" if len(self.faults) > LISTED else ""
            return f"{len(self.faults)} faults: {'; '.join(self.faults[:LISTED])}{more}"
        taken = zero_in(len(self.events) - self.turned_away, "random actions")
        return f"{taken}; {self.turned_away} turned away; {self.seconds:.1f} s"


def run_trial(
    trial: Trial,
    place: OwnDatabase,
    *,
    actions: int,
    seed: int,
    writers: int = WRITERS,
) -> Outcome:
    """Let so many writers take so many actions between them, and check what they were told.

    Raises `ProcessFailed` if an action fails in a way that the trial does not foresee.
    """
    first = _alone(_prepare, trial, place)
    each = -(-actions // writers)
    busy = [start(_write, trial, place, seed, writer, each) for writer in range(writers)]
    for process, pipe in busy:
        assert heard(process, pipe, within=SECONDS_OF_PATIENCE) == "ready"
    begun = time.monotonic()
    for _, pipe in busy:
        pipe.send("go")
    events = []
    for process, pipe in busy:
        events += heard(process, pipe, within=SECONDS_OF_PATIENCE)
        process.join()
    seconds = time.monotonic() - begun
    last, broken = _alone(_look, trial, place, events)
    by_register = defaultdict(list)
    for event in events:
        by_register[event.step.register].append(event)
    faults = [
        f"{register}: {fault}"
        for register in first
        for fault in faults_of(
            by_register[register], first=first[register], last=last.get(register)
        )
    ]
    return Outcome(tuple(events), (*faults, *broken), seconds)


def _prepare(trial: Trial, place: OwnDatabase, pipe: Connection) -> None:
    with telling(pipe):
        place.enter()
        pipe.send(trial.prepare())


def _write(
    trial: Trial, place: OwnDatabase, seed: int, writer: int, actions: int, pipe: Connection
) -> None:
    with telling(pipe):
        place.enter()
        dice = random.Random(f"{seed}-{writer}")
        pipe.send("ready")
        pipe.recv()
        events = []
        for number in range(actions):
            begun = time.monotonic_ns()
            try:
                step = trial.act(dice, f"{writer}-{number}")
            except OperationalError as error:
                if LOCKED not in str(error):
                    raise
                step = Step(TURNED_AWAY)
            events.append(Event(writer, begun, time.monotonic_ns(), step))
        pipe.send(events)


def _look(trial: Trial, place: OwnDatabase, events: Sequence[Event], pipe: Connection) -> None:
    with telling(pipe):
        place.enter()
        pipe.send((trial.registers(), trial.broken(events)))


def _alone(act, *given):
    process, pipe = start(act, *given)
    found = heard(process, pipe, within=SECONDS_OF_PATIENCE)
    process.join()
    return found
