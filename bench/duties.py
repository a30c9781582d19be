"""How long duties take: settled from happenings, looked at when their time is over, and listed.

    python -m bench.duties                                10,000 happenings on SQLite
    python -m bench.duties --happenings 2000
    python -m bench.duties --database postgres://…        an empty PostgreSQL database

Forty officers, three hundred searches of which half are loaded, and a duty for every happening.
Each time stands beside a bare one of the same run, of the processor in one process: what settling
writes is written by Django one row after the other, with no rule, clock, lock or trail; of a list
the same duties and notes are read with nobody asking who may see them. A ratio of 0.5 is twice as
long as the bare one. The server of a PostgreSQL database works in processes of its own, which are
not counted.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--happenings", type=int, default=10_000)
    parser.add_argument("--database", default="", help="address of an empty database")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = os.environ | {"PEELIAN_HOME": folder}
        if options.database:
            where["PEELIAN_DATABASE"] = options.database
        command = [sys.executable, "-m", "bench.duties_run", str(options.happenings)]
        sys.exit(subprocess.run(command, cwd=ROOT, env=where).returncode)  # noqa: S603  # ours


if __name__ == "__main__":
    main()
