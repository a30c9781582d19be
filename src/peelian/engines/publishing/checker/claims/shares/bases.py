"""What a percentage says itself that it is of, and whether that was said of a count before.

"26 failed, meaning 45% of the sample" is of whatever was sampled; "96 failed, 19 per cent of all
drivers stopped" is of a count of which both words were said: "640 drivers were stopped".
"""

from collections.abc import Sequence
from typing import Final

from peelian.engines.publishing.checker.claims.shares.words import NARROWING, SHARE
from peelian.engines.publishing.checker.claims.wording import FUNCTION, root
from peelian.engines.publishing.checker.language import nouns
from peelian.engines.publishing.checker.language.item import OF, WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import tags

_ANY_WHOLE: Final = frozenset(
    map(
        root,
        words(
            "sample total whole panel stock pool cohort caseload workforce membership electorate "
            "intake fleet"
        ),
    )
)
"""What may stand for all that were counted, whatever they are."""

_DONE: Final = words("sent held seen taken given found drawn shown told read")
_BEGINNING: Final = 6
_TOLD_APART: Final = words("who whose that which from in on at with aged under over")
_SAME: Final = frozenset("AD_E")


def base_of(row: Sequence[Item], at: int) -> tuple[str, ...]:
    """The roots of the words that name what a percentage is of; nothing where it does not say."""
    letters = tags(row, SHARE)
    place = at + 1
    if letters[place : place + 1] == "E":
        while letters[place + 1 : place + 2] == "_":
            place += 1
        named = nouns.after(row, place + 1)
        return tuple(root(one) for one in named if one not in _NUMBERS) or ("total",)
    if place >= len(row) or row[place].tag != OF:
        return ()
    place += 1
    while place < len(row) and letters[place] in _SAME:
        place += 1
    if place < len(row) and root(row[place].text) in _ANY_WHOLE:
        narrowed = place + 1 < len(row) and row[place + 1].text in NARROWING
        return (root(row[place].text), *([_NARROWED] if narrowed else ()))
    if row[place - 1].text == "those" and place < len(row) and row[place].quantity is not None:
        return (_NARROWED,)  # "of those under 18"
    if row[place - 1].text == "those" and is_of_those_who(row, place) and _is_done(row[place]):
        named, last = (row[place].text,), place + 1
    else:
        named, last = nouns.after(row, place), place
    while last < len(row) and row[last].tag == WORD and row[last].text not in nouns.STOPS:
        last += 1
    base = [root(one) for one in named]
    if last < len(row) and row[last].text in NARROWING:
        # "of all children in care": what was said of the whole must be said here too.
        further = []
        for one in row[last : last + _FURTHER] if row[last].text not in _RELATIVE else ():
            if one.tag != WORD:
                break
            if one.text not in FUNCTION:
                further.append(root(nouns.stem(one.text)))
        base += further or [_NARROWED]
    return tuple(base)


def base_beside(row: Sequence[Item], at: int) -> tuple[str, ...]:
    """The same also past the bracket in which a percentage stands: "60 (30%) of those under 18"."""
    closed = at + 1 < len(row) and row[at + 1].tag == ")"
    return base_of(row, at) or (base_of(row, at + 1) if closed else ())


_NUMBERS: Final = words("number count figure amount")
_RELATIVE: Final = words("who that which whose having")
_FURTHER: Final = 5
_NARROWED: Final = ""
"""Stands for words that make a base smaller: no count was said to be of it."""


def _is_done(item: Item) -> bool:
    return item.text.endswith("ed") or item.text in _DONE


def is_any(base: Sequence[str]) -> bool:
    """Whether a base is only "the sample" or "the total", which stands for any whole."""
    return bool(base) and base[0] in _ANY_WHOLE and _NARROWED not in base


def is_said(base: Sequence[str], row: Sequence[Item]) -> bool:
    """Whether every word of a base was said in the sentence of a whole."""
    if not base:
        return False
    said = {root(nouns.stem(one.text)) for one in row if one.tag == WORD}
    return is_any(base) or all(one in said or _is_derived(one, said) for one in base)


def _is_derived(word: str, said: set[str]) -> bool:
    """Whether another word has the same beginning: "referral" and "referred"."""
    return len(word) >= _BEGINNING and any(one[:_BEGINNING] == word[:_BEGINNING] for one in said)


def told_apart(row: Sequence[Item]) -> frozenset[str]:
    """The words that tell "those" apart before a part: "of those who replied, 205 (41%)"."""
    said: set[str] = set()
    for at, one in enumerate(row):
        if one.text == "those" and is_of_those_who(row, at + 1):
            ends = next((end for end in range(at, len(row)) if row[end].tag in ",;("), len(row))
            words_ = [item.text for item in row[at + 1 : ends] if item.tag == WORD]
            said |= {root(nouns.stem(word)) for word in words_ if word not in FUNCTION}
    return frozenset(said)


def is_of_those_who(row: Sequence[Item], after: int) -> bool:
    """Whether "those" is told apart by what was done: "of those stopped", not "of those, 12"."""
    if not 0 < after < len(row) or row[after - 1].text != "those":
        return False
    said = row[after].text
    told = said.endswith("ed") or said in _DONE or said in _TOLD_APART
    return row[after].tag == WORD and told
