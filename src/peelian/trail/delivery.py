"""Checkpoints on their way to places that the administrator of this machine cannot change.

A place is a folder: a share of another force or of the commissioner, a disk that writes once. It
gets one line of JSON per checkpoint in `checkpoints.jsonl`. What the file says decides what is
missing from it, so a process may die at any point: a line that was cut short is left as it is and
written whole on the next line, and a line written twice counts once.
"""

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import router

from peelian.trail.errors import UnreadableCheckpoint
from peelian.trail.models import Checkpoint
from peelian.trail.signed import Signed

NAME = "checkpoints.jsonl"
LOCK = "checkpoints.lock"
# Longer than any two lines, so that the last whole one is always inside.
TAIL = 4096

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Problem:
    """A place that could not be written, with a sentence for whoever can mend it."""

    place: Path
    sentence: str


def deliver(*, now: datetime, wait: bool = False) -> tuple[Problem, ...]:
    """Append to every place what it lacks, on disk before this returns; tell what failed.

    One process delivers at a time; the others leave it to that one, or `wait` for it. So a share
    that hangs holds up one request and not every one. What could not be delivered stays marked in
    the table and is tried again at the next call.
    """
    with _turn(wait=wait) as mine:
        if not mine:
            return ()
        alias = router.db_for_write(Checkpoint)
        rows = Checkpoint.objects.using(alias).order_by("-number")
        problems: list[Problem] = []
        done = 0
        # Whoever signs meanwhile leaves the delivery to us, so look again before the turn ends.
        while not problems and (newest := rows.first()) is not None and newest.number > done:
            problems.extend(_bring_all_up_to(newest, alias))
            if not problems:
                waiting = rows.filter(delivered_at=None, number__lte=newest.number)
                waiting.update(delivered_at=now)
            done = newest.number
        return tuple(problems)


def on_same_disk(place: Path) -> bool:
    """Whether a place lies on the disk of this installation, and so with whom it should watch."""
    try:
        return place.stat().st_dev == settings.PEELIAN_HOME.stat().st_dev
    except FileNotFoundError:
        return place.is_relative_to(settings.PEELIAN_HOME)


@contextmanager
def _turn(*, wait: bool) -> Iterator[bool]:
    """Whether this process may deliver now. The lock goes with the process."""
    settings.PEELIAN_HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (settings.PEELIAN_HOME / LOCK).open("a") as opened:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
        else:
            yield True


def _bring_all_up_to(newest: Checkpoint, alias: str) -> Iterator[Problem]:
    """Bring every place up to this checkpoint; one that fails does not keep the others waiting."""
    for place in settings.CHECKPOINT_PLACES:
        try:
            _bring_up_to(newest, place, alias)
        except OSError as error:
            problem = Problem(place, f"{place} cannot be written: {error.strerror or error}.")
            log.warning("Checkpoints wait: %s", problem.sentence)
            yield problem


def _bring_up_to(newest: Checkpoint, place: Path, alias: str) -> None:
    """Append the checkpoints that the place lacks, from its last one to the newest."""
    if place.is_relative_to(settings.PEELIAN_HOME):
        # Elsewhere a folder that is missing may be a share that is not there: nothing stands in.
        place.mkdir(parents=True, exist_ok=True)
    path = place / NAME
    is_new = not path.exists()
    with path.open("a+b") as opened:
        end = opened.seek(0, os.SEEK_END)
        tail = _tail(opened.fileno(), end)
        known = Checkpoint.objects.using(alias).filter(number__lte=newest.number)
        last = _last_of(tail)
        same = last and known.filter(number=last.number, signature=last.signature).first()
        already: frozenset[bytes] = frozenset()
        if last and same and same.signed() == last:
            known = known.filter(number__gt=last.number)
        elif end:
            # Another history is there, as after an older backup was restored. Ours goes beside it.
            opened.seek(0)
            already = frozenset(line.rstrip(b"\n") for line in opened)
        lines = (row.signed().line().encode() for row in known.order_by("number").iterator())
        if end and not tail.endswith(b"\n"):
            opened.write(b"\n")
        for line in lines:
            if line not in already:
                opened.write(line + b"\n")
        opened.flush()
        os.fsync(opened.fileno())
    if is_new:
        folder = os.open(place, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _tail(handle: int, end: int) -> bytes:
    return os.pread(handle, TAIL, max(0, end - TAIL))


def _last_of(tail: bytes) -> Signed | None:
    """The checkpoint on the last whole line, if that is one."""
    whole, newline, _ = tail.rpartition(b"\n")
    if not newline:
        return None
    try:
        return Signed.read(whole.rpartition(b"\n")[2].decode())
    except (UnreadableCheckpoint, UnicodeDecodeError):
        return None
