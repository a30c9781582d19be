"""The canonical form of an entry and the hash that binds it to the one before.

The form is simple enough to be checked by a few lines in any language. Eight parts stand in this
order: sequence (decimal digits), time (UTC, `2026-03-01T09:30:00.000000Z`), actor, verb, record
type, record ref, detail (the stored JSON text) and previous hash (64 hexadecimal digits). Each part
is written as its length in UTF-8 bytes in decimal digits, a colon, the bytes and a comma, so that
no two entries share a form. The hash is the SHA-256 of all parts put together. The first entry's
previous hash is 64 zeros.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from peelian.trail.errors import UnwritableEntry

GENESIS = "0" * 64

# What is hashed, and then the hash that the entry carries: sequence, and eight texts as UTF-8 with
# the time in its canonical form. A million of these are read in seconds, so they are plain tuples.
Line = tuple[int, bytes, bytes, bytes, bytes, bytes, bytes, bytes, bytes]

FORM = b"%d:%b," * 8


@dataclass(frozen=True, slots=True)
class Link:
    """One entry as the chain sees it, free of any database. `at` carries a time zone."""

    sequence: int
    at: datetime
    actor: str
    verb: str
    record_type: str
    record_ref: str
    detail: str
    previous_hash: str
    hash: str

    def line(self) -> Line:
        """This entry as its bytes; raises `UnwritableEntry` where it has no canonical form."""
        return (
            self.sequence,
            canonical_time(self.at).encode(),
            self.actor.encode(),
            self.verb.encode(),
            self.record_type.encode(),
            self.record_ref.encode(),
            self.detail.encode(),
            self.previous_hash.encode(),
            self.hash.encode(),
        )


def canonical_time(at: datetime) -> str:
    """The moment in UTC to the microsecond; raises `UnwritableEntry` for a time without a zone."""
    if at.tzinfo is None:
        raise UnwritableEntry(
            f"{at.isoformat()} has no time zone. Give a time with one, as timezone.now() does."
        )
    # strftime leaves out leading zeros of years before 1000 on some platforms; isoformat does not.
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def canonical_detail(detail: Mapping[str, object]) -> str:
    """The detail as JSON: keys sorted, no spaces, UTF-8 unescaped.

    Raises `UnwritableEntry` for values that JSON does not know, such as a date or a NaN, and for
    keys that are not text.
    """
    _only_text_keys(detail, path="detail")
    try:
        return json.dumps(
            detail, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
        )
    except (TypeError, ValueError) as error:
        raise UnwritableEntry(
            f"The detail of an entry must be plain JSON (text, numbers, true, false, null, lists "
            f"and objects of these): {error}."
        ) from error


def digest_of(link: Link) -> str:
    """SHA-256 of the canonical form, as 64 hexadecimal digits, whatever hash the link carries."""
    return digest_of_line(link.line())


def digest_of_line(line: Line) -> str:
    """The same of an entry as its bytes.

    Raises `TypeError` for a line that lacks a part, which no entry of this table ever does.
    """
    sequence, at, actor, verb, kind, ref, detail, previous, _ = line
    number = b"%d" % sequence
    form = FORM % (
        len(number),
        number,
        len(at),
        at,
        len(actor),
        actor,
        len(verb),
        verb,
        len(kind),
        kind,
        len(ref),
        ref,
        len(detail),
        detail,
        len(previous),
        previous,
    )
    return hashlib.sha256(form).hexdigest()


def _only_text_keys(value: object, *, path: str) -> None:
    """JSON would turn the key 1 into "1" in silence, and two keys could become one."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise UnwritableEntry(f"{path} has the key {key!r}; keys must be text.")
            _only_text_keys(inner, path=f"{path}.{key}")
    elif isinstance(value, list | tuple):
        for inner in value:
            _only_text_keys(inner, path=path)
