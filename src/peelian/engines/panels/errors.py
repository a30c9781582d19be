"""Why something about a panel was not done."""

from typing import Final

from peelian.access.giving.refusal import fit_words

LONGEST_NAME: Final = 120


class PanelRefused(Exception):
    """It was not done; the message says what, where and what would be right, and may be shown."""


def said(words: str, *, what: str) -> str:
    """Words of at most 300 characters; raises `PanelRefused` where there are none or too many."""
    return fit_words(words, what=what, refused=PanelRefused)


def within(words: str, longest: int, *, what: str) -> str:
    """Words without outer spaces, perhaps none; raises `PanelRefused` for too many of them."""
    tidy = words.strip()
    if len(tidy) > longest:
        raise PanelRefused(f"Use at most {longest} characters for {what}; these are {len(tidy)}.")
    return tidy
