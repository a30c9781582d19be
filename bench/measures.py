"""How long a measure takes beside the same question written by hand for DuckDB.

    python -m bench.measures                     5 million crimes
    python -m bench.measures --rows 1 5 30       and other sizes, in millions

Both read the same Parquet files, in turns, in this process. By hand means: run the query, fetch
the rows. The measure's own query is timed first, then the whole answer with its intervals, empty
groups and verdicts. Medians of several runs, wall time over wall time and processor time over
processor time; the second is the steadier one where other work shares the machine. Before any
timing the two are held to the same numerators.
"""

import argparse
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import django
import duckdb

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peelian.config.settings")
django.setup()

# Models can be imported only now.
from bench.questions import QUESTIONS, Question  # noqa: E402
from bench.synthetic import MONTHS, store  # noqa: E402
from peelian.areas.crime.measures import MEASURES  # noqa: E402
from peelian.engines.measures.calculate import calculate  # noqa: E402
from peelian.engines.measures.cells import Answer  # noqa: E402
from peelian.engines.measures.periods import periods  # noqa: E402
from peelian.engines.measures.query import pruned, query  # noqa: E402
from peelian.engines.measures.request import Request, request  # noqa: E402
from peelian.records.store.reader import Reader  # noqa: E402
from peelian.spine.residents import resident_areas  # noqa: E402

MILLION = 1_000_000
GOAL = 1.1
RUNS = 5
FOLDER = Path(__file__).parents[1] / ".cache" / "bench"
BY_KEY = {measure.key: measure for measure in MEASURES}


@dataclass(frozen=True)
class Cost:
    """Median wall and processor time of several runs, in seconds."""

    wall: float
    processor: float

    def over(self, other: "Cost") -> str:
        """How many times the other, in both."""
        return f"{self.wall / other.wall:5.2f} {self.processor / other.processor:5.2f}"


class Disagreement(Exception):
    """The query by hand and the measure do not give the same numerators."""


def by_hand(reader: Reader) -> duckdb.DuckDBPyConnection:
    """An engine of its own with the settings of the store, over the same files."""
    engine = duckdb.connect()
    engine.execute("SET TimeZone='Europe/London'")
    engine.execute("SET parquet_metadata_cache=true")
    engine.execute("SET enable_progress_bar=false")
    for key in ("crime", "outcome"):
        paths = [str(reader.root / part.path) for part in reader.snapshot.parts_of(key)]
        engine.read_parquet(paths).create_view(key)
    areas = reader.to_arrow(resident_areas(reader.table))
    engine.from_arrow(areas).create("area")
    return engine


def in_turns(runs: int, work: Sequence[Callable[[], object]]) -> list[Cost]:
    """The cost of each piece of work, all run one after the other in every round."""
    times: list[list[tuple[float, float]]] = [[] for _ in work]
    for _round in range(runs):
        for spent, run in zip(times, work, strict=True):
            wall, processor = time.perf_counter(), time.process_time()
            run()
            spent.append((time.perf_counter() - wall, time.process_time() - processor))
    return [Cost(*(median(column) for column in zip(*spent, strict=True))) for spent in times]


def check(question: Question, answer: Answer, rows: Sequence[tuple[object, ...]]) -> None:
    """Raise `Disagreement` unless every cell has the numerator that the query by hand found."""
    width = len(question.by)
    found = {row[:width]: row[width] for row in rows}
    for cell in answer.cells:
        named = dict(cell.breakdown) | {"month": cell.period.label}
        group = tuple(named[name] for name in question.by)
        if cell.numerator is not None and cell.numerator != found.get(group, 0):
            raise Disagreement(
                f"{question.measure} for {group}: the measure counts {cell.numerator}, "
                f"the query by hand {found.get(group)}."
            )


def own_query(asked: Request, reader: Reader) -> Callable[[], object]:
    """The measure's query alone, put anew each time as a page would."""
    spans = periods(asked.grain, MONTHS[0], MONTHS[-1])

    def run() -> object:
        tables = pruned(asked.measure, reader, asked.forces, MONTHS)
        return reader.to_arrow(query(asked, tables, spans))

    return run


def compare(millions: int, runs: int) -> None:
    """Print one line for each question."""
    reader = store(FOLDER, millions * MILLION)
    engine = by_hand(reader)
    print(
        f"\n{millions} million crimes, load {os.getloadavg()[0]:.1f} of {os.cpu_count()} processors"
        f"\n{'':42} {'by hand':>9} {'query':>11} {'whole':>11}"
        f"\n{'':42} {'seconds':>9} {'wall  proc.':>11} {'wall  proc.':>11}"
    )
    for question in QUESTIONS:
        asked = request(BY_KEY[question.measure], by=question.by)
        check(question, calculate(asked, reader), engine.execute(question.sql).fetchall())
        hand, own, whole = in_turns(
            runs,
            [
                lambda sql=question.sql: engine.execute(sql).fetchall(),
                own_query(asked, reader),
                lambda asked=asked: calculate(asked, reader),
            ],
        )
        name = f"{question.measure} by {','.join(question.by)}"
        print(f"{name:42} {hand.wall:9.3f} {own.over(hand)} {whole.over(hand)}", flush=True)
    print(f"goal: {GOAL} times the query by hand; load now {os.getloadavg()[0]:.1f}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Compare at each size asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[5], help="millions of crimes")
    parser.add_argument("--runs", type=int, default=RUNS, help="rounds to take medians of")
    given = parser.parse_args(arguments)
    for millions in given.rows:
        compare(millions, given.runs)


if __name__ == "__main__":
    main()
