"""The kill harness: deeds in a process that is killed, and what a fresh one finds of them.

The parent is told of each deed once it is done, as a user is told by a page. It kills the process
with SIGKILL at a random moment, or lets it die at a named crash point, and starts another on the
same data. Whatever was acknowledged must stand, whole; of what was not, only the one deed under
way may stand, and whole as well.
"""

import os
import pkgutil
import random
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Literal, Protocol

from harness.database import OwnDatabase
from harness.processes import Failure, ProcessFailed, heard, start, telling
from harness.zero import zero_in

# Goal of the issue: serving again within so many seconds of a kill.
SECONDS_TO_RETURN = 5.0
SECONDS_OF_PATIENCE = 120.0


@dataclass(frozen=True)
class Found:
    """What stands: deeds whole and half by their numbers, and faults as sentences."""

    whole: frozenset[int]
    half: frozenset[int] = frozenset()
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class Looked:
    """What a fresh process found, and how long it looked."""

    found: Found
    seconds: float


class Deeds(Protocol):
    """One kind of action, numbered 1, 2, 3, that can be looked for afterwards. Can be pickled."""

    name: str

    def prepare(self, place: OwnDatabase) -> None:
        """Make what every deed needs, once, in a process that is not killed."""

    def do(self, number: int, place: OwnDatabase) -> None:
        """Do it; when this returns, the deed is acknowledged."""

    def find(self, first: int, place: OwnDatabase) -> Found:
        """What stands of the deeds from this number on; from 1 also whatever binds them all."""


@dataclass(frozen=True)
class CrashPoint:
    """A named place at which a process dies by its own SIGKILL.

    `target` is the function as its caller finds it, `package.module:name`; the process dies just
    before it is called or just after it returned.
    """

    name: str
    target: str
    when: Literal["before", "after"]

    def arm(self, calls: int) -> None:
        """Die at so manyth call from now on."""
        module, _, path = self.target.partition(":")
        owner_path, _, name = path.rpartition(".")
        owner = pkgutil.resolve_name(f"{module}:{owner_path}")
        real = getattr(owner, name)
        left = count(calls - 1, -1)

        def dying(*given: object, **named: object) -> object:
            last = next(left) == 0
            if last and self.when == "before":
                os.kill(os.getpid(), signal.SIGKILL)
            answer = real(*given, **named)
            if last:
                os.kill(os.getpid(), signal.SIGKILL)
            return answer

        setattr(owner, name, dying)


# A deed that is done, and of which nobody was told.
BEFORE_REPLY = CrashPoint("before-reply", "harness.kills:acknowledge", "before")


@dataclass(frozen=True)
class Tally:
    """What came of so many kills. The lists name deeds and should be empty."""

    kills: int
    acknowledged: int
    unannounced: int
    lost: tuple[int, ...]
    half: tuple[int, ...]
    uncalled_for: tuple[int, ...]
    faults: tuple[str, ...]
    slowest_return: float
    crowded: bool

    @property
    def wrong(self) -> list[str]:
        """Everything that is not as it must be, as sentences; empty when all is well."""
        said = [
            f"{what}: {', '.join(map(str, numbers))}"
            for what, numbers in (
                ("acknowledged and lost", self.lost),
                ("half done", self.half),
                ("standing though not under way", self.uncalled_for),
            )
            if numbers
        ]
        if self.slowest_return >= SECONDS_TO_RETURN and not self.crowded:
            said.append(f"back only after {self.slowest_return:.1f} s")
        return said + list(self.faults)

    def __str__(self) -> str:
        if self.wrong:
            return f"{self.kills:,} kills: {'; '.join(self.wrong)}"
        return (
            f"{zero_in(self.kills, 'kills')}; {self.acknowledged:,} deeds acknowledged, "
            f"{self.unannounced:,} more done when their process died; "
            f"slowest return {self.slowest_return:.2f} s"
            f"{' on a crowded machine' if self.crowded else ''}"
        )


def crowded() -> bool:
    """Whether so much else runs here that the clock says little of us."""
    return os.getloadavg()[0] > 2 * (os.cpu_count() or 1)


def acknowledge(pipe: Connection, number: int) -> None:
    """Tell the parent that a deed is done."""
    pipe.send(number)


def kill_often(
    deeds: Deeds,
    place: OwnDatabase,
    *,
    kills: int,
    seed: int,
    longest: float = 0.1,
    points: Sequence[CrashPoint] = (),
) -> Tally:
    """Kill the doer so often: in turn at each crash point and at a random moment.

    A random moment lies within `longest` seconds of its being ready; a crash point is met at one
    of its first three calls. Raises `ProcessFailed` if a deed fails by itself.
    """
    dice = random.Random(seed)
    record = _Record()
    _alone(_prepare, deeds, place)
    for life in range(kills):
        point = (*points, None)[life % (len(points) + 1)]
        begun = time.monotonic()
        process, pipe = start(_live, deeds, place, record.first, point, dice.randint(1, 3))
        looked = heard(process, pipe, within=SECONDS_OF_PATIENCE)
        assert isinstance(looked, Looked)
        begun += looked.seconds  # ours: nobody who comes back looks through everything first
        record.returned(looked.found, time.monotonic() - begun)
        if point is None:
            _listen(process, pipe, record, begun, until=dice.uniform(0, longest))
            process.kill()
        elif not _listen(process, pipe, record, begun, until=SECONDS_OF_PATIENCE):
            process.kill()
            raise ProcessFailed(f"The crash point {point.name} was never reached.")
        _listen(process, pipe, record, begun, until=SECONDS_OF_PATIENCE)
        process.join()
        pipe.close()
    record.returned(_alone(_look, deeds, place, record.first), 0)
    return record.tally(kills, _alone(_look, deeds, place, 1))


class _Record:
    """What the parent was told, over all lives."""

    def __init__(self) -> None:
        self.first = 1  # of the life at hand; what comes before has been looked at
        self.told: set[int] = set()
        self.unannounced: set[int] = set()
        self.lost: set[int] = set()
        self.half: set[int] = set()
        self.uncalled_for: set[int] = set()
        self.faults: dict[str, None] = {}
        self.slowest = 0.0

    def returned(self, found: Found, seconds: float) -> None:
        """Compare what a fresh process finds of the life before with what was acknowledged."""
        acknowledged = {number for number in self.told if number >= self.first}
        under_way = max(acknowledged, default=self.first - 1) + 1
        silent = found.whole - acknowledged
        self.lost |= acknowledged - found.whole
        self.half |= found.half
        self.unannounced |= silent & {under_way}
        self.uncalled_for |= silent - {under_way}
        self.faults |= dict.fromkeys(found.faults)
        self.slowest = max(self.slowest, seconds)
        self.first = max({self.first - 1} | acknowledged | found.whole | found.half) + 1

    def tally(self, kills: int, all_found: Found) -> Tally:
        """The sum of it, with a last look at everything."""
        return Tally(
            kills=kills,
            acknowledged=len(self.told),
            unannounced=len(self.unannounced),
            lost=tuple(sorted(self.lost | (self.told - all_found.whole))),
            half=tuple(sorted(self.half | all_found.half)),
            uncalled_for=tuple(sorted(self.uncalled_for)),
            faults=(*(self.faults | dict.fromkeys(all_found.faults)),),
            slowest_return=self.slowest,
            crowded=crowded(),
        )


def _listen(
    process: BaseProcess, pipe: Connection, record: _Record, begun: float, *, until: float
) -> bool:
    """Note acknowledgements for so many seconds, or until the process is gone (True)."""
    ends = time.monotonic() + until
    while (left := ends - time.monotonic()) > 0 and pipe.poll(left):
        try:
            message = pipe.recv()
        except (EOFError, OSError):  # OSError: it died while it spoke
            return True
        if isinstance(message, Failure):
            process.join()
            raise ProcessFailed(message.said)
        if message == record.first:  # the first new deed: it serves again
            record.slowest = max(record.slowest, time.monotonic() - begun)
        record.told.add(message)
    return False


def _live(
    deeds: Deeds,
    place: OwnDatabase,
    first: int,
    point: CrashPoint | None,
    calls: int,
    pipe: Connection,
) -> None:
    """A life: look at what the one before left, then do deed after deed."""
    with telling(pipe):
        place.enter()
        begun = time.monotonic()
        found = deeds.find(first, place)
        pipe.send(Looked(found, time.monotonic() - begun))
        if point is not None:
            point.arm(calls)
        for number in count(max({first - 1} | found.whole | found.half) + 1):
            deeds.do(number, place)
            acknowledge(pipe, number)


def _prepare(deeds: Deeds, place: OwnDatabase, pipe: Connection) -> None:
    with telling(pipe):
        place.enter()
        deeds.prepare(place)
        pipe.send(Found(frozenset()))


def _look(deeds: Deeds, place: OwnDatabase, first: int, pipe: Connection) -> None:
    with telling(pipe):
        place.enter()
        pipe.send(deeds.find(first, place))


def _alone(act: Callable[..., None], *given: object) -> Found:
    """Run one of the above to its end and give what it found."""
    process, pipe = start(act, *given)
    found = heard(process, pipe, within=SECONDS_OF_PATIENCE)
    process.join()
    assert isinstance(found, Found)
    return found
