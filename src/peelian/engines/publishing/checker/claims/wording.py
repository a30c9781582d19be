"""What a phrase speaks of, as the stems of its words: for claims that must be of the same thing."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from peelian.engines.publishing.checker.language.item import DATE, LABEL, WORD, Item
from peelian.engines.publishing.checker.language.labels import MONTHS
from peelian.engines.publishing.checker.language.lexicons import words

_PARTS_OF_REPORTS: Final = words("annex appendix table figure chart chapter section part page box")
"""Words after which a capital is no name: "annex C"."""

FUNCTION: Final = words(
    "a an the this that these those such each every all both any its their our his her it they "
    "them we us he she you i who whom which what whose there here and or but nor yet while "
    "whereas although though however because since if when where as so then than also too of in "
    "on at to for from by with within into over under about between during among through across "
    "after before per is are was were be been being am has have had having do does did doing can "
    "could may might will would shall should must not no only just even still already very more "
    "most less least out up down off s"
)
"""Words that name nothing. Numbers, dates and signs are no words to begin with."""


def stem(word: str) -> str:
    """A word without the ending of its plural or owner: ``cases``, ``case's`` and ``case``."""
    bare = word.removesuffix("'s").removesuffix("'")
    if len(bare) > 4 and bare.endswith("ies"):
        return f"{bare[:-3]}y"
    if len(bare) > 4 and bare.endswith(("sses", "shes", "ches", "xes")):
        return bare[:-2]
    if len(bare) > 3 and bare.endswith("s") and not bare.endswith(("ss", "us", "is")):
        return bare[:-1]
    return bare


def root(word: str) -> str:
    """A word without the endings of plural and verb, for comparing only: ``examin``, ``survey``."""
    bare = stem(word)
    for ending in ("ing", "ed"):
        if len(bare) > len(ending) + 3 and bare.endswith(ending):
            return bare.removesuffix(ending)
    return bare.removesuffix("e") if len(bare) > 4 else bare


def stems(row: Sequence[Item], besides: frozenset[str] = frozenset()) -> frozenset[str]:
    """The roots of the words of a row that name something; ``besides`` are words left out too.

    What a rate is per counts as a word: "calls per shift" names calls and shifts.
    """
    said = [one.text for one in row if one.tag == WORD]
    said += [one.quantity.unit for one in row if one.tag == "r" and one.quantity is not None]
    return frozenset(root(one) for one in said if one not in FUNCTION and one not in besides)


def labels(row: Iterable[Item]) -> frozenset[str]:
    """The grades, sections and other names with a number in a row."""
    return frozenset(one.text for one in row if one.tag == LABEL)


def dates(row: Iterable[Item]) -> frozenset[str]:
    """The dates in a row."""
    return frozenset(one.text for one in row if one.tag == DATE)


def clause(row: Sequence[Item], at: int, ends: frozenset[str]) -> tuple[int, int]:
    """The first item of the clause that holds item ``at``, and the item after its last.

    ``ends`` are the texts that part one clause from the next.
    """
    first = at
    while first > 0 and row[first - 1].text not in ends:
        first -= 1
    last = at
    while last < len(row) and row[last].text not in ends:
        last += 1
    return first, last


def names(text: str) -> frozenset[str]:
    """The words in capitals or with one, but for the first: places, bodies, surveys."""
    said = [one.strip("()[],.;:'\"\u2018\u2019\u201c\u201d") for one in text.split()]
    return frozenset(
        one
        for before, one in pairwise(said)
        if one[:1].isupper()
        and one.lower() not in FUNCTION | MONTHS | _PARTS_OF_REPORTS
        and before.lower() not in _PARTS_OF_REPORTS
    )
