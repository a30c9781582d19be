"""The measurements of `bench.duties`, on the installation that PEELIAN_HOME names."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peelian.config.settings")
django.setup()

# Models can be imported only now.
from bench.duties_force import Bench  # noqa: E402


@dataclass
class Cost:
    """Seconds of the processor, of this process alone, and on the wall."""

    processor: float = 0.0
    wall: float = 0.0


@contextmanager
def timed() -> Iterator[Cost]:
    cost = Cost()
    processor, wall = time.process_time(), time.perf_counter()
    yield cost
    cost.processor = time.process_time() - processor
    cost.wall = time.perf_counter() - wall


def run(number: int) -> None:
    """Prepare a force, then measure."""
    bench = Bench(number)
    bench.prepare()
    print(
        f"{bench.engine}, {number:,} happenings; load {os.getloadavg()[0]:.1f} on {os.cpu_count()}"
    )
    with timed() as bare:
        bench.write_bare()
    with timed() as settled:
        bench.settle()
    told("settled, against rows written bare", number, bare, settled)
    again = bench.tell_again()
    with timed() as anew:
        bench.settle()
    told("settled again with news, against the first", again, settled, anew, of=number)
    with timed() as ticked:
        looked = bench.tick()
    told("time is over, against settling", looked, settled, ticked, of=number)
    bench.list_duties()
    with timed() as read:
        rows = bench.read_bare()
    with timed() as listed:
        shown = bench.list_duties()
    told(f"my {shown} most urgent of {rows}, against rows read bare", shown, read, listed)


def told(what: str, number: int, bare: Cost, cost: Cost, *, of: int = 0) -> None:
    """One line; the bare cost is scaled where it was of another number."""
    beside = bare.processor * number / (of or number)
    print(
        f"{what:55} {cost.processor:7.2f} s, {1000 * cost.processor / max(1, number):6.2f} ms each "
        f"({cost.wall:.1f} s on the wall); {beside / cost.processor:5.2f} of the baseline; load "
        f"{os.getloadavg()[0]:.1f}",
        flush=True,
    )


if __name__ == "__main__":
    run(int(sys.argv[1]))
