"""Whether two figures are of one thing at two times: their nouns, and the times beside them."""

import re
from collections.abc import Sequence
from typing import Final

from peelian.engines.publishing.checker.claims.changes.words import DOWN, UP
from peelian.engines.publishing.checker.claims.wording import FUNCTION
from peelian.engines.publishing.checker.language.item import DATE, WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import What

_WHEN: Final = words(
    "last previous year years earlier before prior month months quarter week ago preceding then "
    "spring summer autumn winter first second third fourth this now today current currently "
    "latest date"
)


def is_when(said: Sequence[Item]) -> bool:
    """Whether a date or a word such as "last" or "spring" stands among these items."""
    return any(one.tag == DATE or one.text in _WHEN for one in said)


SAME: Final = words(
    "number numbers figure figures total totals count it they this that there these those rate "
    "level average proportion share"
)


def follows(row: Sequence[Item], at: int, later: Sequence[Item], place: int) -> bool:
    """Whether a figure in a later sentence is plainly of what an earlier one counted."""
    said = _noun(later, place)
    if said:
        return said == _noun(row, at)
    return refers_back(later[:place])


def refers_back(said: Sequence[Item]) -> bool:
    """Whether words such as "it" or "the number" stand here, for what was counted before."""
    return any(one.text in SAME for one in said)


def same_noun(row: Sequence[Item], one: int, later: Sequence[Item], other: int) -> bool:
    """Whether two counts may be of one thing: "412 offences" and "498", not "5 officers"."""
    first, last = _noun(row, one), _noun(later, other)
    return not first or not last or first.rstrip("s") == last.rstrip("s")


_NO_NOUN: Final = words(
    "in at by for on and or per each every a an the to last this who with were was is are during "
    "before after from since between as had has have than when while"
)


_PLURALS: Final = words("people children women men staff")


def _noun(row: Sequence[Item], at: int) -> str:
    """The noun in the plural after a number, where one stands right there: "12 police stations"."""
    for item in row[at + 1 : at + 3]:
        said = item.text
        if item.tag != "w" or said in _NO_NOUN or said in _WHEN:
            return ""
        if (said.endswith("s") and len(said) > 4) or said in _PLURALS:
            return said
    return ""


def alike(row: Sequence[Item], at: int, place: int) -> bool:
    """Whether two figures may be of one kind: no rate per 1,000 beside a count of thousands."""
    one, other = row[at].quantity, row[place].quantity
    if one is None or other is None or _is_rate(row, at) == _is_rate(row, place):
        return one is not None and other is not None
    low, high = sorted((one.value, other.value))
    return high < 10 * low


def _is_rate(row: Sequence[Item], at: int) -> bool:
    """Whether "per 1,000" follows a figure before another figure or a bracket does."""
    for item in row[at + 1 : at + 4]:
        if item.quantity is not None or item.tag == "(":
            return item.tag == What.PER.value
    return False


def differ_in_time(row: Sequence[Item], at: int, later: Sequence[Item], place: int) -> bool:
    """Whether each of two figures has a time beside it, and not both the same."""
    one, other = _around(row, at), _around(later, place)
    if not (is_when(one) and is_when(other)):
        return False
    dates, others = times_of(one, 0, len(one)), times_of(other, 0, len(other))
    return not dates or not others or set(dates) != set(others)


def _around(row: Sequence[Item], at: int) -> Sequence[Item]:
    """The items near a figure, up to the next figure on either side."""
    first, last = at, at + 1
    while first > max(0, at - 10) and row[first - 1].quantity is None:
        first -= 1
    while last < min(len(row), at + 10) and row[last].quantity is None:
        last += 1
    return row[first:last]


def times_of(row: Sequence[Item], start: int, end: int) -> tuple[str, ...]:
    """The dates within a stretch of a row, as they are printed in lower case."""
    return tuple(one.text for one in row[start:end] if one.tag == DATE)


_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")


def by_years(row: Sequence[Item], letters: str, first: int, last: int) -> int:
    """The order that two years give two figures: 1 as they stand, -1 the later first, else 0.

    "In 2023 we issued 4,466 and, in 2022, 3,871". Each figure takes its own of exactly two dates,
    and the second is of what the first is of: no new word stands with it.
    """
    end = last + 1
    while end < len(row) and row[end].tag in (WORD, DATE) and letters[end] in "wdN":
        end += 1
    years = [_YEAR.search(one) for one in times_of(row, 0, end)]
    numbers = [int(one.group()) for one in years if one is not None]
    if len(years) != 2 or len(numbers) != 2 or numbers[0] == numbers[1]:
        return 0
    if names_another(row, letters, first, last):
        return 0
    return UP if numbers[0] < numbers[1] else DOWN


def names_another(row: Sequence[Item], letters: str, first: int, last: int) -> bool:
    """Whether a new word stands before the second of two figures: "and we cancelled 3,871"."""
    parts = [at for at in range(first + 1, last) if letters[at] in "A,;d"]
    said = [one.text for one in row[parts[0] if parts else first + 1 : last] if one.tag == WORD]
    known = FUNCTION | SAME | _WHEN | {one.text for one in row[: first + 3]}
    return any(one not in known and not one.endswith("ly") for one in said)
