"""One counted set with two numbers: "24 recommendations ... all 22 recommendations"."""

from collections.abc import Iterator, Sequence
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
_ANSWERERS: Final = frozenset({"respondent", "response", "participant", "reply"})
_NEUTRAL: Final = frozenset(root(word) for word in NEUTRAL)
_INSPECTED: Final = frozenset(root(word) for word in INSPECTED)


def find(text: Text) -> Iterator[Finding]:
    """Every later mention of a known set with another number than the first."""
    every = [one for sentence in text.sentences for one in mentions(sentence)]
    for later in every:
        earlier = _near(text, every, later) or _far(every, later)
        if earlier is None or _stands_elsewhere(every, earlier, later):
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
    linked = bool(narrowed) or later.gathered in earlier.roots
    if not narrowed <= known or not (linked or earlier.after - _NEUTRAL <= later.roots):
        return None
    if _explained(text, earlier, later):
        return None
    if not one_setting(earlier.sentence, later.sentence, ends=later.ends):
        return None
    return earlier


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
        and not _narrowed(earlier, later)
        and not _narrowed(later, earlier)
    )


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
    return any(
        one.what is What.COUNT
        and one.value in (apart, later.value)
        and one not in (earlier.figure, later.figure)
        for sentence in between_them
        for one in sentence.quantities
    )


def _stands_elsewhere(every: Sequence[Mention], earlier: Mention, later: Mention) -> bool:
    """Whether the later number is known from elsewhere, or there are many such numbers anyway."""
    head = [one for one in every if one.noun[-1:] == later.noun[-1:]]
    known = any(
        one.value == later.value
        and one is not later
        and one.sentence.number < later.sentence.number
        for one in head
    )
    return known or len({one.value for one in head if one.noun == later.noun}) >= _MANY
