"""Texts that only this installation can read: kept forms and secrets of second factors."""

import base64

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


class Unreadable(Exception):
    """The text was sealed with another key, for another purpose, or was changed since."""


def seal(text: str, *, purpose: str) -> str:
    """The text, encrypted and authenticated for one purpose, such as one person's forms."""
    return _box(purpose).encrypt(text.encode()).decode("ascii")


def unseal(sealed: str, *, purpose: str) -> str:
    """What was sealed for this purpose; raises `Unreadable`."""
    try:
        return _box(purpose).decrypt(sealed.encode("ascii")).decode()
    except (InvalidToken, UnicodeEncodeError) as error:
        raise Unreadable(
            "This text was sealed with another secret key, for another purpose, or was changed."
        ) from error


def _box(purpose: str) -> Fernet:
    """A key of its own for each purpose, derived from the installation's secret key."""
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=f"peelian:{purpose}".encode())
    return Fernet(base64.urlsafe_b64encode(derived.derive(settings.SECRET_KEY.encode())))
