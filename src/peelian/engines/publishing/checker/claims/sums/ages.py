"""Ages as the words of a part name them, so that two parts may be seen to hold nobody in common."""

from collections.abc import Sequence
from typing import Final

from peelian.engines.publishing.checker.language.lexicons import words

OLDEST: Final = 150
"""An age that nobody reaches, for "65 and over"."""

_ABOVE: Final = words("over above")
_BELOW: Final = words("under below")
_OR_MORE: Final = words("over older above more upwards")
_OR_LESS: Final = words("under younger below less")
_TO: Final = words("to and -")
_JOINS: Final = words("or and")


def ages_of(said: Sequence[str]) -> range | None:
    """The whole years of age that a part names: of ``men aged 50 or younger`` 0 to 50.

    Nothing where it names none, or several that make no range.
    """
    numbers = [at for at, word in enumerate(said) if word.isdecimal() and int(word) < OLDEST]
    if not numbers or len(numbers) > 2:
        return None
    at = numbers[0]
    age = int(said[at])
    if len(numbers) == 2:
        return _between(said, *numbers)
    before = said[at - 1] if at else ""
    ahead = [word for word in said[at + 1 : at + 3] if word not in _JOINS][:1]
    if before in _ABOVE:
        return range(age + 1, OLDEST)
    if before in _BELOW:
        return range(age)
    if ahead and ahead[0] in _OR_MORE:
        return range(age, OLDEST)
    if ahead and ahead[0] in _OR_LESS:
        return range(age + 1)
    return None


def _between(said: Sequence[str], first: int, last: int) -> range | None:
    joined = last == first + 2 and said[first + 1] in _TO
    low, high = int(said[first]), int(said[last])
    return range(low, high + 1) if joined and low < high else None


def apart(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two parts name ages that nobody has at once."""
    first, second = ages_of(one), ages_of(other)
    if first is None or second is None:
        return False
    return first.stop <= second.start or second.stop <= first.start


def some(said: Sequence[Sequence[str]]) -> bool:
    """Whether some parts name ages and others none: "300 men, 120 aged 65 or over"."""
    aged = [ages_of(one) is not None for one in said]
    return any(aged) and not all(aged)
