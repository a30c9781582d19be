"""Series of short names within a sentence: "age, disability, race, religion and sex".

A series is counted only where it can be counted in one way: short names without verbs, a single
"and" before the last, no brackets and no numbers.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import lexicon, tags

_OPENS: Final = lexicon(N="namely that_is")
_VERBS: Final = words(
    "is are was were be been has have had do does did will would can could may might should must "
    "we they it this that which who whose whether if because so but or when where while etc others "
    "more for_example having being all both each now often still mostly with as not"
)
_PAIRS: Final = lexicon(
    F="stop_and_search search_and_rescue fire_and_rescue health_and_safety drugs_and_alcohol "
    "alcohol_and_drugs women_and_girls crime_and_disorder research_and_development "
    "serious_and_organised equality_and_diversity learning_and_development trust_and_confidence "
    "hit_and_run drink_and_drug breaking_and_entering terms_and_conditions profit_and_loss "
    "accident_and_emergency children_and_families men_and_women checks_and_balances"
)
_OPENERS: Final = words("the a an to our how")
_LONGEST: Final = 6
_FEWEST: Final = 2


def named_in(row: Sequence[Item]) -> Iterator[tuple[int, int, int]]:
    """Every series: the item that opens it, the one after it, and how many names it has.

    A series follows a colon or "namely" and ends the sentence, stands between two dashes or
    after the only one, or in brackets.
    """
    letters = tags(row, _OPENS)
    for at, letter in enumerate(letters):
        if letter in (":", "N"):
            opens = at - 1 if letter == "N" and at and row[at - 1].tag == "," else at
            yield from _counted(row, opens, at + letters[at:].count("_") + 1, _end(row))
        elif _is_dash(row, at):
            closing = next(
                (one for one in range(at + 1, len(row)) if _is_dash(row, one)), _end(row)
            )
            paired = closing < _end(row)
            yield from (
                _counted(row, at, at + 1, closing) if paired else _plainly(row, at, closing)
            )
            return
        elif letter == "(":
            bracket = next((one for one in range(at + 1, len(row)) if row[one].tag == ")"), at)
            yield from _plainly(row, at, bracket)


def _plainly(row: Sequence[Item], opens: int, closing: int) -> Iterator[tuple[int, int, int]]:
    """Three names or more; two in brackets may be but examples."""
    yield from (one for one in _counted(row, opens, opens + 1, closing) if one[2] > _FEWEST)


def _end(row: Sequence[Item]) -> int:
    return len(row) - 1 if row and row[-1].tag in ".!" else len(row)


def _is_dash(row: Sequence[Item], at: int) -> bool:
    return row[at].tag == "-" and at > 0 and row[at - 1].end < row[at].start


def _counted(
    row: Sequence[Item], opens: int, first: int, last: int
) -> Iterator[tuple[int, int, int]]:
    inside = row[first:last]
    if not inside or any(one.tag not in "wo,-" or one.text in _VERBS for one in inside):
        return
    joins = [place for place, one in enumerate(inside) if one.text in ("and", "&")]
    commas = [place for place, one in enumerate(inside) if one.tag == ","]
    if "F" in tags(inside, _PAIRS):
        return
    if len(joins) != 1 or (commas and joins[0] < commas[-1]):
        return
    ends = sorted({*commas, joins[0]} - {joins[0] - 1})
    names = [
        inside[start:stop]
        for start, stop in zip([0, *(one + 1 for one in ends)], [*ends, len(inside)], strict=True)
    ]
    if _is_uneven(names):
        return
    if all(0 < len(one) <= _LONGEST for one in names) and len(names) >= _FEWEST:
        yield opens, last, len(names)


def _is_uneven(names: Sequence[Sequence[Item]]) -> bool:
    """Whether all names but the last open alike, so that "and" may stand within the last."""
    opened = [bool(one) and one[0].text in _OPENERS for one in names]
    return len(opened) > _FEWEST and all(opened[:-1]) and not opened[-1]
