"""A load as a process of its own, to be measured or killed.

Processes are forked from one that has imported everything (`harness.warm`), so that starting one
takes no time.
"""

import os
import random
import resource
import signal
import sys
import time
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from unittest.mock import patch

import django
import pyarrow as pa

django.setup()
pa.array([0])  # Its first array makes pyarrow import pandas, which takes longer than a load here.

# Models can be imported only now.
from harness.processes import processes  # noqa: E402
from peelian.records.load.run import load  # noqa: E402
from peelian.sources.police_uk.source import POLICE_UK  # noqa: E402


def megabytes() -> int:
    """The most memory that this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def load_and_tell(root: Path, path: Path, told: Connection) -> None:
    """Load a path; tell that the work begins, then what was loaded and by what memory grew."""
    before = megabytes()
    files = POLICE_UK.find([path], force=None)
    told.send("begun")
    report = load(root=root, files=files, by="a process", at=datetime.now(UTC))
    told.send((report.in_one_line(), megabytes() - before))


def start(root: Path, path: Path) -> tuple[BaseProcess, Connection]:
    """Start a load; returns once it has begun to work."""
    # The process that forks looks for its modules here; Python 3.11 does not tell it where.
    with patch.dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path)):
        heard, told = processes.Pipe(duplex=False)
        process = processes.Process(target=load_and_tell, args=(root, path, told))
        process.start()
    told.close()
    assert heard.recv() == "begun"
    return process, heard


def kill_once(root: Path, path: Path, *, dice: random.Random, longest: float) -> bool:
    """Kill a load at a random moment after it has begun to work; False if it ended before."""
    process, _ = start(root, path)
    time.sleep(dice.uniform(0, longest))
    process.kill()
    process.join()
    return process.exitcode == -signal.SIGKILL
