"""Parts of a number that was named before: "50 appeals ... 30 of the appeals", "30 of them"."""

from collections.abc import Iterator, Sequence
from typing import Final

from peelian.engines.publishing.checker.claims.wording import FUNCTION, root
from peelian.engines.publishing.checker.language.item import OF, WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence

_THE: Final = words("the these those")
_LONGEST: Final = 4


def whole_of(sentence: Sentence, at: int, earlier: Sequence[Sentence]) -> Quantity | None:
    """The only number of the things of which a count at an item is said to be a part.

    It stands before the part in its sentence, or else in the sentence before.
    """
    row = sentence.row
    part = row[at].quantity
    if part is None or part.soft or at + 2 >= len(row) or row[at + 1].tag != OF:
        return None
    if row[at + 2].text == "them":
        noun = ""
    elif row[at + 2].text in _THE:
        noun = noun_of(row, at + 3)
        if not noun:
            return None
    else:
        return None
    for before in (row[:at], *(one.row for one in earlier[:1])):
        found = list(numbers_of(before, noun))
        if found:
            whole = found[0]
            fits = len(found) == 1 and not whole.soft and part.value < whole.value
            return whole if fits else None
    return None


def numbers_of(row: Sequence[Item], noun: str) -> Iterator[Quantity]:
    """The counts of such things in a row; of anything where "them" stands for them."""
    for at, item in enumerate(row):
        if item.quantity is None or item.quantity.what is not What.COUNT:
            continue
        counted = noun_of(row, at + 1)
        if counted and noun in ("", counted):
            yield item.quantity


def noun_of(row: Sequence[Item], first: int) -> str:
    """The root of the last of the words that follow a number, up to the next small word."""
    last = first
    while last < min(len(row), first + _LONGEST) and _names(row[last]):
        if row[last].text.endswith("s"):
            return root(row[last].text)
        last += 1
    return root(row[last - 1].text) if last > first else ""


def _names(item: Item) -> bool:
    return item.tag == WORD and item.text not in FUNCTION
