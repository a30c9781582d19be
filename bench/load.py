"""How long loading takes beside a bare read of the same files into Parquet by DuckDB.

    python bench/load.py                 one file of 1 and of 5 million rows, then 1,035 small ones
    python bench/load.py --rows 30       one file of 30 million rows only
    python bench/load.py --files 1035    many small files only, like a national set

The files are invented, with quoted commas, copies and faults of every sort (1 row in 120).
Ratios are bare read over load, in wall time and in processor time; both ran one after the other
in this process. The bare read skips lines with too few columns and sees no other fault. There
are no stray quotes in the files, because the bare read loses most of its rows at the first one.
"""

import argparse
import os
import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import django
import duckdb

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peelian.config.settings")
django.setup()

# Models can be imported only now.
from peelian.records.load.run import load  # noqa: E402
from peelian.sources.police_uk.source import POLICE_UK  # noqa: E402
from peelian.sources.police_uk.street import STREET  # noqa: E402
from peelian.spine.force import forces  # noqa: E402

MILLION = 1_000_000
SMALL_FILE_ROWS = 8_000
GOAL = 0.4

# One line of a street file for each number; the fields are words of lists chosen by arithmetic.
LINES = """
SELECT CASE
    WHEN i % 1000 = 7 THEN 'cut,short'
    ELSE line END
FROM (
    SELECT i, concat_ws(',',
        CASE WHEN i % 4 = 0 THEN '' WHEN i % 500 = 1 THEN 'none'
            ELSE md5(i::VARCHAR) || md5('x' || i) END,
        CASE WHEN i % 500 = 2 THEN 'March' ELSE '{month}' END,
        'Kent Police', 'Kent Police',
        CASE WHEN i % 90 = 3 THEN '' WHEN i % 500 = 4 THEN '99'
            ELSE printf('%.6f', -1.8 + (i * 7919 % 100000) / 1e6) END,
        CASE WHEN i % 90 = 3 THEN '' ELSE printf('%.6f', 52.1 + (i * 7919 % 100000) / 1e6) END,
        CASE WHEN i % 700 = 0 THEN '"On or near ASDA, Thurmaston"'
            ELSE 'On or near Street ' || i * 7919 % 20000 END,
        'E0100' || lpad((i % 9999)::VARCHAR, 4, '0'), 'Maidstone ' || i % 300,
        CASE WHEN i % 4 = 0 THEN 'Anti-social behaviour' WHEN i % 500 = 5 THEN 'Burglery'
            WHEN i % 3 = 0 THEN 'Violence and sexual offences' ELSE 'Other theft' END,
        CASE WHEN i % 4 = 0 THEN '' WHEN i % 3 = 0 THEN 'Unable to prosecute suspect'
            ELSE 'Investigation complete; no suspect identified' END,
        '') AS line
    FROM (SELECT CASE WHEN range % 40 = 39 THEN range - 1 ELSE range END AS i FROM range({rows}))
)
"""


@dataclass
class Cost:
    """Wall and processor time in seconds."""

    wall: float = 0.0
    processor: float = 0.0


@contextmanager
def timed() -> Iterator[Cost]:
    cost = Cost()
    wall, processor = time.perf_counter(), time.process_time()
    yield cost
    cost.wall = time.perf_counter() - wall
    cost.processor = time.process_time() - processor


def write_file(path: Path, *, month: str, rows: int) -> None:
    """One invented street file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = path.with_suffix(".lines")
    query = LINES.format(month=month, rows=rows)
    duckdb.execute(
        f"COPY ({query}) TO '{lines}' (FORMAT csv, DELIMITER '\t', QUOTE '', HEADER false)"
    )
    with path.open("wb") as whole, lines.open("rb") as body:
        whole.write(",".join(STREET.header).encode() + b"\n")
        shutil.copyfileobj(body, whole)
    lines.unlink()


def one_file(folder: Path, millions: int) -> None:
    write_file(folder / "2021-03-kent-street.csv", month="2021-03", rows=millions * MILLION)


def many_files(folder: Path, files: int) -> None:
    slugs = sorted(forces())
    for number in range(files):
        year, month = divmod(number // len(slugs), 12)
        name = f"{2010 + year}-{month + 1:02d}"
        path = folder / name / f"{name}-{slugs[number % len(slugs)]}-street.csv"
        write_file(path, month=name, rows=SMALL_FILE_ROWS)


def bare_read(paths: Sequence[Path], target: Path) -> int:
    """DuckDB's own typed reader straight into Parquet, faulty rows left out."""
    numbers = {"Longitude", "Latitude"}
    columns = ", ".join(
        f"'{name}': '{'DOUBLE' if name in numbers else 'VARCHAR'}'" for name in STREET.header
    )
    listed = ", ".join(f"'{path}'" for path in paths)
    with duckdb.connect() as engine:
        engine.execute("SET enable_progress_bar=false")
        query = (
            f"COPY (SELECT * FROM read_csv([{listed}], header=true, delim=',', quote='\"', "  # noqa: S608
            f"escape='\"', auto_detect=false, columns={{{columns}}}, ignore_errors=true)) "
            f"TO '{target}' (FORMAT parquet)"
        )
        (rows,) = engine.execute(query).fetchone() or (0,)
    return int(rows)


def measure(title: str, write: Callable[[Path], None], scratch: Path) -> None:
    folder = scratch / "files"
    write(folder)
    paths = sorted(folder.rglob("*.csv"))
    size = sum(path.stat().st_size for path in paths)
    with timed() as bare:
        bare_rows = bare_read(paths, scratch / "bare.parquet")
    files = POLICE_UK.find([folder], force=None)
    with timed() as full:
        report = load(root=scratch / "store", files=files, by="bench", at=datetime.now(UTC))
    print(
        f"{title}: {size / 1e9:.2f} GB, {len(paths)} files; load average {os.getloadavg()[0]:.1f}"
    )
    print(
        f"  bare read  {bare.wall:7.1f} s wall {bare.processor:7.1f} s processor, {bare_rows} rows"
    )
    print(f"  load       {full.wall:7.1f} s wall {full.processor:7.1f} s processor")
    print(f"             {report.in_one_line()}")
    print(
        f"  bare/load  {bare.wall / full.wall:7.2f}        {bare.processor / full.processor:7.2f}"
        f"          goal {GOAL}; most memory "
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB",
        flush=True,
    )
    shutil.rmtree(folder)
    shutil.rmtree(scratch / "store")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--rows", type=int, nargs="*", metavar="MILLIONS", default=None)
    parser.add_argument("--files", type=int, metavar="NUMBER", default=None)
    asked = parser.parse_args()
    everything = asked.rows is None and asked.files is None
    with tempfile.TemporaryDirectory() as scratch:
        for millions in asked.rows or ([1, 5] if everything else []):
            measure(
                f"{millions} million rows",
                lambda folder, millions=millions: one_file(folder, millions),
                Path(scratch),
            )
        files = asked.files or (1_035 if everything else 0)
        if files:
            measure("many files", lambda folder: many_files(folder, files), Path(scratch))


if __name__ == "__main__":
    main()
