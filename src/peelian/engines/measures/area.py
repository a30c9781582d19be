"""What an area of policing says of itself."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Area:
    """An area: its title, a plain summary, who owns it and the ledger rows that it serves."""

    key: str
    title: str
    summary: str
    owner: str
    ledger: tuple[str, ...]
