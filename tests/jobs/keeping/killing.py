"""Kills backups and restores at random moments and says what was left. Run by test_kills_of_copies.

`python killing.py FOLDER KILLS SEED` prints: kills that struck, files that came out whole, files
that were refused, plain canaries found on disk after the next start.
"""

import os
import random
import shutil
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402

from peelian.access.user import User  # noqa: E402
from peelian.jobs.keeping.backup import back_up  # noqa: E402
from peelian.jobs.keeping.keys import Key  # noqa: E402
from peelian.jobs.keeping.restore import restore  # noqa: E402
from peelian.jobs.keeping.workplace import remove_unheld, sweep  # noqa: E402

AT = datetime(2026, 3, 1, tzinfo=UTC)
KEY = Key(bytes(range(32)))
CANARY = "Canary7f3a Mill Lane"


def in_child(work, until):
    """Run `work` in a child and kill it after `until` seconds; whether the kill struck."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            connections.close_all()
            os._exit(0)
    time.sleep(until)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def canaries(folder, *, but):
    """Files below a folder in which the canary can be read, without those where it belongs."""
    allowed = {str(path) for path in but}
    return [
        path
        for path in folder.rglob("*")
        if path.is_file()
        and not any(str(path).startswith(one) for one in allowed)
        and CANARY.encode() in path.read_bytes()
    ]


def main(folder, kills, seed):
    dice = random.Random(seed)
    home = settings.PEELIAN_HOME
    call_command("migrate", verbosity=0)
    (home / "attachments").mkdir()
    (home / "attachments" / "big").write_bytes(CANARY.encode() + os.urandom(12 << 20))
    User.objects.create_person(email="p@example.org", name=CANARY)
    operator = User.objects.service_account("command-line")
    begun = time.monotonic()
    whole = back_up(folder / "whole.backup", key=KEY, by=operator, at=AT).path
    longest = time.monotonic() - begun
    own = (home / "peelian.sqlite3", home / "attachments")
    struck = came_out = refused = found = 0
    for number in range(kills):
        target = folder / f"{number}.backup"
        struck += in_child(
            lambda target=target: back_up(target, key=KEY, by=operator, at=AT),
            dice.uniform(0, longest * 1.5),
        )
        found += len(canaries(folder, but=own))
        fresh = folder / f"fresh-{number}"
        if target.exists():
            restore(target, into=fresh, key=KEY, at=AT)
            came_out += 1
        else:
            refused += 1
            struck += in_child(
                lambda fresh=fresh: restore(whole, into=fresh, key=KEY, at=AT),
                dice.uniform(0, longest * 2),
            )
            if fresh.exists():
                came_out += (fresh / "restored.json").exists()
                assert (fresh / "attachments" / "big").stat().st_size > 12 << 20
        # The next start of either command clears up.
        sweep(home)
        assert remove_unheld(folder / f".fresh-{number}.restoring")
        found += len(canaries(folder, but=(*own, fresh)))
        shutil.rmtree(fresh, ignore_errors=True)
    print(struck, came_out, refused, found)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
