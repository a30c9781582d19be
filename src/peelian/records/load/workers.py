"""Two ways to use the processor: several small files at once, or several blocks of one big file."""

import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

import duckdb

Given = TypeVar("Given")
Made = TypeVar("Made")

# From this size on a file has blocks enough to keep every processor busy by itself.
BIG_FILE = 64 * 1024 * 1024
# Seconds. A thread comes back from many short calls outside Python and would wait ten times as
# long, by default, for another that computes inside: measured, a third of the time of a load.
SWITCH = 0.0005


class Workers:
    """Threads with a private single-threaded engine each. They end with the `with` block."""

    def __init__(self, *, count: int | None = None) -> None:
        # One more than there are processors, to work while another waits for the disk.
        self.count = count or (os.cpu_count() or 1) + 1
        self._own = threading.local()
        self._pool = ThreadPoolExecutor(self.count, thread_name_prefix="load")

    def __enter__(self) -> "Workers":
        self._usual = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH)
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
        sys.setswitchinterval(self._usual)

    def engine(self) -> duckdb.DuckDBPyConnection:
        """The engine of the thread that asks."""
        engine: duckdb.DuckDBPyConnection | None = getattr(self._own, "engine", None)
        if engine is None:
            engine = self._own.engine = duckdb.connect(config={"threads": 1})
            engine.execute("SET enable_progress_bar=false")
            # Text is read, and moments are handed on, in the same zone on every machine.
            engine.execute("SET TimeZone='UTC'")
        return engine

    def in_order(
        self, work: Callable[[Given], Made], items: Iterable[Given], *, ahead: int = 1
    ) -> Iterator[Made]:
        """Do work on the threads and give the results back in the order of the items.

        At most `ahead` items more than there are threads wait, so that memory stays bounded.
        """
        waiting: deque[Future[Made]] = deque()
        try:
            for item in items:
                waiting.append(self._pool.submit(work, item))
                if len(waiting) >= self.count + ahead:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def one_by_one(work: Callable[[Given], Made], items: Iterable[Given]) -> Iterator[Made]:
    """Do work on the thread that asks."""
    return map(work, items)
