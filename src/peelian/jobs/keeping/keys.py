"""The key of a backup: a file kept apart from the data, or a passphrase that somebody knows.

C-BAK-1. Whoever loses the key loses the backups, and whoever finds it beside a backup can read it:
keep it on another machine or in a safe.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from peelian.jobs.keeping.errors import NoKey

KEY_BYTES = 32
SALT_BYTES = 16
# In characters: five or six words. Peelian's default.
SHORTEST_PASSPHRASE = 20
# scrypt with 128 MiB and about half a second for each guess (block size 8, one lane).
SCRYPT_LOG_COST = 17
OTHERS = 0o077


@dataclass(frozen=True, repr=False)
class Key:
    """What a backup is sealed with. `passphrase` tells how the secret is made into a key."""

    secret: bytes
    passphrase: bool = False

    def for_file(self, salt: bytes) -> bytes:
        """The key of one file: another for every salt, so that no two files share one."""
        if self.passphrase:
            cost = 2**SCRYPT_LOG_COST
            return Scrypt(salt=salt, length=KEY_BYTES, n=cost, r=8, p=1).derive(self.secret)
        info = b"peelian backup"
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=info).derive(self.secret)


def key_from_file(path: Path) -> Key:
    """The key in a file of 64 hexadecimal digits; raises `NoKey` saying what would be right."""
    try:
        mode, text = path.stat().st_mode, path.read_text(encoding="ascii").strip()
        secret = bytes.fromhex(text)
    except (OSError, ValueError) as error:
        raise NoKey(
            f"{path} cannot be read as a backup key: it must hold {2 * KEY_BYTES} hexadecimal "
            f"digits. `peelian backup --make-key {path}` writes a new one."
        ) from error
    if len(secret) != KEY_BYTES:
        raise NoKey(f"The key in {path} has {len(secret)} bytes; it must have {KEY_BYTES}.")
    if mode & OTHERS:
        raise NoKey(f"Others can read the backup key. Run: chmod 600 {path}")
    return Key(secret)


def key_from_passphrase(words: str) -> Key:
    """The key that follows from a passphrase; raises `NoKey` for one that is soon guessed."""
    if len(words) < SHORTEST_PASSPHRASE:
        raise NoKey(
            f"A passphrase of {len(words)} characters is soon guessed. Use at least "
            f"{SHORTEST_PASSPHRASE}: five or six words that do not belong together."
        )
    return Key(words.encode(), passphrase=True)


def make_key_file(path: Path) -> None:
    """Write a new key where there is none yet, readable by its owner alone."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise NoKey(f"{path} exists. A key is never overwritten: backups need it.") from None
    with os.fdopen(handle, "w", encoding="ascii") as opened:
        opened.write(secrets.token_hex(KEY_BYTES) + "\n")
