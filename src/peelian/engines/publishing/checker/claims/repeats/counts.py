"""One counted set with two numbers: "24 recommendations ... all 22 recommendations"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.repeats.alike import (
    contradiction,
    one_setting,
    transposed,
)
from peelian.engines.publishing.checker.claims.repeats.mentions import Mention, mentions
from peelian.engines.publishing.checker.claims.repeats.words import INSPECTED, NEUTRAL
from peelian.engines.publishing.checker.claims.saying import between
from peelian.engines.publishing.checker.claims.wording import root
from peelian.engines.publishing.checker.findings import Finding
from peelian.engines.publishing.checker.language.quantities import What
from peelian.engines.publishing.checker.language.text import Text

_BACK: Final = 2
_NEAR: Final = Fraction(1, 4)
_APART: Final = Fraction(1, 2)
_MANY: Final = 3
_ONCE: Final = frozenset({"former", "new"})
"""Words of another time that may yet describe what is counted: "hectares of former farmland"."""
_ANSWERERS: Final = frozenset({"respondent", "response", "participant", "reply"})
_NEUTRAL: Final = frozenset(root(word) for word in NEUTRAL)
_INSPECTED: Final = frozenset(root(word) for word in INSPECTED)


def find(text: Text) -> Iterator[Finding]:
    """Every later mention of a known set with another number than the first."""
    every = [one for sentence in text.sentences for one in mentions(sentence)]
    numbers = _numbers(every)
    for later in every:
        # This is asked first, since it leaves few of a thousand mentions to be compared with all.
        if _stands_elsewhere(numbers, later):
            continue
        earlier = _near(text, every, later) or _far(every, later)
        if earlier is None:
            continue
        yield contradiction(
            (earlier.sentence, earlier.figure),
            (later.sentence, later.figure),
            between(earlier.figure.span),
        )


def _near(text: Text, every: Sequence[Mention], later: Mention) -> Mention | None:
    """The set named just before that a definite later mention must mean."""
    if not later.definite:
        return None
    close = {one.number for one in text.before(later.sentence, _BACK)}
    named = [
        one
        for one in every
        if one.sentence.number in close and (one.noun == later.noun or not later.noun)
    ]
    if len(named) != 1 or not _near_in_size(named[0], later):
        return None
    earlier = named[0]
    narrowed = later.after - _NEUTRAL
    known = earlier.roots | _INSPECTED if earlier.roots & _INSPECTED else earlier.roots
    if not (narrowed or later.noun):
        return None
    linked = bool(narrowed) or later.gathered in earlier.roots or _points_back(earlier, later)
    if not narrowed <= known or not (linked or earlier.after - _NEUTRAL <= later.roots):
        return None
    if _explained(text, earlier, later):
        return None
    besides = _ONCE if transposed(earlier.figure, later.figure) else frozenset()
    if not one_setting(earlier.sentence, later.sentence, besides, later.ends):
        return None
    return earlier


def _points_back(earlier: Mention, later: Mention) -> bool:
    """Whether "these nine focus groups" must be those just counted, by a noun of two words.

    One word is enough where the numbers differ as misprints do.
    """
    if later.sentence.row[later.at - 1].text != "these" or earlier.noun != later.noun:
        return False
    apart = abs(earlier.value - later.value)
    return len(later.noun) > 1 or apart == 1 or transposed(earlier.figure, later.figure)


def _far(every: Sequence[Mention], later: Mention) -> Mention | None:
    """The same things in another part of the report, owned or known both times, or one sample."""
    for earlier in every:
        if earlier.sentence.number >= later.sentence.number:
            return None
        if not _one_sample(earlier, later) and not _one_property(earlier, later):
            continue
        sizes = {one.value for one in every if one.gathered and one.gathered == earlier.gathered}
        if len(sizes) > 1:
            continue
        near = _near_in_size(earlier, later, _APART)
        if near and one_setting(earlier.sentence, later.sentence):
            return earlier
    return None


def _one_property(earlier: Mention, later: Mention) -> bool:
    """ "The force's three mobile police stations", "has three mobile police stations"."""
    return (
        len(later.noun) > 1
        and earlier.noun == later.noun
        and earlier.owned
        and later.owned
        and _one_owner(earlier, later)
        and not _narrowed(earlier, later)
        and not _narrowed(later, earlier)
    )


def _one_owner(earlier: Mention, later: Mention) -> bool:
    """Whether both may be somebody's: the city's are not the county's."""
    owners = {earlier.owner, later.owner}
    return len(owners - {""}) < len(owners) or len(owners) == 1


def _narrowed(one: Mention, other: Mention) -> bool:
    """Whether what follows a noun makes its set smaller; "to areas in need" does not."""
    return one.leads_to != "to" and not one.after - _NEUTRAL <= other.roots


def _one_sample(earlier: Mention, later: Mention) -> bool:
    """ "Our survey of 748 officers", "the 784 respondents to our survey"."""
    return (
        bool(earlier.gathered)
        and later.definite
        and len(later.noun) == 1
        and later.noun[0] in _ANSWERERS
        and later.after == {earlier.gathered}
    )


def _near_in_size(earlier: Mention, later: Mention, most: Fraction = _NEAR) -> bool:
    """Whether the numbers differ as misprints do, and not as a part does from its whole."""
    apart = abs(earlier.value - later.value)
    if apart and transposed(earlier.figure, later.figure):
        return True
    return 0 < apart <= most * max(earlier.value, later.value)


def _explained(text: Text, earlier: Mention, later: Mention) -> bool:
    """Whether other counts by them tell of a part: "two withdrew", "100 of them were asked"."""
    apart = abs(earlier.value - later.value)
    between_them = text.sentences[earlier.sentence.number : later.sentence.number + 1]
    if apart == 1 and any(one.text == "one" for other in between_them for one in other.row):
        return True  # "eight groups, and one with staff"
    return any(
        one.what is What.COUNT
        and one.value in (apart, later.value)
        and one not in (earlier.figure, later.figure)
        for sentence in between_them
        for one in sentence.quantities
    )


@dataclass(frozen=True)
class _Numbers:
    """The numbers of each noun, and the first sentence with each number of each last word."""

    of_noun: dict[tuple[str, ...], set[int]]
    first: dict[tuple[tuple[str, ...], int], int]


def _numbers(every: Sequence[Mention]) -> _Numbers:
    found = _Numbers({}, {})
    for one in every:
        found.of_noun.setdefault(one.noun, set()).add(one.value)
        found.first.setdefault((one.noun[-1:], one.value), one.sentence.number)
    return found


def _stands_elsewhere(numbers: _Numbers, later: Mention) -> bool:
    """Whether the later number is known from elsewhere, or there are many such numbers anyway."""
    known = numbers.first[later.noun[-1:], later.value] < later.sentence.number
    return known or len(numbers.of_noun[later.noun]) >= _MANY
