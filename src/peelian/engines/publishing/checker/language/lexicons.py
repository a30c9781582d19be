"""Lists of words, written as text so that they can be read as text."""

from typing import Final

CALENDAR: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
"""The months in order, each by its first three letters."""


def words(text: str) -> frozenset[str]:
    """The words of a text, parted by spaces; ``_`` stands for a space within one."""
    return frozenset(one.replace("_", " ") for one in text.split())
