"""A check in a process of its own: a file from a stranger can end that process and nothing else.

T43, T44, T48, C-UPL-1, C-LIM-1. The child is a bare Python without Django, settings or database. It
is handed no setting of the machine; what it gives up before it reads a byte is told in `rights`. It
writes no message, for a message could hold words of the file. When its time is up it is ended, with
whatever it might have begun. The readers of formats are imported there and never here.
"""

import json
import os
import signal
import subprocess
import sys
from math import ceil
from typing import Final

from peelian.engines.publishing.checker.as_json import NotOurs, from_json
from peelian.engines.publishing.checker.documents import Document
from peelian.engines.publishing.checker.findings import Checked
from peelian.engines.publishing.checker.reading.errors import Unreadable

CHILD: Final = "peelian.engines.publishing.checker.child"
# More than any report within the limits of its reader comes to, with everything found in it.
ANSWER_BYTES: Final = 64_000_000
LONGEST_NAME: Final = 120
LONGEST_SENTENCE: Final = 1_000
# How the child ends where it has no findings to hand back.
REFUSED: Final = 3
TOO_MUCH: Final = 4


class TookTooLong(Unreadable):
    """The check was stopped because it had used up its time."""


def check_apart(name: str, content: bytes, *, seconds: float) -> tuple[Document, Checked]:
    """The report in ``content`` and what was found in it, worked out in a child process.

    ``name`` is the file's name, of which only the ending counts. ``seconds`` limits both the time
    on the clock and the time of the processor. Raises `Unreadable` or `TookTooLong` with a
    sentence that holds nothing of the file.
    """
    with subprocess.Popen(  # noqa: S603  # ourselves, without a shell, no word of the file in it
        [sys.executable, "-I", "-B", "-X", "utf8", "-m", CHILD, str(ceil(seconds))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={},
        cwd="/",
        # A group of its own, so that all of it can be ended at once.
        start_new_session=True,
    ) as process:
        try:
            said, _nothing = process.communicate(_sent(name, content), timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise TookTooLong(_too_long(seconds)) from error
        finally:
            # Ended and waited for, its number may be another's by now.
            if process.returncode is None:
                os.killpg(process.pid, signal.SIGKILL)
    if process.returncode == -signal.SIGXCPU:
        raise TookTooLong(_too_long(seconds))
    return _answer(process.returncode, said)


def _sent(name: str, content: bytes) -> bytes:
    """The name on a line, and the file."""
    return " ".join(name[-LONGEST_NAME:].split()).encode("utf-8", "replace") + b"\n" + content


def _too_long(seconds: float) -> str:
    return (
        f"The check was stopped after {seconds:.0f} seconds. Split the report into parts and check "
        "each."
    )


def _answer(code: int, said: bytes) -> tuple[Document, Checked]:
    if code == TOO_MUCH:
        raise Unreadable(
            "The file needs more memory than a check may use. Split it, or save it as plain text."
        )
    text = said.decode("utf-8", "replace")
    try:
        if code == REFUSED:
            raise Unreadable(str(json.loads(text))[:LONGEST_SENTENCE])
        if code == 0:
            return from_json(text)
    except (NotOurs, json.JSONDecodeError, RecursionError) as error:
        # Whatever a hostile file made of the child, its answer is not believed.
        raise Unreadable(BROKEN) from error
    raise Unreadable(BROKEN)


BROKEN: Final = (
    "The file could not be read: it is damaged, or uses its format in a way that is not known "
    "here. Save it anew, as plain text or as a PDF with text in it, and try again."
)
