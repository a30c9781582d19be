"""Which sources publish every one of their rows openly, and what rows of nobody's file are called.

A row that anyone can download from its publisher has no secret to keep: the public may see it here
as there, and figures over such rows alone are shown exactly. A source that is not on this list is
closed, so a new source shows nothing to the public until someone writes down who publishes it.

What is published about a force is no record system of it either: its officers may type the same
kind of record here. See decision 19 for which of the two then counts.
"""

from collections.abc import Collection
from typing import Final

# The source of a row that was typed here, and of a published one that now says something else.
TYPED: Final = "typed"
ADOPTED: Final = "adopted"

OPENLY_PUBLISHED = {
    "police_uk": "Single Online Home National Digital Team, data.police.uk, "
    "Open Government Licence v3.0",
    "home_office": "Home Office, police powers and procedures, Open Government Licence v3.0",
    "synthetic": "Nobody: invented rows that describe no one, made again from a seed",
    "extracts_open": "The publisher that the mapping of the extract names, with its licence: the "
    "trail keeps what each load has claimed",
    "ons": "Office for National Statistics, Open Government Licence v3.0",
}


def openly_published(sources: Collection[str]) -> bool:
    """Whether all of these sources publish every row; no source at all is not openness."""
    return bool(sources) and all(source in OPENLY_PUBLISHED for source in sources)
