"""The trail as a file, for whoever checks it without this product and without this database."""

import json
import os
from datetime import datetime
from pathlib import Path
from typing import TextIO

from django.db import transaction

from peelian.trail.append import append
from peelian.trail.chain import Line
from peelian.trail.particulars import Particulars
from peelian.trail.reading import entry_lines
from peelian.trail.verbs import Verb

NAMES = (
    "sequence",
    "at",
    "actor",
    "verb",
    "record_type",
    "record_ref",
    "detail",
    "previous_hash",
    "hash",
)


def export_trail(path: Path, *, actor: str, reason: str, at: datetime) -> int:
    """Write every entry as a line of JSON, the entry of this disclosure included; how many.

    The entry is committed before the first line is written. The file is readable by its owner only.
    Raises `FileExistsError` rather than write over anything, and `TrailError`.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", errors="surrogateescape") as opened:
        with transaction.atomic():
            append(
                actor=actor,
                verb=Verb.DISCLOSED,
                ref=("trail", "export"),
                detail=Particulars(reason=reason).detail(file=path.name),
                at=at,
            )
        return write_lines(opened)


def write_lines(opened: TextIO) -> int:
    """Write every entry as a line of JSON to a file opened with `surrogateescape`; how many."""
    written = 0
    for line in entry_lines():
        opened.write(_as_json(line))
        written += 1
    return written


def _as_json(line: Line) -> str:
    """Bytes that are no text are kept as they are, so that a check of the file finds them too."""
    sequence, *texts = line
    said = [sequence, *(text.decode(errors="surrogateescape") for text in texts)]
    return (
        json.dumps(dict(zip(NAMES, said, strict=True)), ensure_ascii=False, separators=(",", ":"))
        + "\n"
    )
