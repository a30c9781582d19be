"""How long it takes to invent forty-three forces, and to compare them over so many calls.

    python -m bench.national                 30 million calls
    python -m bench.national --rows 1 30     and other sizes, in millions

A store of calls alone is made once for each size and kept, with residents and a year of months.
What is timed is the verb that `peelian synthesise` runs, then a comparison of all forces, as a page
would ask for it: on an engine that has just been opened, and again when its files are known to it.
"""

import argparse
import os
import resource
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peelian.config.settings")
django.setup()

# Models can be imported only now.
from peelian import catalogue  # noqa: E402
from peelian.areas.contact.models import Call  # noqa: E402
from peelian.engines.comparisons.compare import compare  # noqa: E402
from peelian.records.load.run import load  # noqa: E402
from peelian.records.store.reader import Reader, open_reader  # noqa: E402
from peelian.sources.ons.source import ONS  # noqa: E402
from peelian.sources.synthetic.kinds import KINDS  # noqa: E402
from peelian.sources.synthetic.synthesise import (  # noqa: E402
    Wanted,
    synthesise,
    whole_years,
)

MILLION = 1_000_000
FOLDER = Path(__file__).parents[1] / ".cache" / "bench"
AT = datetime(2026, 1, 1, tzinfo=UTC)
FORCES, YEARS, SEED = 43, 1, 1829
# Calls of all forces in one year at a scale of 1.
CALLS_A_YEAR = 37.1
MEASURES = ("contact.answered_999_in_10s", "contact.calls_rate")
RUNS = 5
GOAL = 1.0  # second, for a comparison over 30 million rows that nobody has asked for before


def national(folder: Path, millions: float) -> Reader:
    """A store with about so many million calls of all forces; made once and then kept."""
    root = folder / f"national-{millions:g}"
    held = open_reader(root)
    if not held.snapshot.covered("call"):
        load(root=root, files=ONS.find(ONS.reference(), force=None), by="bench", at=AT)
        wanted = Wanted(
            forces=FORCES,
            months=whole_years(YEARS),
            seed=SEED,
            scale=millions / CALLS_A_YEAR,
            kinds=tuple(kind for kind in KINDS if kind.model is Call),
        )
        wall, processor = time.perf_counter(), time.process_time()
        done = synthesise(root=root, wanted=wanted, by="bench", at=AT)
        wall, processor = time.perf_counter() - wall, time.process_time() - processor
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"made {done.made:,} rows in {wall:.1f} s wall, {processor:.1f} s processor: "
            f"{done.made / wall / MILLION:.2f} million rows a second, most memory {memory:.0f} MB, "
            f"fingerprint {done.fingerprint}"
        )
        held = open_reader(root)
    return held


def seconds(key: str, tables: Reader) -> float:
    """The wall time of one comparison of every force."""
    began = time.perf_counter()
    found = compare(catalogue.measure(key), tables)
    took = time.perf_counter() - began
    if len(found.forces) < FORCES // 2:
        raise RuntimeError(f"{key} compares {len(found.forces)} forces only: see why first.")
    return took


def main(arguments: Sequence[str] | None = None) -> None:
    """Make and compare at each size asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--rows", type=float, nargs="+", default=[30.0], help="millions of calls")
    given = parser.parse_args(arguments)
    for millions in given.rows:
        tables = national(FOLDER, millions)
        rows = sum(part.rows for part in tables.snapshot.parts_of("call"))
        print(f"\n{rows:,} calls, load {os.getloadavg()[0]:.1f} of {os.cpu_count()} processors")
        for key in MEASURES:
            first, *others = (seconds(key, tables) for _run in range(RUNS))
            print(f"{key:32} first {first:6.2f} s, then {median(others):6.2f} s", flush=True)
    print(f"goal: {GOAL} s over 30 million rows")


if __name__ == "__main__":
    main()
