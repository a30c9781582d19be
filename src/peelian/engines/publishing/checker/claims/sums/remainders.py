"""A whole, some of its parts, and what is said to be left of it.

"The force had 307 posts. It had 127 in post, with 115 of the remaining posts filled ... and 65
vacant": 127 + 115 + 65 is 307. Percentages are parts of 100 unless a smaller whole fits.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Final

from peelian.engines.publishing.checker.claims.sums.addends import addends, alike
from peelian.engines.publishing.checker.claims.sums.adding import Bound, Sum
from peelian.engines.publishing.checker.claims.sums.overlaps import overlapping
from peelian.engines.publishing.checker.claims.sums.remainder_wholes import (
    WHOSE,
    Earlier,
    parts_of,
    plain_whole,
)
from peelian.engines.publishing.checker.claims.sums.remainder_words import Left, remainders
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text

_VAGUE: Final = words("most majority several some many few handful minority others")
_NESTED: Final = words("including included than against compared from by versus under")
_CHANGE: Final = words(
    "rise rose risen increase increased growth grew grown fall fell fallen decrease decreased drop "
    "dropped reduction reduced decline declined more fewer less higher lower joined arrived hired "
    "bought added gained"
)
_GAINED: Final = words("joined arrived hired bought")
"""What may be said of a share as well: "we bought 58% from the grid; the other 42% we made"."""
_COME: Final = words("opened admitted recruited appointed added joined arrived hired acquired")
_GONE: Final = words(
    "closed discharged left retired resigned paid withdrew withdrawn departed completed sold died"
)
"""Where some come and others go, what is left is no remainder of the number before."""
_LAST: Final = 3
_MOST_EARLIER: Final = 7
_BACK: Final = 4
_HUNDRED: Final = 100
_SHARES: Final = frozenset({What.PERCENT, What.FRACTION})


def sums(text: Text, sentence: Sentence) -> Iterator[tuple[Sum, ...]]:
    """The readings of every remainder in a sentence, the likeliest first."""
    for left in remainders(sentence):
        rest = _rest(sentence, left)
        if left.partly and len(rest) < 2:
            continue
        earlier = _earlier(text, sentence, left)
        if not earlier:
            continue
        plain = _plain(text, sentence, left, earlier)
        others = _readings(left, rest, earlier)
        first = (Sum(plain[0], (*plain[1], *rest), Bound.ALL, left.figure),) if plain else ()
        yield (*first, *others)


def _rest(sentence: Sentence, left: Left) -> tuple[Quantity, ...]:
    """The remainder; where only some of it was named first, with the parts that follow."""
    if not left.partly:
        return (left.figure,)
    return addends(sentence, left.at, left.figure).parts


def _earlier(text: Text, sentence: Sentence, left: Left) -> list[Earlier]:
    """The numbers of the same kind before a remainder, in the order of the text."""
    found = [
        Earlier(
            figure,
            other.row,
            at,
            _is_near(other.row, at, _NESTED | WHOSE),
            _is_near(other.row, at, WHOSE),
        )
        for other, end in _rows(text, sentence, left)
        for at, item in enumerate(other.row[:end])
        if (figure := item.quantity) is not None and _same(figure, left.figure)
    ]
    return found[-_MOST_EARLIER:]


def _rows(text: Text, sentence: Sentence, left: Left) -> list[tuple[Sentence, int]]:
    before = [(one, len(one.row)) for one in reversed(text.before(sentence, _BACK))]
    return [*before, (sentence, left.at)]


def _same(one: Quantity, left: Quantity) -> bool:
    if left.what in _SHARES:
        return one.what in _SHARES
    return alike(one, left)


def _is_near(row: Sequence[Item], at: int, wanted: frozenset[str]) -> bool:
    """Whether one of some words stands just before a number, with no sign between."""
    for item in reversed(row[max(0, at - 3) : at]):
        if item.tag in ",;:.(":
            return False
        if item.text in wanted:
            return True
    return False


def _readings(left: Left, rest: Sequence[Quantity], earlier: Sequence[Earlier]) -> Iterator[Sum]:
    """Every whole before the remainder, or 100 per cent, with every choice of parts before it."""
    if left.figure.what in _SHARES or left.figure.unit == "p":
        yield from _choices(None, [one.figure for one in earlier], left, rest)
    for place in range(len(earlier) - 1, -1, -1):
        whole = earlier[place]
        if left.figure.what in _SHARES and not _is_of(whole):
            continue
        others = earlier if _is_of(whole) else earlier[place + 1 :]
        parts = [one.figure for one in others if one is not whole]
        yield from _choices(whole.figure, parts, left, rest)


def _choices(
    whole: Quantity | None, parts: Sequence[Quantity], left: Left, rest: Sequence[Quantity]
) -> Iterator[Sum]:
    for size in range(1, len(parts) + 1):
        for chosen in combinations(parts, size):
            yield Sum(whole, (*chosen, *rest), Bound.OPEN, left.figure)


def _is_of(one: Earlier) -> bool:
    """Whether a number stands after "of", so that its part may stand before it."""
    return any(item.tag == "o" for item in one.row[max(0, one.at - 3) : one.at])


def _plain(
    text: Text, sentence: Sentence, left: Left, earlier: Sequence[Earlier]
) -> tuple[Quantity | None, tuple[Quantity, ...]] | None:
    """The whole and the parts that the words make plain, or nothing."""
    if overlapping(text, sentence) or _is_vague(text, sentence, left):
        return None
    if left.figure.what in _SHARES or _of_every_pound(sentence, left):
        return _plain_shares(sentence, left, earlier)
    whole = plain_whole(sentence, left, earlier)
    if whole is None:
        return None
    parts = parts_of(whole, earlier)
    if not parts or any(one.value > whole.figure.value for one in (*parts, left.figure)):
        return None
    return whole.figure, parts


def _is_vague(text: Text, sentence: Sentence, left: Left) -> bool:
    """Whether some part has no number ("most", "several"), or the numbers are of a change."""
    rows = _rows(text, sentence, left)[-2:]
    changing = _CHANGE - _GAINED if left.figure.what in _SHARES else _CHANGE
    said = {item.text for other, end in rows for item in other.row[: end + _LAST]}
    if said & _COME and said & _GONE:
        return True
    return any(
        (item.tag == "f" and not _is_counted(other.row, at))
        or (item.tag == "w" and (item.text in _VAGUE or item.text in changing))
        for other, end in rows
        for at, item in enumerate(other.row[:end])
    )


def _is_counted(row: Sequence[Item], at: int) -> bool:
    """Whether the number that a fraction stands for follows in brackets: "half of them (156)"."""
    ahead = row[at + 1 : at + 6]
    return any(one.tag == "(" and other.tag == What.COUNT for one, other in pairwise(ahead))


def _plain_shares(
    sentence: Sentence, left: Left, earlier: Sequence[Earlier]
) -> tuple[None, tuple[Quantity, ...]] | None:
    here = [one for one in earlier if one.row is sentence.row]
    last = here or [one for one in earlier if one.row is earlier[-1].row]
    parts = tuple(one.figure for one in last if not one.nested)
    if not parts or any(one.what is What.FRACTION for one in parts):
        return None
    told = sum((one.value for one in (*parts, left.figure)), Fraction(0))
    if len(last) < len(earlier) and told < _HUNDRED:
        # More sentences than one name parts, and one of them may lie further back still.
        return None
    return None, parts


def _of_every_pound(sentence: Sentence, left: Left) -> bool:
    """Whether pence are parts of a pound that the sentence names."""
    return left.figure.unit == "p" and any(one.text == "pound" for one in sentence.row)
