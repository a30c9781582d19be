"""The row of a sentence as changes are read from it: units shared, "up to 498 from 412" parted."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.changes.points import (
    in_currency,
    in_points,
    in_quarters,
    is_visit,
    without_asides,
)
from peelian.engines.publishing.checker.claims.changes.same import is_when
from peelian.engines.publishing.checker.claims.changes.words import letters
from peelian.engines.publishing.checker.language.item import DATE, LABEL, WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.numerals import numeral
from peelian.engines.publishing.checker.language.phrases import pattern
from peelian.engines.publishing.checker.language.quantities import (
    Quantity,
    What,
    span_of_count,
    span_of_measure,
)
from peelian.engines.publishing.checker.language.rows import Row
from peelian.engines.publishing.checker.language.text import Sentence
from peelian.engines.publishing.checker.language.tokens import tokens
from peelian.engines.publishing.checker.language.units import HOURS
from peelian.numbers.rounding import Range

_HYPHENED: Final = re.compile(
    r"(?P<number>.+?)(?:-(?P<unit>percentage-points?|points?|per-cent|percent)|-?fold)$"
)
_WENT: Final = words("went gone goes moved moving rose risen crept edged pushed is was now")


def row_of(sentence: Sentence) -> Row:
    """A sentence's items, with "12-point" read as a number and "up to 498 from 412" as a move."""
    row: list[Item] = []
    for at, item in enumerate(sentence.row):
        if item.quantity is None:
            number = _hyphened(sentence, item) if item.tag in (LABEL, WORD) else None
            row.append(replace(item, tag=number.what.value, quantity=number) if number else item)
        elif _is_year_end(sentence.row, at) or is_visit(sentence.row, at):
            row.append(replace(item, tag=DATE, quantity=None))
        elif _moves_up_to(sentence, at):
            row += _parted(sentence, item)
        else:
            row.append(item)
    return _alike(Row(_joined(in_points(without_asides(in_quarters(in_currency(row)))))))


def _joined(row: Sequence[Item]) -> list[Item]:
    """Hours with their minutes, minutes with their seconds: "4 minutes and 20 seconds" is one."""
    done: list[Item] = []
    for item in row:
        step = 2 if done and done[-1].text == "and" else 1
        behind = done[-step] if len(done) >= step else None
        both = _whole(behind.quantity, item.quantity) if behind else None
        if behind is None or both is None:
            done.append(item)
            continue
        del done[-step:]
        done.append(replace(item, start=behind.start, quantity=both))
    return done


def _whole(first: Quantity | None, rest: Quantity | None) -> Quantity | None:
    """One duration of a larger and a smaller unit, or nothing where the two are not that."""
    if first is None or rest is None or not _is_rest(first, rest):
        return None
    value, unit = first.value + rest.value, HOURS[rest.unit]
    return replace(
        rest,
        value=value,
        span=span_of_measure(value / unit, rest.decimals).by(unit),
        start=first.start,
        printed=f"{first.printed} {rest.printed}",
    )


def _is_rest(first: Quantity, rest: Quantity) -> bool:
    if not (first.what is rest.what is What.DURATION) or first.decimals or rest.soft:
        return False
    return rest.unit in HOURS and rest.value < HOURS.get(first.unit, 0)


def _hyphened(sentence: Sentence, item: Item) -> Quantity | None:
    """ "12-point", "4-percentage-point", "nine-point", "12-fold" as quantities, else nothing."""
    if "-" not in item.text and "fold" not in item.text:
        return None  # most words
    match = _HYPHENED.match(item.text)
    if match is None:
        return None
    run = tokens(match["number"])
    number = numeral(run, 0)
    if number is None or number.after != len(run):
        return None
    unit = match["unit"] or ""
    what = What.POINTS if "point" in unit else What.PERCENT if unit else What.TIMES
    printed = sentence.text[item.start - sentence.start : item.end - sentence.start]
    span = span_of_measure(number.value, number.decimals)
    return Quantity(
        what,
        number.value,
        span,
        item.start,
        item.end,
        printed,
        decimals=number.decimals,
        part=sentence.part,
    )


def _is_year_end(row: Sequence[Item], at: int) -> bool:
    """Whether a number ends a school or financial year: the 16 of "2015 to 16"."""
    number = row[at].quantity
    if number is None or number.what is not What.COUNT or at < 2 or row[at - 1].text != "to":
        return False
    year = row[at - 2].text[-2:] if row[at - 2].tag == DATE else ""
    return year.isdigit() and int(year) < number.value <= int(year) + 5


def _moves_up_to(sentence: Sentence, at: int) -> bool:
    """Whether "up to 498" says where a number went and not the most that it can be."""
    item = sentence.row[at]
    number = item.quantity
    if number is None or number.soft != "under":
        return False
    behind = sentence.text[item.start - sentence.start : number.start - sentence.start]
    if " ".join(behind.lower().split()) != "up to":
        return False
    ahead = sentence.row[at + 1 : at + 12]
    went = at > 0 and sentence.row[at - 1].text in _WENT
    return went or any(one.text == "from" for one in ahead)


def _parted(sentence: Sentence, item: Item) -> list[Item]:
    number = item.quantity
    if number is None:
        raise TypeError("Only a quantity is parted from the words before it.")
    if number.what is What.COUNT:
        span = span_of_count(number.value, number.decimals)
    else:
        span = span_of_measure(number.value, number.decimals)
    plain = replace(number, span=span, soft="")
    place = item.start
    return [
        Item(WORD, "up", place, place + 2),
        Item("w", "to", place + 3, place + 5),
        replace(item, start=number.start, quantity=plain),
    ]


def _alike(row: Row) -> Row:
    """ "From 11 to 22 hours", "from 1.2 to 1.4 million": two figures share what one of them has."""
    if sum(one.quantity is not None for one in row) < 2:
        return row
    done, marked = list(row), letters(row)
    for match in _TWO.finditer(marked):
        at, place = match.start("one"), match.start("other")
        first, last = done[at].quantity, done[place].quantity
        if first is None or last is None:
            continue
        if last.what is What.TIMES and first.what is What.COUNT:
            span = Range(min(first.span.low, last.span.low), last.span.high)
            done[at] = replace(done[at], tag=WORD, quantity=None)
            done[place] = replace(done[place], quantity=replace(last, span=span, ranged=True))
            continue
        one, other = _shared(first, last), _shared(last, first)
        if one is not None:
            done[at] = replace(done[at], tag=one.what.value, quantity=one)
        elif other is not None and not _has_noun(row, place):
            done[place] = replace(done[place], tag=other.what.value, quantity=other)
    if done != list(row):
        row = Row(done)
        marked = letters(row)
    for match in _TIMED.finditer(marked):
        at, place = match.start("one"), match.start("other")
        first, last = done[at].quantity, done[place].quantity
        if first is None or last is None or not (first.decimals == last.decimals > 0):
            continue
        timed = is_when(done[at + 1 : place]) and is_when(done[place + 1 : match.end()])
        other = _shared(last, first) if timed and not _has_noun(done, place) else None
        if other is not None:
            done[place] = replace(done[place], tag=other.what.value, quantity=other)
    return row if done == list(row) else Row(done)


_TIMED: Final = pattern(r"(?P<one>[tp]) [wdN]{1,5} A w{0,2} (?P<other>n) [wdN]{1,4} (?=[,;.]|$)")
_TWO: Final = pattern(r"(?P<one>[npmt]) (?:[wd]{0,6}? ,? [OV] _? w{0,2}? | w? ) (?P<other>[npmtx])")


def _has_noun(row: Sequence[Item], at: int) -> bool:
    ahead = row[at + 1].text if at + 1 < len(row) else ""
    return ahead.endswith("s") and len(ahead) > 3


def _shared(first: Quantity, last: Quantity) -> Quantity | None:
    """The first figure with the unit or scale of the last, where it has none of its own."""
    if first.soft or first.what is not What.COUNT:
        return _scaled(first, last) if first.what is last.what is What.MONEY else None
    span = span_of_measure(first.value, first.decimals)
    if last.what is What.DURATION and last.unit in HOURS:
        factor = HOURS[last.unit]
        value = first.value * factor
        return replace(first, what=What.DURATION, value=value, span=span.by(factor), unit=last.unit)
    if last.what is What.PERCENT and first.value <= 100:
        return replace(first, what=What.PERCENT, span=span)
    return _scaled(first, last) if last.what is What.COUNT else None


def _scaled(first: Quantity, last: Quantity) -> Quantity | None:
    if not (last.decimals < 0 <= first.decimals and first.value < 1000):
        return None
    power = _power(last)
    scaled = first.value * 10**power
    decimals = first.decimals - power
    return replace(first, value=scaled, span=span_of_measure(scaled, decimals), decimals=decimals)


def _power(number: Quantity) -> int:
    """The scale of "1.4 million" as a power of ten, from the words it is printed in."""
    value = number.value
    return 9 if value >= 10**9 else 6 if value >= 10**6 else 3


def measured(number: Quantity) -> Range:
    """What a figure may stand for if it is measured: whole hours and pounds are rounded too."""
    if number.soft or number.ranged:
        return number.span
    if number.what is What.DURATION and number.unit in HOURS:
        unit = HOURS[number.unit]
        return span_of_measure(number.value / unit, number.decimals).by(unit)
    if number.what is What.MONEY and number.exact:
        half = Fraction(1, 2)
        return Range(max(Fraction(0), number.value - half), number.value + half)
    return number.span
