"""Words that stand nowhere else: where one appears, what it was planted in has been shown.

A word is nine letters, so that it fits the shortest field; it begins like no English word and is
the same in every run.
"""

import hashlib
import io
import re
import string
import zipfile
from urllib.parse import unquote

CANARY = re.compile(r"Zq[a-z]{7}")
LETTERS = string.ascii_lowercase
PACKED = b"PK\x03\x04"


def canary(*about: str) -> str:
    """The word for this place, of which no other place has one."""
    number = int.from_bytes(hashlib.sha256("/".join(about).encode()).digest()[:8])
    letters = []
    for _ in range(7):
        number, rest = divmod(number, len(LETTERS))
        letters.append(LETTERS[rest])
    return "Zq" + "".join(letters)


def canaries_in(answer) -> frozenset[str]:
    """Every planted word in a response: its body, unpacked where it is a workbook, and headers."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = " ".join(f"{name}: {value}" for name, value in answer.headers.items())
    return frozenset(CANARY.findall(_text(body) + unquote(headers)))


def _text(body: bytes) -> str:
    if body.startswith(PACKED):
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            body = b"\n".join(packed.read(name) for name in packed.namelist())
    return body.decode("utf-8", "replace")
