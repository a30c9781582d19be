"""Finds the items of lists in lines of text: their marks, and how deep each stands."""

import re
from dataclasses import dataclass

_BULLET = re.compile(r"([•◦‣▪●○■□➢➤✓✔\uf0b7*·o–—-])[ \t\xa0]+(?=\S)")
_NUMBERED = re.compile(r"(\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])[ \t\xa0]+(?=\S)")

_INLINE = re.compile(r"\s[•◦‣▪●■➢✓✔]\s")
_FEWEST = 2  # a lead, which may be empty, and two items: a single point parts other things


@dataclass(frozen=True)
class Mark:
    """What an item begins with: its kind (a bullet as such, ``1.`` for every number), its end."""

    kind: str
    end: int
    numbered: bool = False

    @property
    def may_be_text(self) -> bool:
        """Whether a line of running text may begin so by chance of its wrapping."""
        return self.numbered or self.kind in "-–—*o"


def mark_of(line: str) -> Mark | None:
    """The mark that ``line`` (without its indentation) begins with, if it is an item."""
    if bullet := _BULLET.match(line):
        return Mark(bullet[1], bullet.end())
    if numbered := _NUMBERED.match(line):
        kind = re.sub(r"\d+", "1", numbered[1])
        return Mark(re.sub(r"[a-z]+", "a", kind), numbered.end(), numbered=True)
    return None


def run_together(text: str) -> list[str]:
    """What leads to the items of a list whose lines were lost, and each item: "Of 30: • 12 were".

    Empty where the text holds none.
    """
    pieces = [piece.strip() for piece in _INLINE.split(f" {text}")]
    return pieces if len(pieces) > _FEWEST else []


class Outline:
    """The levels of one list: by indentation, and by a new kind of mark at the same one."""

    def __init__(self) -> None:
        self._levels: list[tuple[float, str]] = []

    def level(self, indent: float, kind: str, slack: float = 1.0) -> int:
        """The level of an item, 1 for the outermost; ``slack`` is how far one level may waver."""
        while self._levels and self._levels[-1][0] > indent + slack:
            self._levels.pop()
        same = [kept for at, kept in self._levels if abs(at - indent) <= slack]
        if kind in same:
            while self._levels[-1][1] != kind:
                self._levels.pop()
        else:
            self._levels.append((indent, kind))
        return len(self._levels)
