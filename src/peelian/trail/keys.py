"""The key that signs checkpoints, and the public keys by which others check them."""

import hashlib
import os
import re
import secrets
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)
from django.conf import settings

from peelian.trail.errors import UnreadableKey

NAME = "trail-signing-key.pem"
PUBLIC_PEM = re.compile(rb"-----BEGIN PUBLIC KEY-----.*?-----END PUBLIC KEY-----", re.DOTALL)


def signing_key() -> Ed25519PrivateKey:
    """The installation's own key, from the folder `settings.CHECKPOINT_KEYS`; made on first use.

    Raises `UnreadableKey` where the file holds something else.
    """
    return _kept_in(settings.CHECKPOINT_KEYS / NAME)


def fingerprint(key: Ed25519PublicKey) -> str:
    """SHA-256 of the 32 bytes of a public key, as 64 hexadecimal digits."""
    return hashlib.sha256(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).hexdigest()


def public_pem(key: Ed25519PublicKey) -> str:
    """The public key as others can read it, with OpenSSL too."""
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def public_keys(paths: Iterable[Path]) -> dict[str, Ed25519PublicKey]:
    """All public keys of these files by fingerprint; one file may hold several.

    Raises `UnreadableKey` for a file that holds none, or one of another kind.
    """
    found: dict[str, Ed25519PublicKey] = {}
    for path in paths:
        try:
            pems = PUBLIC_PEM.findall(path.read_bytes())
        except OSError as error:
            raise UnreadableKey(f"{path} cannot be read: {error.strerror}.") from error
        if not pems:
            raise UnreadableKey(
                f"{path} holds no public key. `peelian trail key` prints the one to put there."
            )
        for pem in pems:
            try:
                key = load_pem_public_key(pem)
            except ValueError as error:
                raise UnreadableKey(f"{path} holds no whole public key: {error}.") from error
            if not isinstance(key, Ed25519PublicKey):
                raise UnreadableKey(f"{path} holds a key of another kind; give an Ed25519 key.")
            found[fingerprint(key)] = key
    return found


@lru_cache(maxsize=4)
def _kept_in(path: Path) -> Ed25519PrivateKey:
    if not path.exists():
        _make(path)
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as error:
        raise UnreadableKey(
            f"{path} holds no signing key that can be read: {error}. Restore it from a backup; "
            f"if it is lost, move the file away and a new one is made."
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise UnreadableKey(f"{path} holds a key of another kind; checkpoints need Ed25519.")
    return key


def _make(path: Path) -> None:
    """Put a new key in place in one step, so that processes that start together share it."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.parent / f".{NAME}-{secrets.token_hex(8)}"
    pem = Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        opened.write(pem)
        opened.flush()
        os.fsync(opened.fileno())
    try:
        os.link(draft, path)  # fails where another process was first: its key then stands
    except FileExistsError:
        pass
    finally:
        draft.unlink()
