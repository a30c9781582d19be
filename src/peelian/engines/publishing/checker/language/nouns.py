"""What a number counts: the words after it, and whether two numbers count the same things."""

from collections.abc import Sequence
from typing import Final

from peelian.engines.publishing.checker.language.item import LABEL, WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words

STOPS: Final = words(
    "of in on at by for from to with within without into over under after before during since "
    "until between among across per as than that which who whom whose where when while whilst and "
    "or but if so because although though is are was were be been being has have had having do "
    "does did said agreed disagreed felt reported told found took made gave showed replied "
    "responded answered took attended used can could will would shall should may might must not "
    "also only just then however compared against via through towards about both each it they we "
    "you he she i there here this these those such"
)
"""Words at which a run of nouns and adjectives ends."""

DETERMINERS: Final = words(
    "the a an all its our their his her my your these those this that such some any every each "
    "both other another same own total overall further additional"
)
_LONGEST: Final = 6


def after(row: Sequence[Item], at: int) -> tuple[str, ...]:
    """The stems of the words from an item on, as far as they may name one kind of thing.

    Determiners are left out: ``127 PIP 2 constables in post`` counts ``constable``.
    """
    found: list[str] = []
    for item in row[at:]:
        if item.tag == LABEL:
            continue
        if item.tag != WORD or item.text in STOPS or len(found) == _LONGEST:
            break
        if item.text not in DETERMINERS:
            found.append(stem(item.text))
    return tuple(found)


def head(named: Sequence[str]) -> str:
    """The last of the words that name a thing: what the others only tell apart."""
    return named[-1] if named else ""


def stem(word: str) -> str:
    """A word without its plural or possessive ending: enough to know a noun again."""
    word = word.removesuffix("'s").removesuffix("'")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return _IRREGULAR.get(word, word)


_IRREGULAR: Final = {
    "people": "person",
    "children": "child",
    "women": "woman",
    "men": "man",
    "replies": "reply",
    "persons": "person",
}
