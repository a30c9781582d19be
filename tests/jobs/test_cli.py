"""The entry point as a shell meets it."""

import os
import subprocess
import sys


def test_a_reader_who_stops_early_meets_no_traceback(tmp_path):
    """`peelian explain … | head -1`: the first line, and nothing said of a broken pipe."""
    run = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from peelian.jobs.cli import main; main()",
            "explain",
            "crime.rate",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PEELIAN_HOME": str(tmp_path), "PYTHONUNBUFFERED": "1"},
        text=True,
    )
    first = run.stdout.readline()
    run.stdout.close()
    said = run.stderr.read()
    run.stderr.close()
    run.wait(timeout=60)

    assert first.startswith("crime.rate: ")
    assert "Traceback" not in said
    assert "BrokenPipe" not in said
