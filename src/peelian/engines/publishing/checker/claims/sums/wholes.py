"""A whole that is named first: "Of the 3,180 calls, 1,950 came by day and 1,230 by night"."""

from collections.abc import Iterator
from typing import Final

from peelian.engines.publishing.checker.claims.sums.addends import MOST, Addends, addends
from peelian.engines.publishing.checker.claims.sums.adding import Bound, Sum
from peelian.engines.publishing.checker.claims.sums.composed import only_before, plausible
from peelian.engines.publishing.checker.claims.sums.divisions import (
    complement_each_other,
    exclude_each_other,
    name_all,
)
from peelian.engines.publishing.checker.claims.sums.overlaps import overlapping
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import (
    Match,
    lexicon,
    matches,
    pattern,
    tags,
)
from peelian.engines.publishing.checker.language.quantities import Quantity
from peelian.engines.publishing.checker.language.text import Sentence, Text

_WORDS: Final = lexicon(
    B="among amongst",
    A="these those them",
    W="which whom",
    D="the our its all their",
    T="total_of",
)
_FIRST: Final = pattern(r"(?: (?<=^) | (?<=[,;:]) ) [oB] [Dw]{0,4}? (?P<whole>[nm])")
_WHOSE: Final = pattern(r"(?P<whole>[nm]) [wDod]{0,8}? , o W")
_OF_THEM: Final = pattern(r"(?P<whole>[nm]) [wDod]{0,8}? , (?= [nm] o [AW])")
_BESIDE: Final = pattern(r"(?P<whole>[nm]) (?P<named>w{1,5}) , (?= [nm])")
_IN_ALL: Final = pattern(r"T _ (?P<whole>[nm]) [wDod]{0,8}? [;:] (?= D? [nm])")
_BEFORE_PARTS: Final = pattern(r"(?P<whole>n) (?P<named>w{1,5}) ; (?= n w)")
_POINTING: Final = pattern(r"^ [oB] A")
_UNNAMED: Final = words("from in by on at with for to of")
_CHANGED: Final = words("by from to than")
_MORE: Final = words("more fewer less further extra additional other others new")
_SCORES: Final = words("pt pts point points goal goals")
_VERBS: Final = words("have has had were was are is been being remain did do")


def sums(text: Text, sentence: Sentence) -> Iterator[tuple[Sum, ...]]:
    """The readings of each whole that is named before its parts."""
    found = list(_named_first(text, sentence))
    barred = bool(found) and overlapping(text, sentence)
    for first, whole, whose in found:
        yield _listed(sentence, first, whole, whose=whose, barred=barred)


def _named_first(text: Text, sentence: Sentence) -> Iterator[tuple[int, Quantity, bool]]:
    """Every whole with the item at which the list of its parts may start.

    And whether the words say that the list is of its parts: "of the 40", "40, of whom".
    """
    letters = tags(sentence.row, _WORDS)
    for wanted in (_FIRST, _WHOSE, _OF_THEM, _IN_ALL, _BESIDE):
        for match in matches(wanted, sentence.row, letters):
            whole, at = match.quantity("whole"), match.at("whole")
            if whole is None or at is None:
                continue
            if wanted is not _BESIDE or _parts_it(sentence, match, whole):
                whose = wanted in (_FIRST, _WHOSE, _OF_THEM)
                yield at + 1 if wanted is _FIRST else match.end, whole, whose
    for match in matches(_BEFORE_PARTS, sentence.row, letters):
        whole = match.quantity("whole")
        if whole is None or _is_change(sentence, match):
            continue
        found = addends(sentence, match.end, whole)
        # "1,318 calls: 742 from schools; 391 ... and the other 185" are no parts of the 742.
        whose = found.completed and sentence.quantities[0] is whole
        if found.excluding or whose:
            yield match.end, whole, whose
    for match in matches(_POINTING, sentence.row, letters):
        whole = only_before(text, sentence)
        if whole is not None:
            yield match.end, whole, True


def _is_change(sentence: Sentence, match: Match) -> bool:
    """Whether a number is how many more or fewer: "fell by 90 in all; 60 men and 40 women"."""
    before = sentence.row[match.start - 1].text if match.start else ""
    return before in _CHANGED or bool(_MORE & set(match.words("named")))


def _parts_it(sentence: Sentence, match: Match, whole: Quantity) -> bool:
    """Whether a list goes into a whole and not on from it: "90 files, 55 from the north"."""
    if (_VERBS | _SCORES) & set(match.words("named")):
        # "Nine have been met, three partly met and two not met": the nine are a part themselves.
        return False
    found = addends(sentence, match.end, whole)
    if exclude_each_other((match.words("named"), *found.said)):
        return False
    if found.said and match.words("named")[:1] == found.said[0][:1]:
        # "1.49 million in the north, 1.33 million in the south": the first is a part itself.
        return False
    unnamed = not any(said and not _UNNAMED & set(said[:1]) for said in found.said)
    return found.excluding or unnamed


def _listed(
    sentence: Sentence, first: int, whole: Quantity, *, whose: bool, barred: bool
) -> tuple[Sum, ...]:
    """The parts listed after a whole, then the first of them alone, as far as two."""
    found = addends(sentence, first, whole)
    parts = found.parts
    if len(parts) < 2 or not plausible(whole, parts):
        return ()
    judged = whole if whole.part == sentence.part else parts[0]
    fewer = (
        Sum(whole, parts[:number], Bound.OPEN, judged) for number in range(len(parts) - 1, 1, -1)
    )
    bound = _bound(found, whose=whose, barred=barred)
    return (Sum(whole, parts, bound, judged), *fewer, *_with_doubtful(whole, found))


def _with_doubtful(whole: Quantity, found: Addends) -> Iterator[Sum]:
    """All numbers after a whole: "of 31 trainees 4 failed, 25 passed and 2 withdrew"."""
    if found.doubtful and len(found.parts) + len(found.doubtful) <= MOST:
        every = sorted((*found.parts, *found.doubtful), key=lambda one: one.start)
        yield Sum(whole, tuple(every), Bound.OPEN, whole)


def _bound(found: Addends, *, whose: bool, barred: bool) -> Bound:
    if barred or found.vague or found.doubtful:
        return Bound.OPEN
    if found.completed and whose:
        return Bound.ALL
    if complement_each_other(found.said) or (found.excluding and name_all(found.said)):
        return Bound.ALL
    if found.excluding and not found.properties:
        return Bound.APART
    return Bound.OPEN
