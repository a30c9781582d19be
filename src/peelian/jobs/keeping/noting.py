"""The entry about a restore, written by the first command that runs in the restored home."""

import json
from datetime import datetime
from pathlib import Path

from django.db import transaction

from peelian.access.user import User
from peelian.jobs.keeping.holdings import RESTORED
from peelian.trail.append import append
from peelian.trail.verbs import Verb


def note_restored(home: Path, *, by: User, at: datetime) -> None:
    """Write into the trail that this home came out of a backup, once.

    Killed between entry and removal of the note, it writes the entry again: twice is better than
    never.
    """
    path = home / RESTORED
    try:
        note = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return
    with transaction.atomic():
        append(
            actor=by.trail_name,
            verb=Verb.COLLECTED,
            ref=("backup", note["backup"]),
            detail={key: note[key] for key in ("made_at", "restored_at")},
            at=at,
        )
    path.unlink()
