"""Phrases as patterns over the tags of a sentence: a grammar of islands in running text.

A report is prose, and most of it is none of the checker's business. So no sentence is parsed
whole. A pattern names the tags of the items it wants and leaves room between them, and finds
itself wherever it fits: the cascade of Abney (1996, Partial parsing via finite-state cascades) and
of Hobbs and others (1997, FASTUS).

A pattern is a regular expression over one letter for each item (``items``), in which spaces do not
count. Words of a kind of claim get a letter of their own from a ``Lexicon``: with
``{"total": "T"}`` the pattern ``T n`` finds "total 307". Capitals are for lexicons, small letters
for items.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from peelian.engines.publishing.checker.language.item import OF, WORD, Item
from peelian.engines.publishing.checker.language.quantities import Quantity
from peelian.engines.publishing.checker.language.rows import Row


class Lexicon(dict[str, str]):
    """Letters of words, in lower case; words of several parts are joined by a space."""

    @cached_property
    def phrases(self) -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
        """What has several parts, by the first: the parts and the letter."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, letter in self.items():
            parts = tuple(phrase.split(" "))
            if len(parts) > 1:
                found.setdefault(parts[0], []).append((parts, letter))
        return found

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The words with which anything in it begins: a sentence without these has none of it."""
        return frozenset((*self, *self.phrases))

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The first words of phrases by their turn: a later phrase overwrites an earlier."""
        return {first: turn for turn, first in enumerate(self.phrases)}


NOTHING: Final = Lexicon()


@dataclass(frozen=True)
class Match:
    """A phrase found: the items of each named part of its pattern."""

    items: tuple[Item, ...]
    start: int
    end: int
    parts: Mapping[str, tuple[int, int]]

    def quantity(self, part: str) -> Quantity | None:
        """The first quantity of a part, or nothing where the part is not there or has none."""
        first, last = self.parts.get(part, (0, 0))
        return next((one.quantity for one in self.items[first:last] if one.quantity), None)

    def words(self, part: str) -> tuple[str, ...]:
        """The texts of the items of a part, in lower case."""
        first, last = self.parts.get(part, (0, 0))
        return tuple(one.text for one in self.items[first:last])

    def at(self, part: str) -> int | None:
        """The number of the first item of a part, or nothing."""
        first, last = self.parts.get(part, (0, 0))
        return first if last > first else None


def lexicon(**letters: str) -> Lexicon:
    """A lexicon from ``T="total in_total"``: ``_`` stands for a space within a phrase."""
    return Lexicon(
        (word.replace("_", " "), letter)
        for letter, words in letters.items()
        for word in words.split()
    )


def pattern(text: str) -> re.Pattern[str]:
    """A phrase, written with spaces for the eye."""
    return re.compile(text, re.VERBOSE)


def tags(row: Sequence[Item], words: Lexicon = NOTHING) -> str:
    """One letter for each item; after the letter of a phrase of several words come underscores."""
    if not isinstance(row, Row):
        return _letters(Row(row), words)
    # Lexicons are made once for all, so that none takes the place of another.
    if id(words) not in row.letters:
        row.letters[id(words)] = _letters(row, words)
    return row.letters[id(words)]


def _letters(row: Row, words: Lexicon) -> str:
    said = row.places.keys() & words.firsts
    if not said:
        return row.tags  # no word of most lexicons is in most sentences
    letters = list(row.tags)
    for word in said & words.keys():
        for at in row.places[word]:
            if letters[at] in (WORD, OF):
                letters[at] = words[word]
    for first in sorted(said & words.phrases.keys(), key=words.order.__getitem__):
        for parts, letter in words.phrases[first]:
            for at in row.places[first]:
                if row.texts[at : at + len(parts)] == parts:
                    letters[at : at + len(parts)] = [letter, *("_" for _ in parts[1:])]
    return "".join(letters)


def finder(text: str, words: Lexicon = NOTHING) -> Callable[[Sequence[Item]], Iterator[Match]]:
    """What finds a phrase in the items of sentences, each match as long as it can be."""
    wanted = pattern(text)

    def find(row: Sequence[Item]) -> Iterator[Match]:
        return matches(wanted, row, tags(row, words))

    return find


def matches(wanted: re.Pattern[str], row: Sequence[Item], letters: str) -> Iterator[Match]:
    """Every place where a phrase stands, none overlapping the one before."""
    # Most phrases stand nowhere in a sentence, and this says so soonest.
    return _matches(wanted, row, letters) if wanted.search(letters) else iter(())


def _matches(wanted: re.Pattern[str], row: Sequence[Item], letters: str) -> Iterator[Match]:
    for found in wanted.finditer(letters):
        parts = {
            name: found.span(name) for name in wanted.groupindex if found.group(name) is not None
        }
        yield Match(tuple(row), found.start(), found.end(), parts)
