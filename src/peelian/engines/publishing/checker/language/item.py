"""One item of a sentence, and the letters that are its tags."""

from dataclasses import dataclass
from typing import Final

from peelian.engines.publishing.checker.language.quantities import Quantity

DATE, LABEL, OF, WORD, MARGIN = "d", "l", "o", "w", "g"
OTHER: Final = '"'
SIGNS: Final = '()/,;:-.=+&"!?<>'


@dataclass(frozen=True)
class Item:
    """One item: its tag, the text in lower case, its place, and the quantity if it is one."""

    tag: str
    text: str
    start: int
    end: int
    quantity: Quantity | None = None
