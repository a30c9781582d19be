"""The address of a typed record: a UUID of version 7, so that addresses grow with time."""

import secrets
import uuid
from datetime import datetime

RANDOM_BITS = 74


def new_address(at: datetime) -> str:
    """An address that begins with the moment, in milliseconds, and ends with chance (RFC 9562)."""
    milliseconds = int(at.timestamp() * 1000) & (1 << 48) - 1
    chance = secrets.randbits(RANDOM_BITS)
    first, last = chance >> 62, chance & (1 << 62) - 1
    number = milliseconds << 80 | 7 << 76 | first << 64 | 0b10 << 62 | last
    return str(uuid.UUID(int=number))
