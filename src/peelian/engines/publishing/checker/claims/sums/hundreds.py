"""Percentages that make up one whole: "58 per cent were women and 42 per cent were men"."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.sums.addends import MOST, addends
from peelian.engines.publishing.checker.claims.sums.adding import Bound, Sum
from peelian.engines.publishing.checker.claims.sums.overlaps import exclusive, overlapping, selected
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import lexicon, matches, pattern, tags
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text
from peelian.numbers.rounding import exactly

_WORDS: Final = lexicon(
    N="no_other nothing_else no_others nobody_else no_one_else in_full",
    C="comprised comprising comprises consisted_of consists_of consisting_of made_up_of "
    "composed_of broken_down_as broken_down_into divided_into split_into split_between "
    "divided_between split divided",
    G="rise rose risen increase increased increases increasing growth grew fall fell fallen "
    "decrease decreased drop dropped reduction reduced decline declined up down compared than "
    "against",
)
_SPLIT: Final = pattern(r"C w{0,3}? (?P<one>[np]) [/:] (?P<other>[np])")
_SPLIT_AFTER: Final = pattern(r"(?P<one>[np]) [/:] (?P<other>[np]) C")
_RATIO: Final = (pattern(r"C w{0,3}? (?P<both>l)"), pattern(r"(?P<both>l) C"))
_NEAR: Final = range(80, 121)
_LEAST: Final = 5
_FEW: Final = 2
_WHOLE: Final = 100
_OTHER: Final = words("other others another unknown")
_OF_EACH: Final = words("in for among amongst at by during on within")
_ON: Final = words("on over about along")
_CHANGING: Final = words("from to by")
_VERBS: Final = words("have has had were was are is do did said felt thought agreed reported used")


def sums(text: Text, sentence: Sentence) -> Iterator[tuple[Sum, ...]]:
    """The readings of the percentages of one sentence as parts of 100."""
    letters = tags(sentence.row, _WORDS)
    yield from _split(sentence, letters)
    yield from _ratio(sentence, letters)
    percents = [at for at, one in enumerate(sentence.row) if one.tag == What.PERCENT]
    if len(percents) < _FEW or len(percents) > MOST or "G" in letters:
        return
    if any(sentence.row[at - 1].text in _CHANGING for at in percents if at):
        return
    kind = sentence.row[percents[0]].quantity
    if kind is None:
        return
    once = exclusive(text, sentence)
    if once and not _of_several(sentence.row, percents):
        parts = _in_order(sentence.row, percents)
        yield (Sum(None, parts, Bound.APART, parts[-1]),)
        return
    yield _listed(sentence, letters, percents, kind, overlapping(text, sentence))


def _split(sentence: Sentence, letters: str) -> Iterator[tuple[Sum, ...]]:
    """ "split 60/40"."""
    for wanted in (_SPLIT, _SPLIT_AFTER):
        for match in matches(wanted, sentence.row, letters):
            one, other = match.quantity("one"), match.quantity("other")
            if one is None or other is None or min(one.value, other.value) < _LEAST:
                continue
            if int(one.value + other.value) in _NEAR:
                yield (Sum(None, (one, other), Bound.ALL, other),)


def _ratio(sentence: Sentence, letters: str) -> Iterator[tuple[Sum, ...]]:
    """ "divided 70:30", which looks like a time of day and is read as one item."""
    for wanted in _RATIO:
        for match in matches(wanted, sentence.row, letters):
            item = sentence.row[match.parts["both"][0]]
            first, sign, second = item.text.partition(":")
            if not sign or not (first.isdigit() and second.isdigit()):
                continue
            one = _number(first, item.start, sentence.part)
            other = _number(second, item.end - len(second), sentence.part)
            if min(one.value, other.value) >= _LEAST and int(one.value + other.value) in _NEAR:
                yield (Sum(None, (one, other), Bound.ALL, other),)


def _number(digits: str, start: int, part: int) -> Quantity:
    value = Fraction(digits)
    return Quantity(
        What.COUNT, value, exactly(value), start, start + len(digits), digits, part=part
    )


def _listed(
    sentence: Sentence, letters: str, percents: list[int], kind: Quantity, barred: bool
) -> tuple[Sum, ...]:
    row = sentence.row
    found = addends(sentence, percents[0], kind)
    parts = found.parts
    if not parts or "N" in letters:
        parts = _in_order(row, percents)
    if len(parts) < _FEW or _of_several(row, percents):
        return ()
    told = letters[: percents[0]]
    cue = told.rfind("C", len(told) - 6 if len(told) > 6 else 0)
    # "Split on the grading, with 49% ...": of opinion, and some may have had none.
    every = "N" in letters or (cue >= 0 and row[cue + 1].text not in _ON)
    bound = Bound.OPEN
    if not (barred or found.vague or selected(row[: percents[0]])):
        if every and len(parts) == len(percents):
            bound = Bound.ALL
        elif (
            found.excluding
            and not found.doubtful
            and not _in_places(found.said)
            and not _do_something(found.said)
        ):
            bound = Bound.APART
    if bound is Bound.OPEN and (len(parts) == _FEW or any(one.soft for one in parts)):
        return ()
    return (Sum(None, parts, bound, parts[-1]), *_fewer(parts))


def _do_something(said: Sequence[Sequence[str]]) -> bool:
    """Whether percentages are of each of those named: "58% women and 48% men had children"."""
    return any(word in _VERBS for word in said[-1][1:])


def _in_places(said: Sequence[Sequence[str]]) -> bool:
    """Whether each percentage has a place of its own: "61% in the north, 80% in the south"."""
    return sum(one[0] in _OF_EACH for one in said if one) > 1


def _fewer(parts: tuple[Quantity, ...]) -> Iterator[Sum]:
    """The first of the parts where they make 100 as printed, and the rest divides another way."""
    for size in range(len(parts) - 1, 1, -1):
        if sum(one.value for one in parts[:size]) == _WHOLE:
            yield Sum(None, parts[:size], Bound.OPEN, parts[size - 1])


def _of_several(row: tuple[Item, ...], percents: list[int]) -> bool:
    """Whether percentages have wholes of their own: "60% of men and 40% of women"."""
    followed = [row[at + 1 : at + 3] for at in percents]
    own = [
        ahead
        for ahead in followed
        if ahead and ahead[0].tag == "o" and ahead[-1].text not in _OTHER
    ]
    return len(own) > 1


def _in_order(row: tuple[Item, ...], percents: list[int]) -> tuple[Quantity, ...]:
    return tuple(number for at in percents if (number := row[at].quantity) is not None)
