"""A backup or restore that is killed is whole or is not there, and leaves nothing to read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SHORT = 8
LONG = int(os.environ.get("PEELIAN_KILLS", "200"))


def killed(folder, times, seed=2026):
    """(struck, whole, refused, canaries) of so many kills."""
    (folder / "home").mkdir()
    done = subprocess.run(
        [
            sys.executable,
            str(Path(__file__).with_name("killing.py")),
            folder,
            str(times),
            str(seed),
        ],
        env=os.environ
        | {
            "PEELIAN_HOME": str(folder / "home"),
            "DJANGO_SETTINGS_MODULE": "peelian.config.settings",
        },
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return tuple(int(number) for number in done.stdout.split())


@pytest.mark.kill
@pytest.mark.skipif("'PEELIAN_DATABASE' in os.environ", reason="needs a database of its own")
def test_killed_copies_are_whole_or_absent_and_leave_nothing_plain(tmp_path):
    struck, _, refused, found = killed(tmp_path, SHORT)

    assert struck >= SHORT // 4
    assert refused > 0
    assert found == 0


@pytest.mark.long
@pytest.mark.skipif("'PEELIAN_DATABASE' in os.environ", reason="needs a database of its own")
def test_many_killed_copies_leave_nothing_plain(tmp_path, capsys):
    struck, whole, refused, found = killed(tmp_path, LONG)
    with capsys.disabled():
        print(
            f"\n{struck} kills of backups and restores: {whole} whole, {refused} absent, {found} "
            f"plain texts found, so below {3 / struck:.4f} of kills leave one (95%)."
        )

    assert found == 0
