"""A total and the list of its parts in one sentence: "85 officers: 60 constables, 25 sergeants".

The total stands before a colon, a dash, a bracket or words such as "made up of", or it ends the
list: "... and 97 special constables: 3,433 people in all".
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.sums.addends import MOST, Addends, addends, alike
from peelian.engines.publishing.checker.claims.sums.adding import Bound, Sum
from peelian.engines.publishing.checker.claims.sums.overlaps import goes_on, overlapping, selected
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.phrases import lexicon, matches, pattern, tags
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text

_CUES: Final = lexicon(
    C="comprised comprising comprises comprise consisted_of consists_of consisting_of consist_of "
    "made_up_of composed_of broken_down_as broken_down_into divided_into split_into split_between "
    "divided_between shared_between shared_among split_among namely divided_among split_as_follows "
    "divided_as_follows is_the_sum_of are_the_sum_of was_the_sum_of were_the_sum_of "
    "equals_the_sum_of",
    T="total in_all in_total altogether all_told between_them together combined overall total_of",
    M="making make makes totalling totaling totalled giving gives total_of adding_up_to "
    "gave_a_total gave_total made_a_total "
    "adds_up_to add_up_to sum_to summing_to sums_to",
    A="in_all in_total altogether all_told",
    Y="so_far to_date since this_year",
    V="made numbered came_to stood_at",
    W="with",
    K="spent_on went_on went_to goes_to came_from comes_from come_from divided_up_as shared_out_as",
    I="are were",
    B="bring brings bringing brought",
    P="over across throughout",
)
_ENDING: Final = pattern(
    r"(?: M [_]* [wo]{0,4}? (?P<made>[nm]) | V [_]* w? (?P<came>[nm]) A"
    r" | (?P<whole>[nm]) w{0,3}? A"
    r" | (?<=,) V [_]* w? (?P<stood>[nm])"
    r" | B w? T w{0,4}? (?P<brought>[nm]) | : (?P<summed>[nm]) w? (?: P | \. $ ) )"
)
_NAMES: Final = ("made", "came", "stood", "whole", "brought", "summed")
_ADDED: Final = frozenset({What.COUNT, What.MONEY, What.BASE})
_TOLD: Final = frozenset({What.COUNT, What.MONEY})
_POINTING: Final = frozenset({"these", "they", "this", "those"})
_TOTALS: Final = frozenset("TMA")
_ARTICLES: Final = frozenset({"a", "the", "in"})
_JOINS: Final = frozenset({"and", "&", "plus", "while", ";"})
_REMAINING: Final = frozenset({"remaining", "other", "others", "rest"})
_NO_TOTAL: Final = frozenset({"average", "mean", "median", "rate", "score", "ratio"})
_NEAR_TOTAL: Final = 5
_PAIR: Final = 2
_FEWEST: Final = 3
_LEAST: Final = Fraction(1, 2)
_ALMOST: Final = Fraction(4, 5)


def sums(text: Text, sentence: Sentence) -> Iterator[tuple[Sum, ...]]:
    """The readings of each total of a sentence with the parts listed for it."""
    letters = tags(sentence.row, _CUES)
    openings = list(_openings(sentence.row, letters))
    endings = list(matches(_ENDING, sentence.row, letters))
    barred = bool(openings or endings) and (overlapping(text, sentence) or goes_on(text, sentence))
    for at in openings:
        yield _opened(sentence, letters, at, barred)
    yield from _told_before(text, sentence, letters)
    for match in endings:
        if match.at("stood") is not None and "C" not in letters[: match.start]:
            continue
        whole = next(one for name in _NAMES if (one := match.quantity(name)) is not None)
        yield _ended(sentence, letters, match.start, whole, barred)


def only_before(text: Text, sentence: Sentence) -> Quantity | None:
    """The only number of the sentence before, to which "of these" or "they comprised" points."""
    earlier = text.before(sentence, 1)
    found = [one for other in earlier for one in other.quantities if one.what in _TOLD]
    return found[0] if len(found) == 1 else None


def _told_before(text: Text, sentence: Sentence, letters: str) -> Iterator[tuple[Sum, ...]]:
    """The parts of a total that the sentence before names: "These comprised 12 dogs and 9 cats"."""
    row = sentence.row
    if letters[1:2] != "C" or row[0].text not in _POINTING:
        return
    whole = only_before(text, sentence)
    if whole is None or whole.part != sentence.part:
        return
    found = addends(sentence, 2 + letters[2:].startswith("_"), whole)
    if len(found.parts) < _PAIR or not plausible(whole, found.parts):
        return
    open_ = overlapping(text, sentence) or goes_on(text, sentence) or selected(row)
    bound = _unless_cut(row, found, _bound("C", whole, found, True, open_))
    yield tuple(_alternatives(whole, found, bound))


def plausible(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether parts are of the size of a total, so that they may be meant as its parts."""
    made = sum((one.value for one in parts), Fraction(0))
    if whole.value < _FEWEST or len(parts) > MOST or whole.value == len(parts):
        return False
    return _LEAST <= made / whole.value <= 1 / _LEAST


def _openings(row: Sequence[Item], letters: str) -> Iterator[int]:
    """The items after which a list of parts may start."""
    for at, item in enumerate(row):
        dash = item.tag == "-" and at and row[at - 1].end < item.start
        with_ = letters[at] == "W" and at and row[at - 1].tag == ","
        are = letters[at] == "I" and row[at + 1 : at + 2] and row[at + 1].tag in "nm"
        if letters[at] in "CK" or item.tag in (":", "(") or dash or with_ or are:
            yield at


def _opened(sentence: Sentence, letters: str, at: int, barred: bool) -> tuple[Sum, ...]:
    """The totals before an opening with the parts after it."""
    row = sentence.row
    first = at + 1
    while first < len(row) and letters[first] == "_":
        first += 1
    readings = []
    last = _closed(row, at)
    for place, whole in _wholes(row, at):
        found = addends(sentence, first, whole, last)
        if len(found.parts) < 2 or not plausible(whole, found.parts):
            continue
        marked = bool(_TOTALS & set(letters[max(0, place - 3) : at]))
        readings.append((whole, found, marked))
    plain = [one for one in readings if one[2]] or readings
    open_ = barred or len(plain) != 1 or selected(row[max(0, at - 6) : first + 2])
    ordered = [*plain, *(one for one in readings if one not in plain)]
    return tuple(
        one
        for whole, found, marked in ordered
        for one in _alternatives(
            whole,
            found,
            _unless_cut(row, found, _bound(letters[at], whole, found, marked, open_)),
        )
    )


def _closed(row: Sequence[Item], at: int) -> int | None:
    """Where a list between two dashes ends: "62 members - 31 of them new - voted"."""
    if row[at].tag != "-":
        return None
    return next(
        (
            place
            for place in range(at + 1, len(row) - 1)
            if row[place].tag == "-" and row[place - 1].end < row[place].start
            if row[place].end < row[place + 1].start
        ),
        None,
    )


def _unless_cut(row: Sequence[Item], found: Addends, bound: Bound) -> Bound:
    """Two parts without "and" may be some of more: "60 staff: 30 constables, 25 sergeants"."""
    if bound is not Bound.ALL or len(found.parts) != _PAIR:
        return bound
    first, last = (one.start for one in found.parts)
    joined = any(one.text in _JOINS for one in row if first < one.start < last)
    return bound if joined else Bound.APART


def _wholes(row: Sequence[Item], at: int) -> list[tuple[int, Quantity]]:
    """The numbers before an item that may be a total, the nearest first; brackets look no further.

    What stands in brackets itself is passed over.
    """
    found: list[tuple[int, Quantity]] = []
    depth = 0
    for place in range(at - 1, -1, -1):
        item = row[place]
        depth += (item.tag == ")") - (item.tag == "(")
        if item.quantity is not None and not depth and item.quantity.what in _ADDED:
            found.append((place, item.quantity))
        if item.tag == ";" or len(found) == 3:
            break
    return found[:1] if row[at].tag == "(" else found


def _bound(sign: str, whole: Quantity, found: Addends, marked: bool, open_: bool) -> Bound:
    if open_ or found.vague or found.doubtful:
        return Bound.OPEN
    if sign == "C":
        return Bound.ALL
    if sign == "K":
        # "£39m was spent on fuel (£12m), tyres (£5m) and other costs (£22m)": each named once.
        if len(found.parts) < _FEWEST or whole.what is not What.MONEY:
            return Bound.OPEN
        return Bound.ALL if found.named_last else Bound.APART
    if sign == "I":
        return Bound.ALL if len(found.parts) > _PAIR and not found.properties else Bound.OPEN
    if sign == "W":
        # "127 in post, with 115 of the remaining posts filled": a list beside the number.
        beside = any(_REMAINING & set(one) for one in found.said)
        apart = found.excluding and not found.properties and not beside
        return Bound.APART if apart else Bound.OPEN
    if sign == "(" and marked and _names_the_rest(found):
        return Bound.ALL
    if sign == "(" or found.properties:
        return Bound.APART if found.excluding else Bound.OPEN
    made = sum((one.value for one in found.parts), Fraction(0))
    if len(found.parts) == 2 and made < _ALMOST * whole.value and not (marked or found.excluding):
        return Bound.OPEN
    return Bound.ALL


def _names_the_rest(found: Addends) -> bool:
    """Whether the last part is all that is in no other: "and £18.9 million on other costs"."""
    return bool(found.said) and "other" in found.said[-1] and not found.properties


def _alternatives(whole: Quantity, found: Addends, bound: Bound) -> Iterator[Sum]:
    """The parts, and the parts with the numbers that may be some too."""
    yield Sum(whole, found.parts, bound, whole)
    if found.doubtful and len(found.parts) + len(found.doubtful) <= MOST:
        every = sorted((*found.parts, *found.doubtful), key=lambda one: one.start)
        yield Sum(whole, tuple(every), Bound.OPEN, whole)


def _ended(
    sentence: Sentence, letters: str, at: int, whole: Quantity, barred: bool
) -> tuple[Sum, ...]:
    """The parts that a sentence lists before it names their total."""
    row = sentence.row
    first = next(
        (
            place
            for place, one in enumerate(row[:at])
            if one.quantity is not None and alike(one.quantity, whole)
        ),
        None,
    )
    if first is None:
        return ()
    last = at
    while row[last - 1].text in _ARTICLES:
        last -= 1
    found = addends(sentence, first, whole, last)
    if len(found.parts) < 2 or not plausible(whole, found.parts):
        return ()
    loose = barred or "Y" in letters or found.vague or bool(found.doubtful)
    tight = letters[at] in "MVB:" or whole.what is What.MONEY or row[at - 1].tag in (":", ",", "-")
    loose |= letters[at] in "B:" and len(found.parts) == _PAIR
    # "making an average of 34 a day"
    loose |= any(one.text in _NO_TOTAL for one in row[at : at + _NEAR_TOTAL])
    bound = Bound.ALL if tight and not loose and not selected(row[:first]) else Bound.OPEN
    return tuple(_alternatives(whole, found, bound))
