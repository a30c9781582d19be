"""Find what was done to the trail behind its back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from peelian.trail.chain import GENESIS, Link, digest_of

Kind = Literal["edited", "missing", "inserted", "unchained"]


@dataclass(frozen=True)
class Fault:
    """One place at which the chain does not hold, with a sentence for the reviewer."""

    sequence: int
    kind: Kind
    sentence: str


@dataclass(frozen=True)
class VerifyResult:
    """What a reading of the trail found.

    `head_sequence` and `head_hash` are those of the last entry read: whoever kept them at an
    earlier reading can tell whether that entry is still there and still the same.
    """

    entries: int
    head_sequence: int
    head_hash: str
    faults: tuple[Fault, ...]

    @property
    def sound(self) -> bool:
        """Whether the chain holds from the first entry to the last."""
        return not self.faults


def verify(entries: Iterable[Link]) -> VerifyResult:
    """Check entries, given in the order of their sequence, from the first one on.

    Finds entries that were edited, deleted, inserted or swapped. A chain alone cannot show that
    its end was cut off, or that all of it from some entry on was written anew with fresh hashes:
    for that, compare the head with one that was kept elsewhere.
    """
    faults: list[Fault] = []
    count, sequence, own_hash = 0, 0, GENESIS
    for entry in entries:
        count += 1
        faults.extend(_faults_between(sequence, own_hash, entry))
        sequence, own_hash = max(sequence, entry.sequence), entry.hash
    return VerifyResult(
        entries=count, head_sequence=sequence, head_hash=own_hash, faults=tuple(faults)
    )


def _faults_between(sequence: int, previous_hash: str, entry: Link) -> Iterable[Fault]:
    """The faults of one entry, given sequence and hash of the one before it."""
    expected = sequence + 1
    if entry.sequence > expected:
        lost = (
            f"Entry {expected} is"
            if entry.sequence == expected + 1
            else f"Entries {expected} to {entry.sequence - 1} are"
        )
        yield Fault(expected, "missing", f"{lost} missing before entry {entry.sequence}.")
    elif entry.sequence < expected:
        yield Fault(
            entry.sequence,
            "inserted",
            f"Entry {entry.sequence} stands after entry {sequence}: it was inserted or moved.",
        )
    elif entry.previous_hash != previous_hash:
        yield Fault(
            entry.sequence,
            "unchained",
            f"Entry {entry.sequence} does not follow from the entry before it: one of the two "
            f"was replaced.",
        )
    if entry.hash != digest_of(entry):
        yield Fault(
            entry.sequence,
            "edited",
            f"Entry {entry.sequence} does not say what it said when it was written.",
        )
