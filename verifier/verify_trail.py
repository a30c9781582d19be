"""Check a trail of Peelian without Peelian: one file, Python's standard library and nothing else.

    python3 verify_trail.py --export trail.jsonl --checkpoints FOLDER --key key.pem
    python3 verify_trail.py --sqlite peelian.sqlite3 --checkpoints FOLDER --key key.pem

Give --checkpoints once for each copy that somebody kept. It reads, and never writes. It ends with 0
if the trail holds, with 1 if it does not, and with 2 if it could not be read. What is checked, and
the form of entries and checkpoints, is described in docs/trail.md. Tested with Python 3.11.

All signatures are checked where the package `cryptography` is installed. Otherwise, or with
--plain, the last one of each copy is, by the arithmetic of RFC 8032 in this file: every checkpoint
carries the hash of the one before with its signature, so that the last signature covers them all.
"""

import argparse
import base64
import hashlib
import json
import re
import sqlite3
import sys
import time
from datetime import datetime
from operator import itemgetter
from pathlib import Path

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:
    Ed25519PublicKey = None

ZEROS, KEPT, CLOCK_SLACK_SECONDS = "0" * 64, 200, 60
TEXTS = ("actor", "verb", "record_type", "record_ref", "detail", "previous_hash", "hash")
ENTRY = ("sequence", "at", *TEXTS)
CHECKPOINT = ("number", "sequence", "head", "at", "previous", "key", "signature")
HASH, SIGNATURE = re.compile("[0-9a-f]{64}"), re.compile("[0-9a-f]{128}")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
SHAPES = {"head": HASH, "at": MOMENT, "previous": HASH, "key": HASH, "signature": SIGNATURE}
PEM = re.compile("-----BEGIN PUBLIC KEY-----(.*?)-----END PUBLIC KEY-----", re.DOTALL)
# The fixed bytes before the 32 bytes of an Ed25519 key in a PEM file (RFC 8410).
ED25519_HEAD = bytes.fromhex("302a300506032b6570032100")


class Report:
    """Faults as (sequence, kind, sentence): the first ones kept, all counted. And remarks."""

    def __init__(self):
        self.faults, self.found, self.remarks = [], 0, []
        self.entries = self.checkpoints = self.head = self.sealed = 0
        self.head_hash = ZEROS

    def fault(self, sequence, kind, sentence):
        """Note something that cannot be so in a trail that nobody touched."""
        self.found += 1
        if len(self.faults) < KEPT:
            self.faults.append((sequence, kind, sentence))


def entries_of_export(path):
    """Sequence and eight parts as bytes of each line of an export; None for a line that is none."""
    decode, parts_of = json.JSONDecoder().raw_decode, itemgetter(*ENTRY)
    with open(path, encoding="utf-8", errors="surrogateescape") as lines:
        for line in lines:
            try:
                number, *texts = parts_of(decode(line)[0])
                if type(number) is not int:
                    raise TypeError
                yield number, *[text.encode("utf-8", "surrogateescape") for text in texts]
            except (ValueError, KeyError, TypeError, AttributeError):
                yield None


def open_sqlite(path):
    """The database file, for reading only, also where its folder cannot be written to."""
    if not Path(path).is_file():
        raise ValueError(f"There is no file {path}.")
    address = Path(path).resolve().as_uri()
    try:
        database = sqlite3.connect(f"{address}?mode=ro", uri=True)
        database.text_factory = bytes
        database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        if Path(f"{path}-wal").exists():  # what stands there would be left out
            raise
        database = sqlite3.connect(f"{address}?immutable=1", uri=True)
        database.text_factory = bytes
    return database


def entries_of_sqlite(database):
    """The same of the table of a database."""
    rows = database.execute(f"SELECT {', '.join(ENTRY)} FROM trail_entry ORDER BY sequence")  # noqa: S608 constants
    for sequence, at, *texts in rows:
        number = sequence if isinstance(sequence, int) else 0
        yield number, moment(at), *[as_bytes(text) for text in texts]


def as_bytes(value):
    """A stored value as bytes, whatever somebody put there instead of text."""
    return value if isinstance(value, bytes) else str(value).encode()


def moment(stored):
    """SQLite keeps `2026-03-01 09:30:00`, with six decimals or none; the form has T, six and Z."""
    if not isinstance(stored, bytes) or stored[10:11] != b" ":
        return as_bytes(stored)
    if len(stored) == 26:
        return stored[:10] + b"T" + stored[11:] + b"Z"
    if len(stored) == 19:
        return stored[:10] + b"T" + stored[11:] + b".000000Z"
    return stored


def checkpoints_of_sqlite(database):
    """The checkpoints of the table; a text for each row that is none."""
    rows = database.execute(f"SELECT {', '.join(CHECKPOINT)} FROM trail_checkpoint ORDER BY number")  # noqa: S608 constants
    for row in rows:
        said = dict(zip(CHECKPOINT, row))  # noqa: B905 runs on older Pythons too
        said["at"] = moment(said["at"])
        for name in SHAPES:
            said[name] = as_bytes(said[name]).decode(errors="replace")
        yield said if is_checkpoint(said) else f"row {row[0]}"


def checkpoints_of_folder(folder):
    """The checkpoints of `checkpoints.jsonl`; a text for each line that is none.

    A line that was cut short by an interruption counts as none if the next one says it whole.
    """
    broken = None
    with open(Path(folder) / "checkpoints.jsonl", encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, start=1):
            text = line.rstrip("\n")
            if broken is not None and not text.startswith(broken[1]):
                yield f"line {broken[0]}"
            broken = None
            try:
                said = json.loads(text)
            except ValueError:
                said = None
            if is_checkpoint(said):
                yield said
            else:
                broken = (number, text)
    if broken is not None:
        yield f"line {broken[0]}"


def is_checkpoint(said):
    """Whether every part is there, alone, and in its shape."""
    if not isinstance(said, dict) or sorted(said) != sorted(CHECKPOINT):
        return False
    texts = [(said[name], shape) for name, shape in SHAPES.items()]
    whole = type(said["number"]) is int and type(said["sequence"]) is int
    return whole and all(isinstance(text, str) and shape.fullmatch(text) for text, shape in texts)


def keys_of(paths):
    """Public keys (32 bytes) by fingerprint, from PEM files that may hold several."""
    keys = {}
    for path in paths:
        pems = PEM.findall(Path(path).read_text(errors="replace"))
        if not pems:
            raise ValueError(f"{path} holds no public key (PEM).")
        for pem in pems:
            der = base64.b64decode("".join(pem.split()))
            if len(der) != 44 or not der.startswith(ED25519_HEAD):
                raise ValueError(f"{path} holds a key of another kind than Ed25519.")
            keys[hashlib.sha256(der[12:]).hexdigest()] = der[12:]
    return keys


# Ed25519 (RFC 8032): points are (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def add(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, point):
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = add(result, point)
        point, number = add(point, point), number >> 1
    return result


def point_of(encoded):
    """The point of 32 bytes, or None if there is none."""
    sign, y = divmod(int.from_bytes(encoded, "little"), 1 << 255)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = point_of((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def signed_plainly(key, signature, message):
    """Whether this is the key's signature of the message, by the arithmetic above."""
    public, nonce = point_of(key), point_of(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if public is None or nonce is None or s >= ORDER:
        return False
    challenge = hashlib.sha512(signature[:32] + key + message).digest()
    k = int.from_bytes(challenge, "little") % ORDER
    left, right = times(s, BASE), add(nonce, times(k, public))
    return not any((left[i] * right[2] - right[i] * left[2]) % P for i in (0, 1))


def signed_by_library(key, signature, message):
    """The same by the library."""
    try:
        return Ed25519PublicKey.from_public_bytes(key).verify(signature, message) is None
    except InvalidSignature:
        return False


def netstrings(*parts):
    """Each part as its length in bytes, a colon, its bytes and a comma."""
    encoded = [str(part).encode() for part in parts]
    return b"".join(b"%d:%b," % (len(part), part) for part in encoded)


class Checkpoints:
    """What all copies together say: the hash that the entry of a sequence must have."""

    def __init__(self, keys, plain, report):
        self.keys, self.plain, self.report = keys, plain, report
        self.heads, self.hashes, self.sequences = {}, {}, {}

    def read(self, name, copy):
        """Check one copy; returns the number of its newest checkpoint."""
        seen, newest = {}, None
        fault = self.report.fault
        for said in copy:
            if isinstance(said, str):
                fault(0, "checkpoint altered", f"In {name}, {said} is no checkpoint any more.")
                continue
            number, sequence = said["number"], said["sequence"]
            what, signature = f"Checkpoint {number} in {name}", said["signature"]
            form = netstrings("peelian checkpoint 1", *[said[part] for part in CHECKPOINT[:-1]])
            own = hashlib.sha256(form + netstrings(signature)).hexdigest()
            if seen.get(number) == own:
                continue  # written twice after an interruption
            key = self.keys.get(said["key"])
            claim = (key, bytes.fromhex(signature), form)
            if self.hashes.get(number) == own:
                pass  # another copy says it in the same words, and was checked
            elif key is None:
                fault(sequence, "checkpoint key", f"{what} is signed with a key not given.")
            elif self.plain:
                newest = (sequence, what, claim)
            elif not signed_by_library(*claim):
                fault(sequence, "checkpoint altered", f"{what} does not fit its signature.")
                continue
            self.compare(said, own, what)
            seen[number] = own
            if number > 1 and number - 1 not in seen:
                fault(sequence, "checkpoint missing", f"{what} does not stand after {number - 1}.")
            elif said["previous"] != seen.get(number - 1, ZEROS):
                fault(sequence, "checkpoint unchained", f"{what} does not follow {number - 1}.")
        if newest and not signed_plainly(*newest[2]):
            fault(newest[0], "checkpoint altered", f"{newest[1]} does not fit its signature.")
        return max(seen, default=0)

    def compare(self, said, own, what):
        """Hold a checkpoint against what was read before it, in this copy and in others."""
        number, sequence, head = said["number"], said["sequence"], said["head"].encode()
        same = self.hashes.setdefault(number, own) == own
        if self.heads.setdefault(sequence, head) != head or not same:
            self.report.fault(sequence, "forked", f"{what} contradicts another checkpoint.")
        self.sequences.setdefault(number, sequence)

    def compare_ends(self, ends):
        """The table has all that exist; a copy may be of an earlier day."""
        newest = max(self.hashes, default=0)
        for name, is_table, end in ends:
            says = f"{name} ends with checkpoint {end}, and there is a checkpoint {newest}."
            if end < newest and is_table:
                self.report.fault(self.sequences[newest], "checkpoint missing", says)
            elif end < newest:
                self.report.remarks.append(says)
        self.report.checkpoints = len(self.hashes)
        self.report.sealed = max(self.heads, default=0)


def check_entries(lines, heads, report):
    """Check each entry by its own hash, by the one before and by the checkpoint that signed it."""
    form, fault = b"%d:%b," * 8, report.fault
    sequence, before, clock, jumps = 0, ZEROS.encode(), b"", 0
    for line in lines:
        if line is None:
            fault(sequence + 1, "edited", f"What follows entry {sequence} is no entry.")
            continue
        number, at, actor, verb, kind, ref, detail, previous, own = line
        report.entries += 1
        if number > sequence + 1:
            fault(sequence + 1, "missing", f"Entries are missing between {sequence} and {number}.")
        elif number < sequence + 1:
            fault(number, "inserted", f"Entry {number} was inserted or moved after {sequence}.")
        elif previous != before:
            fault(number, "unchained", f"Entry {number} does not follow from the one before.")
        digits = b"%d" % number
        said = form % (
            *(len(digits), digits, len(at), at, len(actor), actor, len(verb), verb),
            *(len(kind), kind, len(ref), ref, len(detail), detail, len(previous), previous),
        )
        if hashlib.sha256(said).hexdigest().encode() != own:
            fault(
                number, "edited", f"Entry {number} does not say what it said when it was written."
            )
        else:
            jumps += at < clock and seconds_back(clock, at) > CLOCK_SLACK_SECONDS
            clock = at
        if number in heads and heads[number] != own:
            fault(number, "rewritten", f"Entry {number} is not the one that a checkpoint signed.")
        sequence, before = max(sequence, number), own
    report.head, report.head_hash = sequence, before.decode(errors="replace")
    says = f"The trail ends with entry {sequence}; checkpoints sign up to entry {report.sealed}."
    if report.sealed > sequence:
        fault(report.sealed, "cut", says)
    elif report.sealed < sequence:
        report.remarks.append(says)
    if jumps:
        report.remarks.append(f"{jumps} entries claim a time before that of the entry before.")


def seconds_back(before, at):
    """By how much a claimed time lies before another."""
    early, late = (datetime.fromisoformat(text.decode()[:-1]) for text in (at, before))
    return (late - early).total_seconds()


def examine(export=None, sqlite=None, folders=(), key_files=(), plain=False):
    """Check one export or one database file against these copies of checkpoints; a Report."""
    report = Report()
    found = Checkpoints(keys_of(key_files), plain or Ed25519PublicKey is None, report)
    copies = [(str(folder), False, checkpoints_of_folder(folder)) for folder in folders]
    if sqlite is None:
        lines = entries_of_export(export)
    else:
        database = open_sqlite(sqlite)
        copies.insert(0, ("The table of checkpoints", True, checkpoints_of_sqlite(database)))
        lines = entries_of_sqlite(database)
    found.compare_ends([(name, table, found.read(name, copy)) for name, table, copy in copies])
    check_entries(lines, found.heads, report)
    return report


def main(words=None):
    """The command; returns its exit code."""
    parser = argparse.ArgumentParser(description="Check a trail of Peelian without Peelian.")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--export", metavar="FILE", help="made by `peelian trail export`")
    source.add_argument("--sqlite", metavar="FILE", help="the database file itself, or a copy")
    parser.add_argument("--checkpoints", metavar="FOLDER", action="append", default=[])
    parser.add_argument("--key", metavar="FILE", action="append", default=[])
    parser.add_argument("--plain", action="store_true", help="use no package for the signatures")
    given = parser.parse_args(words)
    began = time.perf_counter()
    try:
        report = examine(given.export, given.sqlite, given.checkpoints, given.key, given.plain)
    except (OSError, sqlite3.Error, ValueError) as error:
        print(f"Could not be checked: {error}", file=sys.stderr)
        return 2
    took = time.perf_counter() - began
    for remark in report.remarks:
        print(f"Remark: {remark}")
    for _, _, sentence in report.faults:
        print(f"Fault: {sentence}")
    read = f"Entries: {report.entries:,}. Checkpoints: {report.checkpoints:,}."
    print(f"{read} Read in {took:.1f} s, {report.entries / took:,.0f} entries/s.")
    print(f"Head: entry {report.head}, hash {report.head_hash}")
    print(f"Faults: {report.found}. The trail {'does not hold' if report.found else 'holds'}.")
    return 1 if report.found else 0


if __name__ == "__main__":
    sys.exit(main())
