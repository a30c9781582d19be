"""What `peelian trail verify` and its like say on the command line."""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from peelian.trail.keys import fingerprint, public_keys, public_pem, signing_key
from peelian.trail.verify import VerifyResult


def trusted_keys(files: list[Path]) -> dict[str, Ed25519PublicKey]:
    """The keys of these files or, where none is named, the installation's own. `UnreadableKey`."""
    if files:
        return public_keys(files)
    own = signing_key().public_key()
    return {fingerprint(own): own}


def own_key_lines() -> Iterator[str]:
    """The public key for others, under a line that can be compared by telephone."""
    own = signing_key().public_key()
    yield f"Fingerprint: {fingerprint(own)}"
    yield public_pem(own).rstrip()


def lines_of(result: VerifyResult, seconds: float) -> Iterator[str]:
    """The findings, and at the end one sentence that says whether the trail holds."""
    for remark in result.remarks:
        yield f"Remark: {remark}"
    for fault in result.faults:
        yield f"Fault: {fault.sentence}"
    if result.faults_found > len(result.faults):
        yield f"Further faults: {result.faults_found - len(result.faults):,}."
    rate = result.entries / seconds if seconds else 0
    yield (
        f"Entries: {result.entries:,}. Checkpoints: {result.checkpoints:,}. "
        f"Read in {seconds:.1f} s, {rate:,.0f} entries/s."
    )
    yield f"Head: entry {result.head_sequence}, hash {result.head_hash}"
    if result.sound and result.sealed_sequence:
        yield (
            f"The trail is whole, and up to entry {result.sealed_sequence} it is what was signed."
        )
    elif result.sound:
        yield "The chain is whole."
    else:
        yield f"The trail does not hold. Faults: {result.faults_found:,}."
