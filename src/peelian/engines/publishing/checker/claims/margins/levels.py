"""With what confidence a margin is given, and whether it is of a share or of a change."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.once import once
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.rows import Row
from peelian.engines.publishing.checker.language.text import Sentence, Text

USUAL: Final = Fraction(95)
"""The confidence, per cent, of a margin that says nothing of it: the habit of all polls."""

_LEVELS: Final = frozenset(
    Fraction(one) for one in ("68", "80", "85", "90", "95", "97.5", "98", "99", "99.5", "99.9")
)
_SAYS_LEVEL: Final = words("confidence ci c.i cis confident credible certainty uncertainty cri cl")
_OF_MARGINS: Final = words("margin margins error interval intervals significant significance")
_BETWEEN_LEVEL: Final = words("level levels of the two-sided wilson exact at is was : = , be")
_CHANGE: Final = words(
    "reduction reductions increase increased decrease decreased fall fell rise rose change "
    "difference lower higher more less fewer greater drop growth decline declined mortality "
    "excess improvement effective efficacy reduced raised improved cut grew dropped gained"
)


def level_of(text: Text, sentence: Sentence) -> tuple[Fraction, bool]:
    """The confidence of a margin, per cent, and whether the report says it near the margin.

    In the sentence, else in its passage, else 95.
    """
    if found := levels_in(sentence.row):
        return found[0].value, True
    level = _first_levels(text).get(sentence.part)
    return (USUAL, False) if level is None else (level, True)


@once
def _first_levels(text: Text) -> dict[int, Fraction]:
    """The first level of confidence in every passage that has one."""
    found: dict[int, Fraction] = {}
    for one in text.sentences:
        if one.part not in found and (levels := levels_in(one.row)):
            found[one.part] = levels[0].value
    return found


def levels_in(row: Sequence[Item]) -> list[Quantity]:
    """The percentages of a sentence that are a level of confidence: "95% CI"."""
    found: list[Quantity] = []
    if isinstance(row, Row) and (_SAYS_LEVEL | _OF_MARGINS).isdisjoint(row.places):
        return found
    for at, item in enumerate(row):
        figure = item.quantity
        if figure is None or figure.what is not What.PERCENT or figure.value not in _LEVELS:
            continue
        if _level_word(row, at, 1) or _level_word(row, at, -1) or _plain_level(row, at):
            found.append(figure)
    return found


def is_change(sentence: Sentence, figure: Quantity) -> bool:
    """Whether a percentage is of a change or of a risk rather than a share of cases."""
    row = sentence.row
    at = next((at for at, one in enumerate(row) if one.quantity is figure), 0)
    after = at + 1
    if after < len(row) and row[after].tag == "(":
        after = next((step for step in range(after, len(row)) if row[step].tag == ")"), after) + 1
    before = [one.text for one in row[max(0, at - 4) : at]]
    if before[-1:] == ["by"] or set(before[-1:]) & _CHANGE:
        return True
    if before[-1:] in (["of"], ["in"]) and set(before) & _CHANGE:
        return True
    return any(one.text in _CHANGE for one in (*row[at + 1 : at + 3], *row[after : after + 2]))


def is_signed(sentence: Sentence, figure: Quantity) -> bool:
    """Whether a percentage is below zero or itself a margin: "-3.76% ±1.36% ±1.82%"."""
    row = sentence.row
    at = next((at for at, one in enumerate(row) if one.quantity is figure), 0)
    if at == 0 or row[at - 1].tag not in ("-", "g"):
        return False
    apart = at == 1 or row[at - 2].end < row[at - 1].start
    return row[at - 1].tag == "g" or (apart and row[at - 1].end == row[at].start)


def _plain_level(row: Sequence[Item], at: int) -> bool:
    """Whether "at the 95 per cent level" stands in a sentence that speaks of a margin."""
    at_the = [one.text for one in row[max(0, at - 2) : at]] == ["at", "the"]
    level = [one.text for one in row[at + 1 : at + 2]] == ["level"]
    return at_the and level and any(one.text in _OF_MARGINS for one in row)


def _level_word(row: Sequence[Item], at: int, step: int) -> bool:
    """Whether a word of confidence stands next to a percentage, past "level of" and the like."""
    place = at + step
    while 0 <= place < len(row) and abs(place - at) < 4 and row[place].text in _BETWEEN_LEVEL:
        place += step
    if not (0 <= place < len(row)) or row[place].text not in _SAYS_LEVEL:
        return False
    # "a confidence interval of 95%" is no level, and "public confidence of 80%" none either.
    return step > 0 or any(one.text.startswith("level") for one in row[place - 2 : at])
