"""What a reading of the trail found: faults, each with a sentence, and remarks that are none."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "edited",  # an entry does not fit its own hash
    "missing",  # the numbers skip
    "inserted",  # the numbers repeat or go back
    "unchained",  # an entry does not carry the hash of the one before
    "rewritten",  # an entry is not the one that a checkpoint signed
    "cut",  # the trail ends before an entry that a checkpoint signed
    "checkpoint altered",  # a checkpoint that is none, or does not fit its signature
    "checkpoint key",  # a checkpoint signed with a key that nobody vouched for
    "checkpoint missing",  # one that is elsewhere, or that a later one builds on, is not here
    "checkpoint unchained",  # a checkpoint does not carry the hash of the one before
    "forked",  # two checkpoints of one number that say different things
    "place unreadable",
]

# A trail that was written anew from its start has a fault in every entry; nobody reads a million.
KEPT = 200


@dataclass(frozen=True)
class Fault:
    """One place at which the trail does not hold, with a sentence for the reviewer.

    `sequence` is that of the entry, or of the entry that the checkpoint signed, as far as known.
    """

    sequence: int
    kind: Kind
    sentence: str


@dataclass
class Findings:
    """Faults and remarks as they are gathered: all are counted, the first ones are kept."""

    faults: list[Fault] = field(default_factory=list)
    faults_found: int = 0
    remarks: list[str] = field(default_factory=list)

    def fault(self, sequence: int, kind: Kind, sentence: str) -> None:
        """Note a fault."""
        self.faults_found += 1
        if len(self.faults) < KEPT:
            self.faults.append(Fault(sequence, kind, sentence))

    def remark(self, sentence: str) -> None:
        """Note what a reviewer should know and what is no proof of anything."""
        self.remarks.append(sentence)
