"""Whether a percentage is of growth and no share: "up 20 percent", "a fall of 5%", "20% more"."""

from collections.abc import Sequence
from typing import Final

from peelian.engines.publishing.checker.language.item import WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words

GROWTH: Final = words(
    "rise rises rose risen rising increase increases increased increasing growth grew grown grow "
    "uplift fall falls fell fallen falling decrease decreases decreased decreasing drop drops "
    "dropped dropping reduction reductions reduced reducing decline declines declined declining "
    "change changes changed difference jump jumped surge surged shrank shrunk improvement cut "
    "saving savings uptick upturn downturn slump"
)
"""Words of growth, as verbs and as nouns."""

_MADE: Final = words("make makes made making")
_RIGHT_BEFORE: Final = words("by up down extra additional")
_OWN: Final = words("their the his her its our my your")
_BESIDE: Final = GROWTH | words("up down more fewer less higher lower above below extra greater")


def is_growth(row: Sequence[Item], at: int) -> bool:
    """Whether the words right beside a percentage make it one of growth."""
    behind = [one.text for one in row[max(0, at - 3) : at]]
    ahead = row[at + 1].text if at + 1 < len(row) else ""
    if ahead in _BESIDE and not _as_verb(row, at + 1):
        return True
    if behind[-1:] and behind[-1] in _RIGHT_BEFORE and not _made_up(behind, len(behind) - 1):
        return True
    if behind[-1:] == ["of"] and behind[-2:-1] and behind[-2] in GROWTH:
        return True
    return _signed(row, at)


def near(row: Sequence[Item], first: int, last: int, at: int) -> bool:
    """Whether words of growth stand just before a part, or between it and its percentage."""
    beside = row[max(0, first - 4) : last] if first != last else ()
    said = [one.text for one in beside if one.tag == WORD]
    grows = any(word in _BESIDE and not _made_up(said, place) for place, word in enumerate(said))
    return grows or is_growth(row, at)


def _made_up(said: Sequence[str], at: int) -> bool:
    """Whether "up" stands in "made up", which is a share and no growth."""
    return said[at] == "up" and at > 0 and said[at - 1] in _MADE


def _as_verb(row: Sequence[Item], at: int) -> bool:
    """Whether "72 percent cut their costs": something people did, and no growth."""
    return at + 1 < len(row) and row[at + 1].text in _OWN


def _signed(row: Sequence[Item], at: int) -> bool:
    """A plus or minus sign right before a percentage."""
    if at == 0 or row[at - 1].tag not in ("+", "-") or row[at - 1].end != row[at].start:
        return False
    return at < 2 or row[at - 2].end < row[at - 1].start or row[at - 2].tag == "("
