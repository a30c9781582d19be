"""A seed of Peelian's own: made by chance, encrypted, and bound by its hash until it is shown."""

import secrets
from hashlib import sha256
from typing import Final

from peelian.access.identity.sealing import seal, unseal
from peelian.engines.audits.models import Run

SEALED_SOURCE: Final = "Peelian: sealed when the audit was planned, its SHA-256 shown at once"
_PURPOSE: Final = "audit-seed"


def new_seed() -> tuple[str, str]:
    """A new seed, encrypted, and the SHA-256 that binds it."""
    made = secrets.token_hex(32)
    return encrypted(made), commitment(made)


def encrypted(seed: str) -> str:
    """A seed, encrypted."""
    return seal(seed, purpose=_PURPOSE)


def sealed_seed(run: Run) -> str:
    """The seed that was sealed. Raises `Unreadable` where the installation's key was changed."""
    return unseal(run.sealed_seed, purpose=_PURPOSE)


def commitment(seed: str) -> str:
    """The SHA-256 of a seed, as 64 hexadecimal digits."""
    return sha256(seed.encode()).hexdigest()


def seed_of_month(seed: str, month: str) -> str:
    """The seed of one month of a standing run: bound by the same hash, known to nobody before."""
    return sha256(f"{seed}:{month}".encode()).hexdigest()
