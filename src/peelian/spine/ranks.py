"""Ranks of police officers, lowest first: who may authorise what a rule reserves to a rank.

Police staff who hold a warranted rank's powers by statute are not in this list; a force that needs
them names the rank that they act in on their record.
"""

from typing import Final

RANKS: Final = (
    "Constable",
    "Sergeant",
    "Inspector",
    "Chief Inspector",
    "Superintendent",
    "Chief Superintendent",
    "Assistant Chief Constable",
    "Deputy Chief Constable",
    "Chief Constable",
)


def is_at_least(rank: str | None, wanted: str) -> bool:
    """Whether somebody of this rank holds the wanted one or a higher one; no rank holds none.

    Letter case and prefixes of a role, as in "Detective Sergeant" or "T/Inspector", count for
    nothing. Raises `ValueError` where the wanted rank is none.
    """
    order = {name.lower(): number for number, name in enumerate(RANKS)}
    if wanted.lower() not in order:
        raise ValueError(f"'{wanted}' is no rank: choose from {', '.join(RANKS)}.")
    words = (rank or "").lower().replace("detective ", "").replace("t/", "").strip()
    return order.get(words, -1) >= order[wanted.lower()]
