"""What of a home goes into a backup: all of it but what can be made anew or must not be there.

A list of what to take would one day forget a folder, so this is the list of what to leave.
"""

from pathlib import Path

from peelian.jobs.keeping import workplace
from peelian.jobs.keeping.fingerprint import UNFINISHED, files_under

BACKUPS = "backups"
RESERVE = "reserve"
RESTORED = "restored.json"
# Charts are drawn anew, backups are no part of themselves, the reserve is empty space.
LEFT_OUT = frozenset({"pictures", BACKUPS, RESERVE, RESTORED, workplace.FOLDER})
# Beside the database: its log and its shared memory, which belong to the running process.
DATABASE_SUFFIXES = ("", "-wal", "-shm", "-journal")


def holdings(home: Path, *, database: Path | None) -> tuple[Path, ...]:
    """The files of a home that belong into a backup, without the database itself."""
    skipped = {f"{database}{suffix}" for suffix in DATABASE_SUFFIXES} if database else set()
    found: list[Path] = []
    for entry in sorted(home.iterdir()):
        if entry.name in LEFT_OUT or entry.name.startswith(".") or str(entry) in skipped:
            continue
        if entry.is_dir():
            found += files_under(entry, skipped=UNFINISHED if entry.name == "store" else ())
        elif entry.is_file():
            found.append(entry)
    return tuple(found)
