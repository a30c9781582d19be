"""A bar for long work, on a terminal only: files and pipes get the results and nothing else."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from peelian.records.load.report import FileReport
from peelian.records.load.run import Progress as Report


@contextmanager
def progress_bar(title: str) -> Iterator[Report]:
    """A function to call after each file; it draws on the terminal while the block runs."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    console = Console(file=sys.stderr)
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task(title, total=None)

        def report(_file: FileReport, done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield report
