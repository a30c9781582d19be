"""Words for a share whose figures stand in the sentence beside them.

"Most teachers were content. Of the 500 teachers asked, 210 were content": both sentences name the
same, and nothing else.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from peelian.engines.publishing.checker.claims.repeats.alike import negations, steps
from peelian.engines.publishing.checker.claims.repeats.words import CORRECTIONS, NEUTRAL
from peelian.engines.publishing.checker.claims.worded.phrases import LETTERS, Worded, word_at
from peelian.engines.publishing.checker.claims.wording import FUNCTION, dates, labels, names, root
from peelian.engines.publishing.checker.language.item import WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import finder, tags
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text

_ASKED: Final = words(
    "asked surveyed polled interviewed questioned survey poll sample sampled contacted examined "
    "reviewed inspected checked tested looked majority minority most only just virtually nearly "
    "almost practically vast large small great clear overwhelming"
)
"""Words that a sentence with figures may have besides, and those of the word for a share."""
_OF_THE: Final = finder(r"^ o w? (?P<whole>n) [wo]{1,6}? , w? (?P<part>n)")
_PART_OF: Final = finder(r"(?P<part>n) o w? (?P<whole>n)")
_NOT_SAID: Final = frozenset(root(one) for one in NEUTRAL | _ASKED)
_DEGREES: Final = words("very too so more less better worse still even already")
_FIRST: Final = 3
_LEAST: Final = 2


def told_beside(text: Text, sentence: Sentence) -> Iterator[tuple[Sentence, Sentence, Worded]]:
    """Words of the sentences beside one with counts or a percentage, with these as grounds."""
    figures = _figures(sentence)
    if figures is None:
        return
    for other in (*text.before(sentence, 1), *text.after(sentence, 1)):
        word = _only_word(other)
        if word is not None and _one_claim(other, sentence):
            yield other, sentence, Worded(word, *figures)


def _figures(
    sentence: Sentence,
) -> tuple[Quantity | None, Quantity | None, Quantity | None] | None:
    """The percentage, or the part and the whole, that are all the figures of a sentence."""
    found = sentence.quantities
    if len(found) == 1 and found[0].what is What.PERCENT and not found[0].ranged:
        return found[0], None, None
    if len(found) != _LEAST:
        return None
    for find in (_OF_THE, _PART_OF):
        for match in find(sentence.row):
            part, whole = match.quantity("part"), match.quantity("whole")
            if part is not None and whole is not None and 0 < part.value <= whole.value:
                return None, part, whole
    return None


def _only_word(sentence: Sentence) -> Quantity | None:
    """The word for a share with which a sentence without other figures begins."""
    letters = tags(sentence.row, LETTERS)
    places = [at for at, letter in enumerate(letters) if letter in "JMNAf"]
    others = [one for one in sentence.quantities if one.what is not What.FRACTION]
    if len(places) != 1 or places[0] >= _FIRST or others:
        return None
    return word_at(sentence, letters, places[0])


def _one_claim(word: Sentence, figures: Sentence) -> bool:
    """Whether both name the same things, one time and one place, and neither denies it."""
    named = _named(word.row)
    return (
        len(named) >= _LEAST
        and named == _named(figures.row)
        and _degrees(word.row) == _degrees(figures.row)
        and dates(word.row) == dates(figures.row)
        and labels(word.row) == labels(figures.row)
        and names(word.text) == names(figures.text)
        and negations(word.row) == negations(figures.row) == 0
        and not any(steps(one.row) for one in (word, figures))
        and not any(CORRECTIONS & {one.text for one in row} for row in (word.row, figures.row))
        and not word.text.endswith("?")
    )


def _degrees(row: Sequence[Item]) -> frozenset[str]:
    return _DEGREES & {one.text for one in row}


def _named(row: Sequence[Item]) -> frozenset[str]:
    said = [one.text for one in row if one.tag == WORD and one.text not in FUNCTION]
    return frozenset(root(one) for one in said) - _NOT_SAID
