"""What a rate is named after, and whether the words before it speak of that.

"A conviction rate of 75%" is of those convicted; of trials and witnesses it is not.
"""

from collections.abc import Sequence
from typing import Final

from peelian.engines.publishing.checker.language import nouns
from peelian.engines.publishing.checker.language.item import WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words

RATES: Final = words("rate share proportion percentage")
_MAKING: Final = words("giving making or is was overall average total equivalent resulting final")
_BEGINNING: Final = 4
_LIKE: Final = {
    "response": ("repl", "return", "answ", "complet"),
    "reply": ("respon", "return", "answ"),
    "return": ("repl", "respon", "complet"),
    "completion": ("return", "finish"),
    "participation": ("took", "join", "repl"),
    "turnover": ("left", "leav", "lost", "depart"),
    "attrition": ("left", "leav", "lost", "drop"),
    "success": ("pass", "upheld", "allow", "won", "grant", "quash"),
    "uphold": ("upheld", "allow"),
    "mortality": ("die", "dead", "death"),
    "fatality": ("die", "dead", "death", "kill"),
    "death": ("die", "dead"),
    "survival": ("live", "alive"),
    "clearance": ("solv", "detect", "charg"),
    "absence": ("sick", "ill", "off"),
}
"""How the sentence may speak of what a rate is named after, by the beginnings of words."""


def names_something(item: Item) -> bool:
    """Whether the word before "rate" says of what it is."""
    return item.tag == WORD and item.text not in nouns.DETERMINERS | _MAKING


def is_related(name: str, row: Sequence[Item]) -> bool:
    """Whether a word of a row begins as the name of a rate does, or is of the same matter."""
    near = (*_LIKE.get(name, ()), name[:_BEGINNING])
    return any(one.text.startswith(near) for one in row if one.tag == WORD)
