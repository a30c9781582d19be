"""Find what was done to the trail behind its back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from peelian.trail.chain import GENESIS, Line, Link, digest_of_line
from peelian.trail.evidence import Evidence
from peelian.trail.findings import Fault, Findings

# Deeds that run side by side take their time before they wait for their place in the chain, and a
# load takes it when it begins. Only more than this is told as a clock that was set back (T36).
CLOCK_SLACK = timedelta(seconds=60)
JUMPS_TOLD = 10


@dataclass(frozen=True)
class VerifyResult:
    """What a reading of the trail found.

    `head_sequence` and `head_hash` are those of the last entry read: whoever kept them at an
    earlier reading can tell whether that entry is still there and still the same. `faults` are the
    first of `faults_found`; `remarks` are what a reviewer should know and no proof of anything.
    `sealed_sequence` is the newest entry that a checkpoint signed, 0 without any.
    """

    entries: int
    head_sequence: int
    head_hash: str
    faults: tuple[Fault, ...]
    faults_found: int
    remarks: tuple[str, ...]
    checkpoints: int
    sealed_sequence: int

    @property
    def sound(self) -> bool:
        """Whether the chain holds from its first entry to its last, and all checkpoints with it."""
        return not self.faults_found


def verify(entries: Iterable[Link]) -> VerifyResult:
    """Check entries, given in the order of their sequence, from the first one on, by the chain.

    Finds entries that were edited, deleted, inserted or swapped. A chain alone cannot show that
    its end was cut off, or that all of it from some entry on was written anew with fresh hashes:
    for that, give `verify_lines` the checkpoints.
    """
    return verify_lines((entry.line() for entry in entries), Evidence())


def verify_lines(lines: Iterable[Line], evidence: Evidence) -> VerifyResult:
    """Check entries as `trail.reading` gives them against each other and against checkpoints."""
    findings = evidence.findings
    heads = evidence.heads
    clock = _Clock()
    count, sequence, own_hash, last_at = 0, 0, GENESIS.encode(), b""
    for line in lines:
        count += 1
        number, own = line[0], line[8]
        if number != sequence + 1 or line[7] != own_hash:
            _note_break(sequence, own_hash, line, findings)
        try:
            fits = digest_of_line(line).encode() == own
        except TypeError:  # a part is not even there
            fits = False
        if not fits:
            findings.fault(
                number, "edited", f"Entry {number} does not say what it said when it was written."
            )
        else:
            if line[1] < last_at:
                clock.went_back(number, last_at, line[1])
            last_at = line[1]
        if number in heads and heads[number] != own:
            findings.fault(
                number,
                "rewritten",
                f"Entry {number} is not the one that a checkpoint signed: it, or an entry before "
                f"it, was written anew.",
            )
        sequence, own_hash = max(sequence, number), own
    _note_end(sequence, evidence)
    clock.tell(findings)
    return VerifyResult(
        entries=count,
        head_sequence=sequence,
        head_hash=own_hash.decode(errors="replace") if own_hash else "",
        faults=tuple(findings.faults),
        faults_found=findings.faults_found,
        remarks=tuple(findings.remarks),
        checkpoints=evidence.checkpoints,
        sealed_sequence=evidence.last.sequence if evidence.last else 0,
    )


def _note_break(sequence: int, own_hash: bytes, line: Line, findings: Findings) -> None:
    """Say how an entry fails to follow, given sequence and hash of the one before it."""
    number, expected = line[0], sequence + 1
    if number > expected:
        lost = (
            f"Entry {expected} is"
            if number == expected + 1
            else f"Entries {expected} to {number - 1} are"
        )
        findings.fault(expected, "missing", f"{lost} missing before entry {number}.")
    elif number < expected:
        findings.fault(
            number,
            "inserted",
            f"Entry {number} stands after entry {sequence}: it was inserted or moved.",
        )
    elif line[7] != own_hash:
        findings.fault(
            number,
            "unchained",
            f"Entry {number} does not follow from the entry before it: one of the two was "
            f"replaced.",
        )


def _note_end(sequence: int, evidence: Evidence) -> None:
    last = evidence.last
    if last is None:
        evidence.findings.remark(
            "No checkpoint was read: a trail that was cut off or written anew as a whole would "
            "not show."
        )
    elif last.sequence > sequence:
        evidence.findings.fault(
            last.sequence,
            "cut",
            f"The trail ends with entry {sequence}, but checkpoint {last.number} signed entry "
            f"{last.sequence} on {last.at}.",
        )
    elif last.sequence < sequence:
        evidence.findings.remark(
            f"The last {sequence - last.sequence} entries, from {last.sequence + 1} on, stand "
            f"under no checkpoint yet."
        )


class _Clock:
    """Backward jumps of the claimed times. Order is by sequence, so they are no fault (C-TIM-1)."""

    def __init__(self) -> None:
        self.jumps = 0
        self.told: list[str] = []

    def went_back(self, number: int, before: bytes, at: bytes) -> None:
        """Note an entry that claims an earlier time than the one before it, if by enough."""
        back = datetime.fromisoformat(before.decode()) - datetime.fromisoformat(at.decode())
        if back <= CLOCK_SLACK:
            return
        self.jumps += 1
        if self.jumps <= JUMPS_TOLD:
            self.told.append(
                f"Entry {number} claims {at.decode()}, {back} before the entry that it follows: a "
                f"clock was set back, or a long deed was written down when it ended."
            )

    def tell(self, findings: Findings) -> None:
        """Hand over the first jumps and the number of the others."""
        for sentence in self.told:
            findings.remark(sentence)
        if self.jumps > JUMPS_TOLD:
            findings.remark(f"So do {self.jumps - JUMPS_TOLD} more entries.")
