"""The real server, killed with all its processes while it answers, and started again."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from harness.database import OwnDatabase

# A first start makes an empty home ready, which takes longer than coming back.
SECONDS_TO_PREPARE = 180.0
SECONDS_OF_PATIENCE = 60.0


@dataclass(frozen=True)
class Returns:
    """How long each return took, in seconds from the start of the command to the first page.

    `undisturbed` is the same for a start after an orderly stop. `processor` is what each return
    took of a processor, which is the same on a busy machine.
    """

    undisturbed: float
    seconds: tuple[float, ...]
    processor: tuple[float, ...]
    pages: int

    def __str__(self) -> str:
        return (
            f"{len(self.seconds)} kills while {self.pages:,} pages were shown; "
            f"slowest return {max(self.seconds):.2f} s, "
            f"undisturbed start {self.undisturbed:.2f} s, "
            f"{max(self.processor):.2f} s of a processor; load {os.getloadavg()[0]:.1f}"
        )


def kill_server_often(
    place: OwnDatabase, *, kills: int, seed: int, page: str = "/", longest: float = 0.3
) -> Returns:
    """Kill the server so often while it answers, each at a random moment within `longest` seconds.

    Raises `AssertionError` if it ends by itself or never answers.
    """
    dice = random.Random(seed)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}{page}"
    with _served(place, port, end=signal.SIGTERM) as (_, log):
        _first_page(address, log, within=SECONDS_TO_PREPARE)
    seconds, processor, pages = [], [], 0
    for _ in range(kills + 1):
        begun = time.monotonic()
        with _served(place, port, end=signal.SIGKILL) as (session, log):
            _first_page(address, log, within=SECONDS_OF_PATIENCE)
            seconds.append(time.monotonic() - begun)
            processor.append(_processor_seconds(session))
            until = time.monotonic() + dice.uniform(0, longest)
            while time.monotonic() < until:
                _ask(address)
                pages += 1
    return Returns(seconds[0], tuple(seconds[1:]), tuple(processor[1:]), pages)


@contextmanager
def _served(place: OwnDatabase, port: int, *, end: signal.Signals) -> Iterator[tuple[int, Path]]:
    """A running server, ended with its workers by this signal: its session and what it says."""
    log = place.home / "server.log"
    words = ["serve", "--port", str(port), "--workers", "1"]
    with log.open("wb") as kept:
        process = subprocess.Popen(
            [sys.executable, "-c", "from peelian.jobs.cli import main; main()", *words],
            env=os.environ | place.environment,
            stdout=kept,
            stderr=kept,
            start_new_session=True,
        )
    try:
        yield process.pid, log
        assert process.poll() is None, f"The server ended by itself: {log.read_text()}"
    finally:
        os.killpg(process.pid, end)
        process.wait(SECONDS_OF_PATIENCE)


def _processor_seconds(session: int) -> float:
    """What the processes of a session have taken of a processor so far; see proc(5)."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            # The name of the program, in brackets, may hold anything.
            parts = stat.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(parts[3]) == session:
            ticks += sum(map(int, parts[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def _first_page(address: str, log: Path, *, within: float) -> None:
    until = time.monotonic() + within
    while True:
        try:
            _ask(address)
            return
        except (URLError, ConnectionError):
            said = log.read_text(errors="replace")
            assert time.monotonic() < until, f"No page within {within:g} s. The server said: {said}"
            time.sleep(0.02)


def _ask(address: str) -> None:
    with urlopen(address, timeout=SECONDS_OF_PATIENCE) as answer:
        assert answer.status == 200
        answer.read()
