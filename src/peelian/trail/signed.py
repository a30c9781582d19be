"""A checkpoint: a signed statement of where the chain stood, bound to the statement before it.

Its canonical form is made as that of an entry is (`trail.chain`): each part as its length in bytes,
a colon, the bytes and a comma. The parts are the words `peelian checkpoint 1`, number, sequence of
the newest entry, hash of that entry, time, hash of the checkpoint before (64 zeros for the first)
and the fingerprint of the key. The Ed25519 signature (RFC 8032) covers this form. The checkpoint's
own hash is the SHA-256 of the form followed by the signature's 128 hexadecimal digits, written as
one more part: so whoever has checked the last checkpoint has, by hashes alone, checked them all.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Self

from peelian.trail.errors import UnreadableCheckpoint

KIND = "peelian checkpoint 1"
NAMES = ("number", "sequence", "head", "at", "previous", "key", "signature")
HASH = re.compile(r"[0-9a-f]{64}")
SIGNATURE = re.compile(r"[0-9a-f]{128}")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")


@dataclass(frozen=True, slots=True)
class Signed:
    """One checkpoint, free of any database. `at` is canonical text, hashes are hexadecimal."""

    number: int
    sequence: int
    head: str
    at: str
    previous: str
    key: str
    signature: str = ""

    def form(self) -> bytes:
        """What is signed."""
        parts = (KIND, self.number, self.sequence, self.head, self.at, self.previous, self.key)
        return b"".join(_part(str(part)) for part in parts)

    def hash(self) -> str:
        """What the next checkpoint carries of this one."""
        return hashlib.sha256(self.form() + _part(self.signature)).hexdigest()

    def line(self) -> str:
        """This checkpoint as one line of JSON, without its end of line."""
        return json.dumps(
            {name: getattr(self, name) for name in NAMES}, separators=(",", ":"), allow_nan=False
        )

    @classmethod
    def of(cls, **parts: object) -> Self:
        """A checkpoint from what a table or a file says.

        Raises `UnreadableCheckpoint` unless every part is there and has the shape that it must.
        """
        number, sequence = parts.get("number"), parts.get("sequence")
        if type(number) is not int or type(sequence) is not int:
            raise UnreadableCheckpoint("A checkpoint has a number and a sequence in whole numbers.")
        return cls(
            number=number,
            sequence=sequence,
            head=_text(parts, "head", HASH),
            at=_text(parts, "at", TIME),
            previous=_text(parts, "previous", HASH),
            key=_text(parts, "key", HASH),
            signature=_text(parts, "signature", SIGNATURE),
        )

    @classmethod
    def read(cls, line: str) -> Self:
        """The checkpoint of one line; raises `UnreadableCheckpoint` where there is none."""
        try:
            parts = json.loads(line)
        except ValueError as error:
            raise UnreadableCheckpoint(f"The line is no JSON: {error}.") from error
        if not isinstance(parts, dict) or sorted(parts) != sorted(NAMES):
            raise UnreadableCheckpoint(f"A checkpoint has these parts: {', '.join(NAMES)}.")
        return cls.of(**parts)


def _part(text: str) -> bytes:
    encoded = text.encode()
    return b"%d:%b," % (len(encoded), encoded)


def _text(parts: dict[str, object], name: str, shape: re.Pattern[str]) -> str:
    text = parts.get(name)
    if not isinstance(text, str) or not shape.fullmatch(text):
        raise UnreadableCheckpoint(f"The {name} of a checkpoint does not have its shape.")
    return text
