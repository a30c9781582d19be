"""What something costs, beside a bare baseline of the same run."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


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


def told(what: str, number: int, bare: Cost, cost: Cost, *, of: int = 0) -> None:
    """One line; the bare cost is scaled where it was of another number."""
    beside = bare.processor * number / (of or number)
    print(
        f"{what:55} {cost.processor:7.2f} s, {1000 * cost.processor / max(1, number):6.2f} ms each "
        f"({cost.wall:.1f} s on the wall); {beside / cost.processor:5.2f} of the baseline; load "
        f"{os.getloadavg()[0]:.1f}",
        flush=True,
    )
