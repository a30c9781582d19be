"""Words for a share of things whose number stands in the sentence before, or earlier in their own.

"We completed 134 reviews. A third of the reviews, 29 in all, found fault"; "The trust received 86
complaints. Most of them, 34 complaints, were about delay".
"""

from collections.abc import Iterator, Sequence
from typing import Final

from peelian.engines.publishing.checker.claims.averages.parts import noun_of, numbers_of
from peelian.engines.publishing.checker.claims.worded.phrases import (
    LETTERS,
    OF_ALL,
    Worded,
    goes_on,
    word_at,
)
from peelian.engines.publishing.checker.claims.wording import root
from peelian.engines.publishing.checker.language.item import WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import Match, matches, pattern, tags
from peelian.engines.publishing.checker.language.quantities import What
from peelian.engines.publishing.checker.language.text import Sentence, Text

_FORM: Final = pattern(
    r"(?P<word>[JMNAf]) _* o (?P<of>w{1,3}) [,(-] w{0,2}? (?P<part>n) (?P<all>[ow]{0,2}) [,)-]"
)
_THE: Final = words("the these those our its their")
_THEM: Final = words("them these those")
_AT_FIRST: Final = 2


def of_known(text: Text, sentence: Sentence) -> Iterator[Worded]:
    """Every word with its part whose whole is the only number of such things just before."""
    row = sentence.row
    letters = tags(row, LETTERS)
    if not set("JMNAf") & set(letters):
        return
    for match in matches(_FORM, row, letters):
        at, part = match.at("word"), match.quantity("part")
        noun = _noun(match)
        if at is None or part is None or noun is None or part.soft:
            continue
        if goes_on(row, match.end):
            continue
        word = word_at(sentence, letters, at)
        for before in (row[:at], *(one.row for one in text.before(sentence, 1))):
            wholes = list(numbers_of(before, noun))
            if wholes:
                plain = len(wholes) == 1 and _names_no_more(match, before)
                if word is not None and plain and part.value <= wholes[0].value:
                    yield Worded(word, None, part, wholes[0])
                break


def _noun(match: Match) -> str | None:
    """What the share is of, if the part is of all of it: by "in all", or by the noun again."""
    said, closing = match.words("of"), match.words("all")
    known = " ".join(closing) in {"", *OF_ALL}
    if len(said) == 1 and said[0] in _THEM:
        return "" if known else _again(match)
    if len(said) < _AT_FIRST or said[0] not in _THE:
        return None
    first = match.at("of")
    noun = noun_of(match.items, (first or 0) + 1)
    return noun if noun and (known or _again(match) == noun) else None


def _names_no_more(match: Match, before: Sequence[Item]) -> bool:
    """Whether the things are named by no word that was not named with their number.

    "Them" stands for the only number there is.
    """
    said = match.words("of")
    if said[0] in _THEM:
        return sum(one.tag == What.COUNT.value for one in before) == 1
    known = {root(one.text) for one in before if one.tag == WORD}
    return all(root(one) in known for one in said[1:])


def _again(match: Match) -> str | None:
    """The noun after the part, where nothing else follows: "34 complaints"."""
    first = match.at("all")
    rest: Sequence[Item] = () if first is None else match.items[first : match.end - 1]
    return noun_of(match.items, first) if first is not None and len(rest) == 1 else None
