"""Checks of reports, a few at a time: each takes a processor and up to 1.5 GB for a while.

C-LIM-1, T48. Without a limit some readers could keep every worker busy. Those who come while all
places are taken wait a moment and are then asked to come back. One address gets a share of ten
minutes; whoever shares one, such as a station, shares that.
"""

import threading
from datetime import datetime
from typing import Final

from peelian.engines.publishing.checker.apart import check_apart
from peelian.engines.publishing.checker.documents import Document
from peelian.engines.publishing.checker.findings import Checked
from peelian.web.flood import Flood

# Of the four threads of a server process, so that two are left for other pages.
AT_ONCE: Final = 2
PATIENCE_SECONDS: Final = 5.0
# Within what a proxy waits for.
SECONDS: Final = 45.0
# Peelian's defaults.
CHECKS: Final = Flood(from_one=30, altogether=120)
ABOUT: Final = "check of a report"

_places = threading.BoundedSemaphore(AT_ONCE)


class Busy(Exception):
    """Every place is taken."""


class TooMany(Exception):
    """One address, or all together, have had their share of ten minutes."""


def checked_in_turn(
    name: str, content: bytes, *, address: str, at: datetime
) -> tuple[Document, Checked]:
    """The report and what was found. Raises `TooMany`, `Busy`, or `Unreadable` with a sentence."""
    if CHECKS.too_much(address, ABOUT, at=at):
        raise TooMany
    if not _places.acquire(timeout=PATIENCE_SECONDS):
        raise Busy
    try:
        return check_apart(name, content, seconds=SECONDS)
    finally:
        _places.release()
