"""What `peelian doctor` finds."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How grave it is."""

    WELL = "well"
    WARNING = "warning"
    UNSAFE = "unsafe"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. `do` says what to do about it; empty where it is well.

    `weakens` names the control of a setting that somebody chose to weaken, for the page that the
    commissioner reads.
    """

    name: str
    level: Level
    says: str
    do: str = ""
    weakens: str = ""


def well(name: str, says: str) -> Finding:
    """Looked at, and as it should be."""
    return Finding(name, Level.WELL, says)


def warning(name: str, says: str, do: str) -> Finding:
    """It works, and will one day be regretted."""
    return Finding(name, Level.WARNING, says, do)


def unsafe(name: str, says: str, do: str) -> Finding:
    """A promise does not hold while this stands."""
    return Finding(name, Level.UNSAFE, says, do)
