"""A sentence as a row of items: quantities, labels, dates, signs and words.

Each item has a tag of one letter, so that a phrase is a pattern over a short string of tags (see
``phrases``). Quantities carry the tags of ``What``; a date is ``d``, a label ``l``, "of" and "out
of" are ``o``, any other word ``w``, and a sign stands for itself.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.language import fractions, labels, numerals, soft, units
from peelian.engines.publishing.checker.language.conversions import without_conversions
from peelian.engines.publishing.checker.language.item import (
    DATE,
    LABEL,
    MARGIN,
    OF,
    OTHER,
    SIGNS,
    WORD,
    Item,
)
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.numerals import Numeral, numeral
from peelian.engines.publishing.checker.language.quantities import (
    Quantity,
    What,
    rounded_figure,
    span_of_count,
)
from peelian.engines.publishing.checker.language.softening import softened
from peelian.engines.publishing.checker.language.tokens import Form, Token, tokens
from peelian.numbers.rounding import Range

_MONEY: Final = frozenset("£$€")


def items(text: str) -> tuple[Item, ...]:
    """The items of a sentence in order."""
    run = tokens(text)
    found: list[Item] = []
    at = 0
    while at < len(run):
        item, at = _next(text, run, at)
        found.append(item)
    return tuple(softened(_shared(_ranged(without_conversions(found), text)), text))


_OPENING: Final = (
    numerals.OPENING | fractions.OPENING | units.OPENING | labels.MONTHS | words("of out")
)
"""The words that may be more than words, if they have no hyphen; most of a text has neither."""


_OF_NUMBERS: Final = (fractions.fraction,)
_READERS: Final = (*_OF_NUMBERS, units.times, units.per, units.base)
"""What reads a quantity that is no plain number: where it opens with digits, and elsewhere."""


def _next(text: str, run: Sequence[Token], at: int) -> tuple[Item, int]:
    """The item that starts at a token, and the token after it."""
    token = run[at]
    if token.form is Form.WORD and token.text not in _OPENING and "-" not in token.text:
        return Item(WORD, token.text, token.start, token.end), at + 1
    if (token.text.startswith("+") and token.text != "+") or token.text == "±":
        return _plain(MARGIN, run, at, 1)
    if token.form is Form.SIGN and token.text not in _MONEY:
        tag = token.text if token.text in SIGNS else OTHER
        return Item(tag, token.text, token.start, token.end), at + 1
    dated = labels.is_date(run, at)
    if dated:
        return _plain(DATE, run, at, dated)
    if token.text == "out" and at + 1 < len(run) and run[at + 1].text == "of":
        return _plain(OF, run, at, 2)
    if token.text == "of":
        return _plain(OF, run, at, 1)
    for reader in _READERS if token.form is not Form.NUMBER else _OF_NUMBERS:
        read = reader(text, run, at)
        if read is not None:
            quantity, after = read
            return _of(quantity, run, at, after), after
    if token.form is Form.LABEL:
        return _plain(LABEL, run, at, 1)
    is_money = token.text in _MONEY or token.form is Form.CURRENCY
    if is_money and (number := numeral(run, at + 1)) is not None:
        return _amount(text, run, at, number), number.after
    number = numeral(run, at)
    if number is not None and not _is_pronoun(run, at, number):
        if labels.is_label(run, at):
            return _plain(LABEL, run, at, number.after - at)
        quantity, after = units.counted_in(text, run, at, number)
        return _of(quantity, run, at, after), after
    return _plain(OTHER if token.form is Form.SIGN else WORD, run, at, 1)


def _is_pronoun(run: Sequence[Token], at: int, number: Numeral) -> bool:
    """ "One" counts only before "of" or "in"; elsewhere it mostly stands for somebody."""
    if run[at].text != "one" or number.after != at + 1:
        return False
    following = run[at + 1].text if at + 1 < len(run) else ""
    return following not in ("of", "out", "per", "percent", "%")


def _plain(tag: str, run: Sequence[Token], at: int, length: int) -> tuple[Item, int]:
    last = run[min(at + length, len(run)) - 1]
    said = " ".join(one.text for one in run[at : at + length])
    return Item(tag, said, run[at].start, last.end), at + length


def _of(quantity: Quantity, run: Sequence[Token], at: int, after: int) -> Item:
    said = " ".join(one.text for one in run[at:after])
    return Item(quantity.what.value, said, run[at].start, run[after - 1].end, quantity)


def _amount(text: str, run: Sequence[Token], at: int, number: Numeral) -> Item:
    start, end = run[at].start, run[number.after - 1].end
    quantity = Quantity(
        What.MONEY,
        number.value,
        span_of_count(number.value, number.decimals)
        if number.decimals == 0
        else rounded_figure(number.value, number.decimals),
        start,
        end,
        text[start:end],
        decimals=number.decimals,
        unit=run[at].text,
        digits=number.digits,
    )
    return _of(quantity, run, at, number.after)


_JOINS: Final = words("and or to versus vs")
_OF_CONFIDENCE: Final = words("confidence ci c.i cri credible")
_LIKE: Final = {What.COUNT, What.PERCENT, What.MONEY, What.POINTS, What.DURATION}


def _ranged(found: Sequence[Item], text: str) -> list[Item]:
    """Two numbers joined by a dash are one that may be either: ``1,500-1,600``, ``40-45%``."""
    joined: list[Item] = []
    at = 0
    while at < len(found):
        if found[at].quantity is not None and at + 2 < len(found) and _is_range(found, at):
            joined.append(_joined(found[at], found[at + 2], text))
            at += 3
        else:
            joined.append(found[at])
            at += 1
    return joined


def _is_range(found: Sequence[Item], at: int) -> bool:
    first, sign, last = found[at : at + 3]
    low, high = first.quantity, last.quantity
    if low is None or high is None or high.what not in _LIKE:
        return False
    # Times are in hours: 12 is less than 95 minutes only once it is in minutes too.
    timed = low.what is What.COUNT and high.what is What.DURATION
    if high.value <= low.value * (units.HOURS[high.unit] if timed else 1):
        return False
    tight = sign.tag == "-" and first.end == sign.start and sign.end == last.start
    if low.what is not high.what and low.what is not What.COUNT:
        return tight and _is_amount(low, high)
    behind = found[at - 1].text if at else ""
    between = behind == "between" and sign.text == "and"
    either = sign.text in ("to", "or") and behind in soft.ABOUT_WORDS
    return tight or between or either


def _is_amount(low: Quantity, high: Quantity) -> bool:
    """Whether the second number has only lost its sign: "£5-10m"."""
    return low.what is What.MONEY and high.what is What.COUNT and low.decimals == 0


def _joined(first: Item, last: Item, text: str) -> Item:
    low, high = first.quantity, last.quantity
    if low is None or high is None:
        raise TypeError("Only two quantities make a range.")
    scale = Fraction(10) ** -high.decimals if high.decimals < 0 and low.decimals == 0 else 1
    if low.what is What.COUNT and high.what is What.DURATION:
        scale = units.HOURS[high.unit]
    half = (high.span.low - high.value) * -1
    # "950 to 1.5 million" does not mean 950 million.
    least = min(low.value * scale, high.value)
    span = Range(max(Fraction(0), least - half), high.value + half)
    quantity = replace(
        high,
        what=low.what if low.what is What.MONEY else high.what,
        unit=low.unit if low.what is What.MONEY else high.unit,
        value=(low.value * scale + high.value) / 2,
        span=span,
        start=low.start,
        printed=text[low.start : high.end],
        ranged=True,
    )
    return Item(quantity.what.value, f"{first.text}-{last.text}", first.start, last.end, quantity)


_PERCENT: Final = What.PERCENT.value


def _shared(found: Sequence[Item]) -> list[Item]:
    """Numbers in a row share the sign of the last: "78.5 and 76.3 percent" are two percentages."""
    done = list(found)
    for at in range(len(done) - 1, -1, -1):
        item = done[at]
        if item.tag != _PERCENT or item.quantity is None:
            continue
        if at + 1 < len(done) and done[at + 1].text in _OF_CONFIDENCE:
            continue
        behind = at
        while (step := _partner(done, behind)) is not None:
            # A comma alone joins nothing to the last: "23% were under 25, 41% were older".
            if behind == at and not any(one.text in _JOINS for one in done[step + 1 : at]):
                break
            # Nor does a range before "and": "24% were 45 to 64 and 13% were older".
            if step and done[step - 1].text == "to" and done[behind - 1].text == "and":
                break
            behind = step
            number = done[behind].quantity
            if number is None or number.value > 100:
                break
            done[behind] = replace(
                done[behind],
                tag=What.PERCENT.value,
                quantity=replace(
                    number, what=What.PERCENT, span=rounded_figure(number.value, number.decimals)
                ),
            )
    return done


def _partner(done: Sequence[Item], at: int) -> int | None:
    """The bare number before "and", "or", "to", a comma or several of these, or nothing."""
    place = at - 1
    while place >= 0 and (done[place].text in _JOINS or done[place].tag == ","):
        place -= 1
    if place == at - 1 or place < 0 or done[place].tag != What.COUNT.value:
        return None
    between = [one.text for one in done[place + 1 : at]]
    listed = place > 0 and done[place - 1].text in (",", "and", "or")
    if between in ([",", "and"], [",", "or"]) and not listed:
        # "Rose to 22, and 18 percent of ...": a comma before "and" parts two clauses, and before
        # "or" it says the same in other words: "missing from 42, or 35 per cent".
        return None
    number = done[place].quantity
    return place if number is not None and number.digits else None
