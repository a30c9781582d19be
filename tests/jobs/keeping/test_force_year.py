"""A force-year comes back from a backup with equal fingerprint and verified trail (T49)."""

import os
import re
import subprocess
import sys

import pytest

from peelian.jobs.keeping.keys import make_key_file

# Ten minutes is what a restore of one force-year may take.
LIMIT_SECONDS = 600


def peelian(home, *words):
    environment = os.environ | {
        "PEELIAN_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "peelian.config.settings",
    }
    done = subprocess.run(
        [sys.executable, "-m", "django", *words], env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def drilled(folder, scale):
    """What the drill prints for a year of one invented force."""
    home, key = folder / "home", folder / "key"
    home.mkdir(mode=0o700)
    make_key_file(key)
    peelian(home, "synthesise", "--forces", "1", "--years", "1", "--seed", "7", "--scale", scale)
    return peelian(home, "drill", "--key", str(key))


NO_OTHER_DATABASE = pytest.mark.skipif(
    "'PEELIAN_DATABASE' in os.environ", reason="needs a database of its own"
)


@pytest.mark.kill
@NO_OTHER_DATABASE
def test_a_small_force_year_comes_back(tmp_path):
    said = drilled(tmp_path, "0.01")

    assert "equal fingerprint" in said
    assert re.search(r"trail verified to entry \d", said)


@pytest.mark.long
@NO_OTHER_DATABASE
def test_a_whole_force_year_comes_back_in_ten_minutes(tmp_path, capsys):
    said = drilled(tmp_path, "1")
    with capsys.disabled():
        print(f"\n{said}")

    backed_up, restored = map(float, re.findall(r" in ([\d.]+) s", said))
    assert backed_up + restored < LIMIT_SECONDS
