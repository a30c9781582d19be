"""What the checkpoints say, wherever they are kept: read, checked and compared (T31)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from peelian.trail.chain import GENESIS
from peelian.trail.delivery import NAME
from peelian.trail.errors import UnreadableCheckpoint
from peelian.trail.findings import Findings
from peelian.trail.signed import Signed


@dataclass(frozen=True)
class Source:
    """A table or a file of checkpoints, in the order in which it holds them.

    A text stands for what is no checkpoint. `read` raises `OSError` for a place out of reach.
    `complete` says that whatever is known elsewhere must be here as well, `expected` that there
    must be a file at all.
    """

    name: str
    read: Callable[[], Iterable[Signed | str]]
    complete: bool = False
    expected: bool = True


@dataclass
class Evidence:
    """Which hash the entry of a sequence must have, for every entry that was ever signed.

    Kept in memory: about 150 bytes a checkpoint.
    """

    checkpoints: int = 0
    heads: dict[int, bytes] = field(default_factory=dict)
    last: Signed | None = None
    findings: Findings = field(default_factory=Findings)


def place_source(folder: Path, *, expected: bool = True) -> Source:
    """The checkpoints in a folder to which they were sent, or in a copy of it."""
    return Source(name=str(folder), read=lambda: _lines_of(folder / NAME), expected=expected)


def gather(sources: Iterable[Source], keys: Mapping[str, Ed25519PublicKey]) -> Evidence:
    """Check each checkpoint of each source, and the sources against each other."""
    evidence = Evidence()
    hashes: dict[int, str] = {}
    sequences: dict[int, int] = {}
    ends: list[tuple[Source, int]] = []
    for source in sources:
        try:
            ends.append((source, _read(source, keys, evidence, hashes, sequences)))
        except FileNotFoundError:
            if source.expected:
                evidence.findings.fault(
                    0, "place unreadable", f"There are no checkpoints in {source.name}."
                )
            else:
                evidence.findings.remark(f"Nothing has been sent to {source.name} yet.")
        except OSError as error:
            evidence.findings.fault(
                0,
                "place unreadable",
                f"The checkpoints in {source.name} cannot be read: {error.strerror or error}.",
            )
    newest = max(hashes, default=0)
    for source, end in ends:
        _compare_end(source, end, newest, sequences, evidence.findings)
    evidence.checkpoints = len(hashes)
    return evidence


def _read(
    source: Source,
    keys: Mapping[str, Ed25519PublicKey],
    evidence: Evidence,
    hashes: dict[int, str],
    sequences: dict[int, int],
) -> int:
    """Take in one source; returns the number of its newest checkpoint."""
    findings = evidence.findings
    seen: dict[int, str] = {}
    for found in source.read():
        if isinstance(found, str):
            findings.fault(
                0, "checkpoint altered", f"In {source.name}, {found} is no checkpoint any more."
            )
            continue
        own_hash = found.hash()
        if seen.get(found.number) == own_hash:
            continue  # written twice after an interruption
        # What another copy says in the same words has been checked there.
        if hashes.get(found.number) != own_hash and not _signed_rightly(
            found, source, keys, findings
        ):
            continue
        head = found.head.encode()
        same_words = hashes.setdefault(found.number, own_hash) == own_hash
        same_head = evidence.heads.setdefault(found.sequence, head) == head
        if not (same_words and same_head):
            findings.fault(
                found.sequence,
                "forked",
                f"Checkpoint {found.number} in {source.name} says something else of entry "
                f"{found.sequence} than another checkpoint does: two histories were signed.",
            )
        seen[found.number] = own_hash
        sequences.setdefault(found.number, found.sequence)
        if evidence.last is None or found.sequence > evidence.last.sequence:
            evidence.last = found
        _follows(found, source, seen, findings)
    return max(seen, default=0)


def _signed_rightly(
    found: Signed, source: Source, keys: Mapping[str, Ed25519PublicKey], findings: Findings
) -> bool:
    key = keys.get(found.key)
    if key is None:
        findings.fault(
            found.sequence,
            "checkpoint key",
            f"Checkpoint {found.number} in {source.name} is signed with the key {found.key[:16]}…, "
            f"which is none of those to be trusted.",
        )
        return True  # what it says still counts against the trail
    try:
        key.verify(bytes.fromhex(found.signature), found.form())
    except InvalidSignature:
        findings.fault(
            found.sequence,
            "checkpoint altered",
            f"Checkpoint {found.number} in {source.name} does not fit its signature.",
        )
        return False
    return True


def _follows(found: Signed, source: Source, seen: Mapping[int, str], findings: Findings) -> None:
    """A place holds all checkpoints from the first one on, each after the one it builds on."""
    if found.number > 1 and found.number - 1 not in seen:
        findings.fault(
            found.sequence,
            "checkpoint missing",
            f"In {source.name}, checkpoint {found.number - 1} does not stand before checkpoint "
            f"{found.number}.",
        )
    elif found.previous != seen.get(found.number - 1, GENESIS):
        findings.fault(
            found.sequence,
            "checkpoint unchained",
            f"In {source.name}, checkpoint {found.number} does not follow from checkpoint "
            f"{found.number - 1}.",
        )


def _compare_end(
    source: Source, end: int, newest: int, sequences: Mapping[int, int], findings: Findings
) -> None:
    if end >= newest:
        return
    if source.complete:
        findings.fault(
            sequences[newest],
            "checkpoint missing",
            f"{source.name} ends with checkpoint {end}, but checkpoint {newest} was signed.",
        )
    else:
        findings.remark(
            f"{source.name} ends with checkpoint {end} of {newest}: the later ones have not "
            f"arrived there, or were taken away."
        )


def _lines_of(path: Path) -> Iterator[Signed | str]:
    """The lines of a file. One cut short counts as none if it stands whole on the next line."""
    broken: tuple[int, str] | None = None
    with path.open(encoding="utf-8", errors="replace") as opened:
        for number, line in enumerate(opened, start=1):
            text = line.rstrip("\n")
            if broken is not None:
                if not text.startswith(broken[1]):
                    yield f"line {broken[0]}"
                broken = None
            try:
                found = Signed.read(text)
            except UnreadableCheckpoint:
                broken = (number, text)
            else:
                yield found
    if broken is not None:
        yield f"line {broken[0]}"
