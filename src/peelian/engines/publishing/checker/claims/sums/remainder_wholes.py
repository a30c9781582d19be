"""Which number a remainder is of, where the words make it plain, and which parts lie between."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from peelian.engines.publishing.checker.claims.sums.remainder_words import Left
from peelian.engines.publishing.checker.language import nouns
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence

_PLACES: Final = words("in across outside")
WHOSE: Final = words("whom which")
_VERBS: Final = words(
    "went came come left leave sent gave got kept lost met paid put ran saw sold spent stood told "
    "won wrote work live open remain go fell rose held began chose lay lie sat need show run use"
)
_STATES: Final = words(
    "empty idle unused unsold unpaid undecided free missing untraced untreated "
    "open vacant unfilled outstanding unsolved unresolved unspent unanswered waiting remaining"
)
_OPENS_CLAUSE: Final = words(
    "nobody somebody everybody anybody someone everyone anyone nothing no the a an it they we he "
    "she there"
)
_ANY_CASE: Final = words("case instance occasion")
"""What may stand for whatever is counted: "in 20 cases"."""

_TOTAL: Final = words("total all")
_NO_WHOLE: Final = words(
    "average mean median rate score margin increase rise fall cost price maximum minimum target"
)
_FEW: Final = 4
_FUND: Final = words("target goal budget grant fund appeal award bill allocation pot")
_USED: Final = words(
    "raised found spent paid repaid collected saved received allocated awarded used committed drawn"
)
_NEAR: Final = 5
_TIMES: Final = words("year years month months quarter week weeks earlier previously last")
"""Where a time is named, some may have been used before it."""


@dataclass(frozen=True)
class Earlier:
    """A number before the remainder: where it stands, and whether it is part of another."""

    figure: Quantity
    row: tuple[Item, ...]
    at: int
    nested: bool
    whose: bool


def plain_whole(sentence: Sentence, left: Left, earlier: Sequence[Earlier]) -> Earlier | None:
    """The whole that the remainder is of: named with "of", as a total, or by the same noun."""
    named = _things(sentence.row, left.at + (2 if left.partly else 1))
    if left.figure.what is What.MONEY and _is_of(sentence.row, left):
        return None
    for one in reversed(earlier):
        its = nouns.after(one.row, one.at + 1)
        own = tuple(name for name in named if name not in _STATES)
        if own and its and not set(own) & set(its):
            continue
        if one.row is not sentence.row and _is_of_its_own(sentence, left, own):
            continue
        if _is_opened(one) or (_counts_the_same(own, its) and not _is_listed(one, earlier)):
            return one
    return _told_first(own, earlier)


def _is_of(row: Sequence[Item], left: Left) -> bool:
    """Whether the money left is of what is named behind it: "the remaining £2m of the loan"."""
    return not left.partly and any(one.tag == "o" for one in row[left.at + 1 : left.at + 2])


def _is_of_its_own(sentence: Sentence, left: Left, own: Sequence[str]) -> bool:
    """Whether what is left is named by another whole: "the other 12 stations in the county"."""
    ahead = sentence.row[left.at + 1 : left.at + 2 + len(own)]
    return (
        bool(own)
        and not left.partly
        and any(one.tag == "o" or one.text in _PLACES for one in ahead)
    )


def _things(row: Sequence[Item], at: int) -> tuple[str, ...]:
    """What a number counts, as far as the words after it are no verb: "22 went to court".

    A new clause names nothing of it: "at the remaining 61 nobody was in", "in 20 cases the ...".
    """
    if at < len(row) and row[at].text in _OPENS_CLAUSE:
        return ()
    found: list[str] = []
    for name in nouns.after(row, at):
        if name in _VERBS or name in _OPENS_CLAUSE or name.endswith("ed"):
            break
        found.append(name)
    return () if len(found) == 1 and found[0] in _ANY_CASE else tuple(found)


def _is_listed(one: Earlier, earlier: Sequence[Earlier]) -> bool:
    """Whether the next number is a part beside it: "340 calls on Monday and 280 on Tuesday"."""
    place = next(number for number, other in enumerate(earlier) if other is one)
    following = earlier[place + 1 : place + 2]
    return any(
        other.row is one.row and other.at > 0 and one.row[other.at - 1].text == "and"
        for other in following
    )


def _told_first(own: Sequence[str], earlier: Sequence[Earlier]) -> Earlier | None:
    """The first number of few, if the others count nothing else: "540 came; 378 were taken"."""
    first = earlier[0]
    if _is_of_a_fund(earlier, own):
        return first
    its = nouns.after(first.row, first.at + 1)
    if _is_listed(first, earlier):
        return None
    if not 2 <= len(earlier) <= _FEW or not its or (own and not set(own) & set(its)):
        return None
    for one in earlier[1:]:
        named = _things(one.row, one.at + 1)
        if one.figure.value >= first.figure.value or (named and not set(named) & set(its)):
            return None
    return first


def _is_of_a_fund(earlier: Sequence[Earlier], own: Sequence[str]) -> bool:
    """Whether money was named and then some of it used: "a target of £2m. We raised £1.1m"."""
    first, used = earlier[0], earlier[-1]
    said = {one.text for one in (*first.row, *used.row)}
    if len(earlier) != len((first, used)) or own or said & _TIMES:
        return False
    behind = {one.text for one in first.row[max(0, first.at - _NEAR) : first.at]}
    before = {one.text for one in used.row[max(0, used.at - _NEAR) : used.at]}
    after = {one.text for one in used.row[used.at + 1 : used.at + 4]}
    return (
        first.figure.what is What.MONEY
        and first.figure.value > used.figure.value
        and not (first.nested or used.nested)
        and bool(_FUND & behind)
        and bool(_USED & (before | after))
    )


def _counts_the_same(named: Sequence[str], its: Sequence[str]) -> bool:
    return bool(named) and nouns.head(named) in its[-2:]


def _is_opened(one: Earlier) -> bool:
    """Whether a number stands after "of" or "total", or before ", of which"."""
    behind = one.row[max(0, one.at - 5) : one.at]
    for place, item in reversed(list(enumerate(behind))):
        if item.tag == "o":
            return not place or behind[place - 1].text not in _NO_WHOLE
        if item.text in _TOTAL:
            return True
        if item.text in WHOSE:
            break
        if item.tag != "w":
            break
    ahead = "".join(item.tag for item in one.row[one.at + 1 : one.at + 9])
    sign = ahead.find(",o")
    return sign >= 0 and set(ahead[:sign]) <= {"w"}


def parts_of(whole: Earlier, earlier: Sequence[Earlier]) -> tuple[Quantity, ...]:
    """The numbers after a whole, and the one just before it in "57 of the 96 cars"."""
    place = next(number for number, one in enumerate(earlier) if one is whole)
    after = earlier[place + 1 :]
    later = [one.figure for one in after if not one.nested or (one.whose and one is after[0])]
    if place and _is_k_of(earlier[place - 1], whole):
        later.insert(0, earlier[place - 1].figure)
    return tuple(later)


def _is_k_of(part: Earlier, whole: Earlier) -> bool:
    if part.row is not whole.row:
        return False
    between = whole.row[part.at + 1 : whole.at]
    return bool(between) and between[0].tag == "o" and all(one.tag in "ow" for one in between)
