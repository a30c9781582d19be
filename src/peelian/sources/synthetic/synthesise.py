"""The verb: invent forces and publish their rows as one new snapshot."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from pathlib import Path
from queue import SimpleQueue
from threading import Event

from peelian.records import months
from peelian.records.load import ledger
from peelian.records.load.report import FileReport
from peelian.records.load.run import Progress
from peelian.records.store import catalogue
from peelian.records.store.invented import SYNTHETIC as KEY
from peelian.records.store.lock import writing
from peelian.records.store.publish import OnPublish, publish
from peelian.records.store.reader import open_reader
from peelian.records.store.snapshot import Part, Snapshot
from peelian.records.store.sweep import retire, sweep
from peelian.sources.synthetic.character import character
from peelian.sources.synthetic.fingerprint import fingerprint
from peelian.sources.synthetic.ground import grounds
from peelian.sources.synthetic.kinds import KINDS, Kind
from peelian.sources.synthetic.lot import Lot
from peelian.sources.synthetic.making import Order, make
from peelian.sources.synthetic.order import in_order

# The year that the figures are of. A clock would make other rows tomorrow.
LAST_MONTH = "2024-03"
MOST_YEARS = 20
LEAST_SCALE, MOST_SCALE = 0.001, 100.0


class CannotSynthesise(ValueError):
    """What was asked for cannot be invented; the message says what would be right."""


@dataclass(frozen=True)
class Wanted:
    """What to invent: the first forces of the fixed order, in these months, under one seed."""

    forces: int
    months: tuple[str, ...]
    seed: int
    scale: float = 1.0
    kinds: Sequence[Kind] = KINDS

    @property
    def slugs(self) -> tuple[str, ...]:
        """The forces, in their order."""
        return in_order()[: self.forces]


def whole_years(years: int, first: str | None = None) -> tuple[str, ...]:
    """So many years of months; they end with the year of the figures unless a first is given.

    Raises `CannotSynthesise`.
    """
    if not 1 <= years <= MOST_YEARS:
        raise CannotSynthesise(f"{years} years: choose from 1 to {MOST_YEARS}.")
    size = 12 * years
    start = first or months.shift(LAST_MONTH, 1 - size)
    return tuple(months.between(start, months.shift(start, size - 1)))


@dataclass(frozen=True)
class Synthesised:
    """What became of it: a report for each part, and one number over all rows asked for."""

    parts: tuple[FileReport, ...]
    snapshot_id: str
    fingerprint: str

    @property
    def made(self) -> int:
        return sum(part.loaded for part in self.parts)

    @property
    def already_held(self) -> int:
        return sum(part.already_held for part in self.parts)

    @property
    def refused(self) -> tuple[FileReport, ...]:
        """Parts in the place of which something else is held."""
        return tuple(part for part in self.parts if part.status == "refused")

    def in_one_line(self) -> str:
        """The last line that is printed."""
        return (
            f"rows made {self.made}, already held {self.already_held}, "
            f"parts refused {len(self.refused)}"
        )


def check(wanted: Wanted) -> None:
    """Raise `CannotSynthesise` with a sentence where too little or too much is asked for."""
    most = len(in_order())
    if not 1 <= wanted.forces <= most:
        raise CannotSynthesise(f"{wanted.forces} forces: choose from 1 to {most}.")
    if wanted.seed < 0:
        raise CannotSynthesise(f"Seed {wanted.seed}: choose a whole number from 0 up.")
    if not LEAST_SCALE <= wanted.scale <= MOST_SCALE:
        raise CannotSynthesise(
            f"Scale {wanted.scale:g}: choose from {LEAST_SCALE:g} to {MOST_SCALE:g}."
        )


def synthesise(
    *,
    root: Path,
    wanted: Wanted,
    by: str,
    at: datetime,
    on_publish: OnPublish | None = None,
    progress: Progress | None = None,
    say: Callable[[str], None] | None = None,
    wait_seconds: float = 0.0,
) -> Synthesised:
    """Invent what is wanted and publish it at once. The same seed gives the same rows for ever.

    A part that is held already, from the same seed, is left as it is; one that another source or
    another seed holds is refused and nothing of it is touched. A run that is killed publishes
    nothing. Residents must be in the store. Raises `CannotSynthesise`, or `StoreBusy` if another
    load is still writing after `wait_seconds`.
    """
    check(wanted)
    with writing(root, wait_seconds=wait_seconds, say=say):
        sweep(root, also_kept=ledger.named(root))
        standing = catalogue.current(root)
        orders = _orders(root, wanted)
        total = sum(map(len, orders))
        reports: list[FileReport] = []
        parts: list[Part] = []
        made: list[Part] = []
        for order, found in _made(root, orders, standing, at):
            report = _told(order, found, new=order.key not in standing.by_key)
            reports.append(report)
            if report.status != "refused":
                parts.append(found)
            if report.status == "loaded":
                made.append(found)
            if progress is not None:
                progress(report, len(reports), total)
        standing = publish(root, parts=made, by=by, at=at, on_publish=on_publish)
        retire(root, now=at)
        sweep(root, also_kept=ledger.named(root))
    return Synthesised(
        tuple(sorted(reports, key=attrgetter("origin"))), standing.id, fingerprint(parts)
    )


def _orders(root: Path, wanted: Wanted) -> list[list[Order]]:
    """What is to be made, force by force, since the months of a force share their crimes."""
    ground = grounds(open_reader(root), wanted.slugs, wanted.seed)
    found = []
    for slug in wanted.slugs:
        one = character(slug, wanted.seed)
        lots = [
            Lot(wanted.seed, wanted.scale, month, ground[slug], one)
            for month in wanted.months
            if one.hands_in(month)
        ]
        standing = Lot(wanted.seed, wanted.scale, "", ground[slug], one)
        found.append(
            [Order(kind, standing) for kind in wanted.kinds if kind.standing]
            + [Order(kind, lot) for lot in lots for kind in wanted.kinds if not kind.standing]
        )
    return found


def _made(
    root: Path, orders: list[list[Order]], standing: Snapshot, at: datetime
) -> Iterator[tuple[Order, Part]]:
    """Each order with the part that is held in its place, or else the one made now.

    They come as they are ready; forces are worked on side by side.
    """
    ready: SimpleQueue[tuple[Order, Part] | Exception] = SimpleQueue()
    stopped = Event()

    def of_force(ordered: list[Order]) -> None:
        try:
            for order in ordered:
                if stopped.is_set():
                    return
                ready.put((order, standing.by_key.get(order.key) or make(root, order, at=at)))
        except Exception as error:  # handed to the thread that waits, which raises it
            ready.put(error)

    with ThreadPoolExecutor(max_workers=os.cpu_count()) as workers:
        try:
            for ordered in orders:
                workers.submit(of_force, ordered)
            for _each in range(sum(map(len, orders))):
                found = ready.get()
                if isinstance(found, Exception):
                    raise found
                yield found
        finally:
            stopped.set()


def _told(order: Order, part: Part, *, new: bool) -> FileReport:
    if new:
        return FileReport(
            order.origin, "loaded", f"{part.rows:,} rows made.", read=part.rows, loaded=part.rows
        )
    if part.source == KEY and part.recipe == order.recipe:
        return FileReport(
            order.origin,
            "already held",
            f"is already held ({part.rows:,} rows).",
            read=part.rows,
            already_held=part.rows,
        )
    place = " ".join(word for word in order.key if word)
    return FileReport(
        order.origin,
        "refused",
        f"not made: {place} is held already from {part.source} ({part.origin}), and nothing "
        "invented takes its place. Choose other months, or an empty PEELIAN_HOME.",
    )
