"""The envelope of a reply: sealed until the close, the same length for all, without a time.

Whoever takes a copy of the database while a round is open reads nothing in it, not even by the
length. The key is made of the installation's secret and the round's salt; the salt is thrown away
at the close, and with it whatever an earlier copy of the replies was worth without its own copy.
"""

import base64
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from peelian.engines.surveys.models import Round

SALT_BYTES: Final = 32
NONCE_BYTES: Final = 12
# The length of every envelope: `declared.LONGEST_TEXTS` in the widest letters, and the codes.
LENGTH: Final = 16_384


class Unreadable(Exception):
    """An envelope was sealed with another key, for another round, or was changed since."""


@dataclass(frozen=True)
class Said:
    """What one person answered: codes by question, texts by question, and their stratum."""

    answers: Mapping[str, str]
    words: Mapping[str, str]
    stratum: str = ""


def new_salt() -> str:
    """A salt for a round that begins."""
    return secrets.token_hex(SALT_BYTES)


def seal(said: Said, held: Round) -> str:
    """The envelope; `ValueError` where more is said than any survey asks for."""
    told = {"answers": dict(said.answers), "words": dict(said.words), "stratum": said.stratum}
    text = json.dumps(told, ensure_ascii=False).encode()
    if len(text) > LENGTH:
        raise ValueError(f"A reply of {len(text):,} bytes: its envelope would tell it from others.")
    padded = text.ljust(LENGTH)
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = _cipher(held).encrypt(nonce, padded, held.ref.encode())
    return base64.b64encode(nonce + sealed).decode("ascii")


def unseal(body: str, held: Round) -> Said:
    """What is in an envelope of this round; raises `Unreadable`."""
    raw = base64.b64decode(body)
    try:
        text = _cipher(held).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], held.ref.encode())
    except InvalidTag as error:
        raise Unreadable(
            f"A reply to {held.ref} cannot be opened: the installation's secret key is another one "
            "than when it was sealed. Put the former key back."
        ) from error
    told = json.loads(text)
    return Said(told["answers"], told["words"], told["stratum"])


def _cipher(held: Round) -> AESGCM:
    derived = HKDF(
        algorithm=SHA256(), length=32, salt=bytes.fromhex(held.salt), info=b"peelian:surveys"
    )
    return AESGCM(derived.derive(settings.SECRET_KEY.encode()))
