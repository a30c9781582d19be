"""What an area of policing says of itself."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Area:
    """An area: its title, a plain summary, who owns it and the ledger rows that it serves.

    `own_page` is the title and the route of the one page that an area may bring of its own.
    """

    key: str
    title: str
    summary: str
    owner: str
    ledger: tuple[str, ...]
    own_page: tuple[str, str] | None = None
