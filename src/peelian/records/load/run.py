"""The verb: load files into the store and publish them as one new snapshot."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from peelian.records.load import ledger
from peelian.records.load.file import FileLoader, Outcome
from peelian.records.load.rejects_file import RejectsFile
from peelian.records.load.report import FileReport, LoadReport, Status
from peelian.records.load.source import Found, Problem
from peelian.records.load.streams import OPERATOR_CAPS, Caps, size_of
from peelian.records.load.workers import BIG_FILE, Workers, one_by_one
from peelian.records.store import catalogue
from peelian.records.store.lock import writing
from peelian.records.store.publish import OnPublish, publish
from peelian.records.store.sweep import retire, sweep

# Reports are small, so many may wait for a slow file before them.
FILES_AHEAD = 32

# Called after each file with its report, how many are done, and how many there are.
Progress = Callable[[FileReport, int, int], None]


def load(
    *,
    root: Path,
    files: Sequence[Found | Problem],
    by: str,
    at: datetime,
    on_publish: OnPublish | None = None,
    progress: Progress | None = None,
    say: Callable[[str], None] | None = None,
    dry_run: bool = False,
    rejects_file: Path | None = None,
    caps: Caps = OPERATOR_CAPS,
    wait_seconds: float = 0.0,
    sample: int = 0,
) -> LoadReport:
    """Read files, check every row, and publish what is good as one new snapshot.

    A file that cannot be read is reported and leaves the others alone. A run that is killed
    leaves the previous snapshot; the same run started again ends in the same fingerprint as if it
    had never been killed, and does not repeat the files that were ready. `dry_run` checks and
    reports but publishes nothing and leaves nothing. `rejects_file` receives every refused cell
    as CSV. `sample` asks the report of each file for so many good rows and for the words that no
    code list knows. Raises `StoreBusy` if another load is still writing after `wait_seconds`.
    """
    with writing(root, wait_seconds=wait_seconds, say=say), ExitStack() as stack:
        sweep(root, also_kept=ledger.named(root))
        standing = catalogue.current(root)
        workers = stack.enter_context(Workers())
        rejects = stack.enter_context(RejectsFile(rejects_file))
        loader = FileLoader(
            root=root,
            standing=standing,
            at=at,
            caps=caps,
            dry_run=dry_run,
            engine_of=workers.engine,
            begun_before=ledger.begun(root),
            sample=sample,
        )
        outcomes: dict[int, Outcome] = {}
        for place, outcome in _outcomes(loader, workers, files):
            outcomes[place] = outcome
            if outcome.rejects is not None:
                rejects.add(outcome.rejects)
            if progress is not None:
                progress(outcome.report, len(outcomes), len(files))
        ordered = [outcomes[place] for place in range(len(files))]
        if not dry_run:
            parts = [outcome.part for outcome in ordered if outcome.part is not None]
            standing = publish(root, parts=parts, by=by, at=at, on_publish=on_publish)
            ledger.clear(root)
            retire(root, now=at)
        sweep(root, also_kept=ledger.named(root))
    return LoadReport(files=tuple(outcome.report for outcome in ordered), snapshot_id=standing.id)


def _outcomes(
    loader: FileLoader, workers: Workers, files: Sequence[Found | Problem]
) -> Iterator[tuple[int, Outcome]]:
    """Every outcome with the place of its file: small files side by side, big ones alone."""
    last_of_key = {file.key: place for place, file in enumerate(files) if isinstance(file, Found)}
    small: list[tuple[int, Found]] = []
    big: list[tuple[int, Found]] = []
    for place, file in enumerate(files):
        if isinstance(file, Problem):
            yield place, Outcome(_told(file), rejects=file.rejects)
        elif last_of_key[file.key] != place:
            winner = files[last_of_key[file.key]]
            sentence = (
                f"not loaded: {winner.origin} is for the same force and month and came later."
            )
            yield place, Outcome(FileReport(file.origin, "overtaken", sentence))
        else:
            (big if size_of(file.path, file.member) > BIG_FILE else small).append((place, file))

    def load_small(item: tuple[int, Found]) -> tuple[int, Outcome]:
        return item[0], loader.load(item[1], one_by_one)

    yield from workers.in_order(load_small, small, ahead=FILES_AHEAD)
    for place, file in big:
        yield place, loader.load(file, workers.in_order)


def _told(problem: Problem) -> FileReport:
    status: Status = "skipped" if problem.skipped else "refused"
    return FileReport(
        problem.origin,
        status,
        problem.sentence,
        read=problem.rejected,
        rejected=problem.rejected,
    )
