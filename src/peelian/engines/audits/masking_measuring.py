"""How much of what gives a secret away is found in marked texts, and how much beside it is taken.

A marked text says which words give which secret away: "[e:IC3] male … [r:nothing found]".
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from peelian.engines.audits.declared import Secret
from peelian.engines.audits.masking import Hidden, Place, places, readable

MARKS: Final[Mapping[str, Secret]] = {
    "o": "officer",
    "t": "team",
    "e": "ethnicity",
    "r": "result",
}
MARK = re.compile(r"\[([oter]):([^\]]+)\]")
WORD = re.compile(r"\w+")
# Words that tell nothing, within a place or beside it.
SMALL = frozenset({"a", "an", "the", "of", "at", "in", "on", "to", "was", "were", "and", "my"})


@dataclass(frozen=True)
class Marked:
    """A text as it was written, and the places in it that give a secret away."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Recall:
    """Of one secret: `found` of `of` places that give it away, whole; `beside` of `taken` words.

    `taken` are the words that were masked for it, `beside` those of them that give nothing away.
    """

    secret: Secret
    found: int
    of: int
    beside: int
    taken: int


def marked(line: str) -> Marked:
    """A marked line, read."""
    plain, found, last = "", [], 0
    for one in MARK.finditer(line):
        plain += line[last : one.start()]
        found.append(Place(len(plain), len(plain) + len(one[2]), MARKS[one[1]]))
        plain += one[2]
        last = one.end()
    return Marked(plain + line[last:], tuple(found))


def recall(texts: Iterable[Marked], hidden: Hidden) -> dict[Secret, Recall]:
    """What masking finds and takes in these texts, by secret."""
    counted: dict[Secret, list[int]] = {secret: [0, 0, 0, 0] for secret in MARKS.values()}
    for one in texts:
        if readable(one.text) != one.text:
            raise ValueError(f"Marked texts hold plain signs only: {one.text!r}")
        made = tuple(places(one.text, hidden))
        for place in one.places:
            counted[place.secret][0] += _within(place, made, one.text)
            counted[place.secret][1] += 1
        for place in made:
            words = list(_words(place, one.text))
            counted[place.secret][2] += sum(not _gives(word, one.places) for word in words)
            counted[place.secret][3] += len(words)
    return {secret: Recall(secret, *numbers) for secret, numbers in counted.items()}


def missed(one: Marked, hidden: Hidden) -> Iterator[str]:
    """The places of a text that are not found, in words, for whoever makes the lists better."""
    made = tuple(places(one.text, hidden))
    for place in one.places:
        if not _within(place, made, one.text):
            yield f"{place.secret}: {one.text[place.start : place.end]}"


def _within(place: Place, made: Iterable[Place], text: str) -> bool:
    """Whether every word of the place was taken out, under whatever name."""
    taken = tuple(made)
    return all(_gives(word, taken) for word in _words(place, text))


def _words(place: Place, text: str) -> Iterator[tuple[int, int]]:
    for one in WORD.finditer(text, place.start, place.end):
        if one.group().lower() not in SMALL:
            yield one.span()


def _gives(word: tuple[int, int], found: Iterable[Place]) -> bool:
    return any(place.start <= word[0] and word[1] <= place.end for place in found)
