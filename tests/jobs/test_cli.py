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


def test_the_servers_of_a_demo_know_that_they_are_one(tmp_path):
    """They are copies of the process that was started, so its settings must say so already."""
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys\n"
            "from peelian.jobs.cli import main\n"
            "sys.argv = ['peelian', 'demo', '--help']\n"
            "try:\n"
            "    main()\n"
            "except SystemExit:\n"
            "    from django.conf import settings\n"
            "    print('demo:', settings.DEMO)\n",
        ],
        env={**os.environ, "PEELIAN_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert said.stdout.splitlines()[-1] == "demo: True"
