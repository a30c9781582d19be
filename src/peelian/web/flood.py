"""How much is taken in a while: from one address, and for one thing altogether (T22).

Counted in memory alone, by a hash under a key that goes with the process: no address is written
anywhere, and none can be worked out from what is held (C-CON-1). Each server process counts for
itself. A whole station may share one address, so the limit for one is wide.
"""

import os
from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import blake2b
from ipaddress import IPv6Address, ip_address
from threading import Lock
from typing import Final

WHILE: Final = timedelta(minutes=10)
# More places than this are forgotten, the longest silent first.
REMEMBERED: Final = 20_000
_KEY: Final = os.urandom(32)
# Who has one address of version 6 has 2 to the power of 64: the first half tells subscribers apart.
_HOSTS: Final = 64


@dataclass
class Flood:
    """Lets so many through in ten minutes: from one address, and altogether for one thing."""

    from_one: int
    altogether: int
    _seen: dict[Hashable, deque[datetime]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def too_much(self, address: str, about: str, *, at: datetime) -> bool:
        """Whether this one is over a limit; one that is not is counted."""
        one = blake2b(_subscriber(address).encode(), key=_KEY, digest_size=12).digest()
        with self._lock:
            times = [self._times(key, at) for key in ((one, about), about)]
            if any(
                len(found) >= most
                for found, most in zip(times, (self.from_one, self.altogether), strict=True)
            ):
                return True
            for found in times:
                found.append(at)
        return False

    def _times(self, key: Hashable, at: datetime) -> deque[datetime]:
        found = self._seen.pop(key, None) or deque()
        while found and at - found[0] > WHILE:
            found.popleft()
        self._seen[key] = found
        if len(self._seen) > REMEMBERED:
            del self._seen[next(iter(self._seen))]
        return found


def _subscriber(address: str) -> str:
    """Whoever an address belongs to: the address, or its network where each has one of its own."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return address
    return str(found.ipv4_mapped or int(found) >> _HOSTS)
