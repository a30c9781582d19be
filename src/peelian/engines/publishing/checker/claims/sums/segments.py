"""What one segment of a list of parts says of its number: a key, a property, a part of a part."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from peelian.engines.publishing.checker.language.item import OF, WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words

_NESTED: Final = words(
    "including includes included such up down compared against versus rather than from after "
    "before since within among amid despite instead excluding except not increasing rising falling"
)
_WHOSE: Final = words("which whom these those them")
_PROPERTIES: Final = words(
    "said told had has have reported felt named mentioned chose thought wanted cited believed knew "
    "involved concerned contained showed included met received used need needed lacked related "
    "gave saw found attended took described wished suffered say think feel want use experienced "
    "supported opposed favoured liked disliked"
)
PASSIVE: Final = words("was were been be not are is")
_HAVE: Final = words("have has had")
_WE: Final = words("we they it inspectors auditors")
_SINCE: Final = words("since now already been not")


def is_key(before: Sequence[Item], item: Item) -> bool:
    """Whether a number is the value of a key: "line:1, col:5"."""
    if len(before) < len("k:") or before[-1].tag not in ":=":
        return False
    return before[-2].end == before[-1].start and before[-1].end == item.start


def is_who(lead: Sequence[str]) -> bool:
    """Whether only "we graded" or the like stands before the first part."""
    return len(lead) == 2 and lead[0] in _WE and lead[1].endswith("ed")


def is_property(said: Sequence[str]) -> bool:
    """Whether a part says what it did or had; "have since closed" says what it is."""
    for word, ahead in pairwise((*said[:2], *said[2:3], "")):
        if word in _PROPERTIES:
            return not (word in _HAVE and (ahead in _SINCE or ahead.endswith("ed")))
    return False


def is_clause(said: Sequence[Sequence[str]]) -> bool:
    """Whether the parts are the subject of a verb: "12 drivers and 6 pedestrians died"."""
    ends = [one[-1] if one and not PASSIVE & set(one[-2:]) else "" for one in said]
    return (
        bool(ends)
        and ends[-1].endswith("ed")
        and not any(word.endswith("ed") for one in said[:-1] for word in one)
        and len(said[-1]) > 1
    )


def is_nested(segment: Sequence[Item]) -> bool:
    first = segment[0]
    if first.tag == OF and len(segment) > 1:
        return any(one.text in _WHOSE for one in segment[1:3])
    return first.tag == WORD and first.text in _NESTED


def outside_brackets(segment: Sequence[Item]) -> list[Item]:
    kept, depth = [], 0
    for one in segment:
        depth += one.tag == "("
        if not depth:
            kept.append(one)
        depth = max(0, depth - (one.tag == ")"))
    return kept
