"""One thing with two amounts: "the cost of an abandoned call is £84 ... at £48 per call"."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.repeats.alike import (
    contradiction,
    one_setting,
    transposed,
)
from peelian.engines.publishing.checker.claims.repeats.mentions import roots
from peelian.engines.publishing.checker.claims.repeats.words import COSTS
from peelian.engines.publishing.checker.claims.saying import between
from peelian.engines.publishing.checker.claims.wording import FUNCTION, labels, root
from peelian.engines.publishing.checker.findings import Finding
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text

_OF_EACH: Final = frozenset({"average"})
_NEAR: Final = Fraction(1, 4)


def find(text: Text) -> Iterator[Finding]:
    """Every amount "per" something, or of something, for which the sentence before has another."""
    yield from _taken_up(text)
    for later in text.sentences:
        for at, item in enumerate(later.row):
            amount = item.quantity
            if amount is None or amount.what is not What.MONEY or at + 1 == len(later.row):
                continue
            per = later.row[at + 1].quantity
            if per is None or per.what is not What.PER or per.value != 1:
                continue
            for earlier in text.before(later, 1):
                cost = _cost(earlier)
                if cost is None or cost.span.meets(amount.span):
                    continue
                if _of_one_thing(earlier, later, at, per):
                    yield contradiction((earlier, cost), (later, amount), f"£{between(cost.span)}")


def _cost(sentence: Sentence) -> Quantity | None:
    """The only amount of a sentence that gives a cost."""
    amounts = _amounts(sentence)
    gives = any(one.text in COSTS for one in sentence.row)
    return amounts[0] if len(amounts) == 1 and gives and not amounts[0].soft else None


def _of_one_thing(earlier: Sentence, later: Sentence, at: int, per: Quantity) -> bool:
    last = at + 2
    while last < len(later.row) and later.row[last].tag in ("w", "l"):
        last += 1
    phrase = later.row[at + 2 : last]
    named = {*roots(phrase), root(per.unit)}
    return (
        named <= roots(earlier.row)
        and labels(phrase) <= labels(earlier.row)
        and one_setting(earlier, later, _OF_EACH)
    )


def _taken_up(text: Text) -> Iterator[Finding]:
    """ "The £14.2 million budget", where the sentence before gave another amount for it."""
    for later in text.sentences:
        for at, item in enumerate(later.row):
            amount = item.quantity
            if amount is None or amount.what is not What.MONEY or not at:
                continue
            if later.row[at - 1].text not in ("the", "this", "its", "their", "our"):
                continue
            for earlier in text.before(later, 1):
                if _is_that(earlier, later, at, amount):
                    given = _amounts(earlier)[0]
                    said = f"£{between(given.span)}"
                    yield contradiction((earlier, given), (later, amount), said)


def _is_that(earlier: Sentence, later: Sentence, at: int, amount: Quantity) -> bool:
    """Whether the amount is that of the subject of a sentence with one other amount, near by."""
    given = _amounts(earlier)
    if len(given) != 1 or given[0].soft or amount.soft or given[0].span.meets(amount.span):
        return False
    phrase = []
    for one in later.row[at + 1 :]:
        if one.tag != "w" or one.text in FUNCTION:
            break
        phrase.append(one)
    first, last = sorted((given[0].value, amount.value))
    subject = earlier.row[: _place(earlier, given[0])]
    return (
        bool(phrase)
        and roots(phrase) <= roots(subject)
        and (last - first <= _NEAR * last or transposed(given[0], amount))
        and one_setting(earlier, later)
    )


def _amounts(sentence: Sentence) -> list[Quantity]:
    return [one for one in sentence.quantities if one.what is What.MONEY]


def _place(sentence: Sentence, figure: Quantity) -> int:
    return next(at for at, one in enumerate(sentence.row) if one.quantity == figure)
