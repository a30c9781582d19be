"""The only two counts that stand beside a rate: then the larger is the population, if it is one.

"In a population of 4.2 million, 312 people died, 7.4 for every 100,000": both are of people, and
no other number is there. Which words lead from one to the other does not matter then.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from peelian.engines.publishing.checker.claims.rates.doubts import ELSEWHERE, blocked
from peelian.engines.publishing.checker.claims.rates.grounds import counts, wholes
from peelian.engines.publishing.checker.claims.rates.phrases import Rate
from peelian.engines.publishing.checker.claims.wording import dates
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence

_POINTS: Final = words("that this which it")
_IS: Final = words("is was equals equates represents means gives makes amounts works")
_IN: Final = words("in among of for / amongst out_of over")
_LEADING: Final = words(
    "a an the that this which it or and equal equals equivalent to of is was ie i.e i.e. at rate "
    "rates works out as comes amounts amounting equalling "
    "per just about incidence prevalence density"
)
_OF_ALL: Final = words("in among its population for")
_LINKS: Final = words("amount amounts equal equals equates represent represents means gives is")
_AMONG: Final = words("among amongst in of out_of")
_PAIR: Final = 2
WIDEST: Final = 20
"""A rate so many times off is rather of something else. Peelian's own rule."""


def only_pair(near: Sequence[Sentence], rate: Rate) -> tuple[Quantity, Quantity] | None:
    """The count and the population of a rate, where no other numbers are in question."""
    if _rates_in(rate.sentence) > 1:
        return None
    here = counts(rate.sentence.row, rate, set())
    if len(here) == _PAIR:
        return _here(rate, *here)
    if not _leads(rate, len(rate.sentence.row)):
        return None
    before = near[1] if len(near) > 1 and near[1].part == rate.sentence.part else None
    if before is None or not _points_back(rate) or dates(rate.sentence.row) - dates(before.row):
        return None
    there = counts(before.row, rate, set())
    found = [*there, *here]
    if len(found) != _PAIR or not there or _rates_in(before) or blocked(rate):
        return None
    if any(one.tag == "t" or one.text in ELSEWHERE for one in (*before.row, *rate.sentence.row)):
        return None
    labelled = {id(one) for sentence in (rate.sentence, before) for one in wholes(sentence, rate)}
    return _ordered(rate, found[0][1], found[1][1], labelled)


def _rates_in(sentence: Sentence) -> int:
    """How many rates a sentence prints: of two, the second may be of anybody."""
    return sum(one.tag == What.PER.value for one in sentence.row)


def _here(
    rate: Rate, first: tuple[int, Quantity], second: tuple[int, Quantity]
) -> tuple[Quantity, Quantity] | None:
    """Two counts of the sentence of the rate itself."""
    row = rate.sentence.row
    if not _is_led(rate, first[0], second[0]):
        return None
    labelled = {id(one) for one in wholes(rate.sentence, rate)}
    if not rate.noun and _joined(row[first[0] + 1 : second[0]]):
        labelled.add(id(second[1]))
    if blocked(rate, first[0]) or blocked(rate, second[0]):
        return None
    return _ordered(rate, first[1], second[1], labelled)


def _joined(between: Sequence[Item]) -> bool:
    """Whether one count is said to be in or of the other, with few words between."""
    return len(between) <= _PAIR * 2 and any(one.text in _IN for one in between)


def _ordered(
    rate: Rate, one: Quantity, other: Quantity, labelled: set[int]
) -> tuple[Quantity, Quantity] | None:
    part, whole = sorted((one, other), key=lambda figure: figure.value)
    if id(whole) not in labelled or part.what is not rate.value.what or part.ranged:
        return None
    return (part, whole) if whole.what is What.COUNT else None


def _points_back(rate: Rate) -> bool:
    """Whether words such as "that is" lead to a rate."""
    ahead = rate.sentence.row[: rate.first]
    return any(one.text in _POINTS and two.text in _IS for one, two in pairwise(ahead))


def _is_led(rate: Rate, first: int, second: int) -> bool:
    """Whether the words between two counts and a rate allow that it is theirs."""
    if second < rate.first:
        return _leads(rate, second)
    if first > rate.last:
        return _follows(rate, first)
    between = rate.sentence.row[rate.last + 1 : second]
    return _leads(rate, first) and all(one.text in _LEADING | _OF_ALL for one in between)


def _leads(rate: Rate, nearest: int) -> bool:
    """Whether nothing but "or", "a rate of" and the like stands between the counts and a rate.

    Right after the nearest count its own words may stand: "86,400 crimes recorded amount to".
    """
    row = rate.sentence.row
    between = row[nearest + 1 : rate.first] if nearest < rate.first else _pointed(rate)
    signs = [at for at, one in enumerate(between) if one.tag in ",(:-"]
    if any(one.tag == ";" for one in between):
        return False
    if signs:
        return all(
            one.text in _LEADING or one.text.endswith("'s") for one in between[signs[-1] + 1 :]
        )
    return any(one.text in _LINKS for one in between)


def _pointed(rate: Rate) -> Sequence[Item]:
    """The words from "that is" to a rate."""
    ahead = rate.sentence.row[: rate.first]
    starts = [at for at, one in enumerate(ahead) if one.text in _POINTS]
    return ahead[starts[-1] :] if starts else ()


def _follows(rate: Rate, first: int) -> bool:
    """Whether a bracket or a colon right after a rate opens the counts: "(406/812,000)"."""
    row = rate.sentence.row
    between = row[rate.last + 1 : first]
    ahead = row[first + 1 : first + 4]
    if between and between[-1].tag in ",-:;" and ahead and ahead[0].text in _AMONG:
        # "8.5 burglaries per 1,000 households were recorded, 840 among 140,000 households"
        return any(one.quantity is not None for one in ahead)
    return bool(between) and between[0].tag in "(:" and len(between) <= _PAIR
