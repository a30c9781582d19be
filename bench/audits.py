"""How long audits and surveys take: a frame of 10,000, 235 files of it reviewed, 2,000 replies.

    python -m bench.audits                                on SQLite
    python -m bench.audits --frame 2000 --drawn 50 --replies 300
    python -m bench.audits --database postgres://…        an empty PostgreSQL database

Two reviewers, a fifth of the files marked twice. Each time stands beside a bare one of the same
run, of the processor in one process: the same rows read and written by Django, with no store, rule,
access, lock or trail; of a frame the same columns read from the store and as many rows written; of
a closing the same envelopes opened and as many rows written. A ratio of 0.5 is twice as long as the
bare one. The server of a PostgreSQL database works in processes of its own, which are not counted.
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
    parser.add_argument("--frame", type=int, default=10_000)
    parser.add_argument("--drawn", type=int, default=235)
    parser.add_argument("--replies", type=int, default=2000)
    parser.add_argument("--database", default="", help="address of an empty database")
    options = parser.parse_args()
    numbers = [str(one) for one in (options.frame, options.drawn, options.replies)]
    with tempfile.TemporaryDirectory() as folder:
        where = os.environ | {"PEELIAN_HOME": folder}
        if options.database:
            where["PEELIAN_DATABASE"] = options.database
        command = [sys.executable, "-m", "bench.audits_run", *numbers]
        sys.exit(subprocess.run(command, cwd=ROOT, env=where).returncode)  # noqa: S603  # ours


if __name__ == "__main__":
    main()
