"""What may stand between a change and its figures and yet belongs to neither, nor parts them.

"Robberies rose 45 percent, the chief said, with 333 reported versus 270 last year": who said it is
an aside, and "with" only opens the figures of the same count.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from peelian.engines.publishing.checker.claims.changes.pair import Pair
from peelian.engines.publishing.checker.claims.changes.same import is_when
from peelian.engines.publishing.checker.claims.changes.size import Size
from peelian.engines.publishing.checker.claims.changes.words import DOWN, UP
from peelian.engines.publishing.checker.claims.wording import FUNCTION, root
from peelian.engines.publishing.checker.language.item import WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import pattern

_SAYING: Final = words(
    "said says say told tells according reported reports announced noted notes added adds stated "
    "states wrote writes confirmed showed shows show estimates estimated found explained"
)
"""Words by which an aside between commas only names whose words these are."""
_COUNTED: Final = words(
    "reported recorded received registered logged counted noted filed notified lodged tallied"
)
"""Participles that only say that something was counted, whatever it is."""
_LONGER: Final = words("over since until decade decades years months ever average nationally")
"""Words before a figure's "with" that may make the change one over another time."""


def gap(row: Sequence[Item], letters: str, size: Size, pair: Pair) -> str:
    """The letters between a size and a pair after it, without asides and what leads to the pair."""
    first, last = size.end, pair.start
    out = {at for start, end in _asides(row, first, last) for at in range(start, end)}
    out |= {at for start, end in _spans_of_time(letters, first, last) for at in range(start, end)}
    out |= {at for start, end in _echoes(row, first, last) for at in range(start, end)}
    left = [at for at in range(first, last) if at not in out]
    if left and (_opens(row, letters, size, pair, left) or _goes_on(row, letters, size, left)):
        left.pop()
    return "".join(letters[at] for at in left)


def _asides(row: Sequence[Item], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where somebody is named who said it, between two commas and without figures."""
    commas = [at for at in range(first, last) if row[at].tag == ","]
    for start, end in pairwise(commas):
        inside = row[start + 1 : end]
        spoken = any(one.text in _SAYING for one in inside)
        if spoken and all(one.quantity is None for one in inside):
            yield start, end


def _echoes(row: Sequence[Item], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The same change said again: ", or 15%," and "(15%)" right after its size."""
    tags = "".join(one.tag for one in row[first:last])
    for wanted in (_OR, _IN_BRACKETS):
        match = wanted.match(tags)
        if match is not None and (
            wanted is _IN_BRACKETS or row[first + match.start("or")].text == "or"
        ):
            yield first, first + match.end("all")


_OR: Final = pattern(r"(?P<all> ,? (?P<or>w) w{0,2} [npmqf]) (?:,|$|w)")
_IN_BRACKETS: Final = pattern(r"(?P<all> \( w{0,2} [npmqf] w{0,2} \))")


def _spans_of_time(letters: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Two dates joined by "and": "between 2020 and 2024"."""
    at = letters.find("dAd", first, last)
    while at >= 0:
        yield at, at + 3
        at = letters.find("dAd", at + 3, last)


def _opens(row: Sequence[Item], letters: str, size: Size, pair: Pair, left: Sequence[int]) -> bool:
    """Whether "with" opens two figures of what changed: they count nothing else by their words."""
    at = left[-1]
    if row[at].text != "with" or at + 1 != pair.start or pair.way:
        return False
    before = row[: size.start]
    others = any(one.quantity is not None and one.tag in "pqx" for one in before)
    if others or any(letter in "UD;K" for letter in letters[: size.start]):
        return False
    stretch = [row[step] for step in left[:-1] if row[step].tag != ","]
    if any(
        one.text in _LONGER or (one.text not in FUNCTION and not is_when([one])) for one in stretch
    ):
        return False
    if any(letters[step] in "TNVF" for step in left):
        return False
    subject = {root(one.text) for one in before if one.tag == WORD}
    return all(_counts_only(row, place, subject) for place in (pair.start, pair.end - 1))


def _counts_only(row: Sequence[Item], at: int, subject: set[str]) -> bool:
    """Whether what follows a figure is no thing but that which changed, or when it was counted."""
    ahead = row[at + 1] if at + 1 < len(row) else None
    if ahead is None or ahead.tag != WORD or ahead.text in _COUNTED or ahead.text in FUNCTION:
        return True
    return is_when([ahead]) or root(ahead.text) in subject or ahead.text in ("compared", "versus")


def _goes_on(row: Sequence[Item], letters: str, size: Size, left: Sequence[int]) -> bool:
    """Whether "falling" or "down" before "from 88 to 51" goes on with "halved" or with a fall."""
    at = left[-1]
    way = size.way or (UP if size.quantity.value > 1 else DOWN)
    same = letters[at] == ("U" if way == UP else "D")
    goes_on = row[at].text.endswith("ing") or row[at].text in ("up", "down")
    return same and goes_on and at > 0 and row[at - 1].tag in ",-"
