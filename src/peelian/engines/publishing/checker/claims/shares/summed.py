"""A sentence that sums up the one before: "This meant that only 41 percent of its posts ..."."""

from collections.abc import Iterator, Sequence
from typing import Final

from peelian.engines.publishing.checker.claims import growth_words
from peelian.engines.publishing.checker.claims.saying import between, finding, number
from peelian.engines.publishing.checker.claims.shares.bases import base_of, is_any, is_said
from peelian.engines.publishing.checker.claims.shares.phrases import PAIR
from peelian.engines.publishing.checker.claims.shares.search import COUNTED
from peelian.engines.publishing.checker.claims.shares.words import SHARE
from peelian.engines.publishing.checker.claims.wording import root
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language import nouns
from peelian.engines.publishing.checker.language.item import DATE
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import (
    Lexicon,
    finder,
    lexicon,
    matches,
    tags,
)
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text
from peelian.numbers.rounding import share

_VERBS: Final = words(
    "is was means meant represents represented equals equalled equates equated amounts amounted "
    "gives gave makes made comes came left leaves corresponds translates works"
)
_OPENING: Final = (
    *("that's", "it's", "meaning", "in other words", "overall", "so"),
    *(f"{pointing} {verb}" for pointing in ("this", "that") for verb in _VERBS),
    *("it equates", "it represents", "it amounts"),
)
_SERIES: Final = words("last previous compared similar against")
"""Words by which the second of two counts is rather another year's than a part."""

_SUMMING: Final = Lexicon(dict.fromkeys(_OPENING, "S"))


def summed_up(text: Text, sentence: Sentence, spoken: set[Quantity]) -> Iterator[Finding]:
    """The percentage of a sentence that sums up, against the counts of those before.

    The whole is the count before whose things the percentage names; the part may be any other.
    """
    letters = tags(sentence.row, _SUMMING)
    if "S" not in letters[:2]:
        yield from _named_at(text, sentence, spoken)
        return
    for at, item in enumerate(sentence.row):
        percent = item.quantity
        if percent is None or percent.what is not What.PERCENT or percent in spoken:
            continue
        if growth_words.is_growth(sentence.row, at):
            return
        whole, parts = _summed(text.before(sentence, 2), base_of(sentence.row, at))
        if whole is not None and parts:
            yield _said(sentence, percent, whole, parts)
        return


def _named_at(text: Text, sentence: Sentence, spoken: set[Quantity]) -> Iterator[Finding]:
    """ "Of the 212 seen, 149 were sound. At 61 per cent, this falls short": of two counts only."""
    for match in _AT(sentence.row):
        percent = match.quantity("percent")
        earlier = text.before(sentence, 1)
        if percent is None or percent in spoken or not earlier:
            return
        figures = earlier[0].quantities
        if len(figures) != _TWO or any(one.text in _SERIES for one in earlier[0].row):
            return
        found = _pair(earlier[0]) or _whole_first(earlier[0])
        if found is None:
            return
        whole, (part, *_) = found
        rest = share(whole.span, whole.span).minus(share(part.span, whole.span))
        if not rest.meets(percent.span):
            yield _said(sentence, percent, whole, [part])
        return


_TWO: Final = 2
_AT: Final = finder(
    r"^ A w? (?P<percent>p) ,? (?: T | D G ) V",
    lexicon(
        A="at",
        T="this that",
        D="the",
        G="proportion share rate percentage figure result ratio",
        V="is was falls fell remains remained compares compared exceeds exceeded meets met misses "
        "missed represents represented means meant leaves left puts has marks stands",
    ),
)
_WHOLE_FIRST: Final = finder(
    r"^ O [wd]{0,3}? (?P<whole>n) [^nm]* , w{0,3} (?P<part>n)", lexicon(O="of among")
)


def _whole_first(earlier: Sentence) -> tuple[Quantity, list[Quantity]] | None:
    """The whole and the part of "Of the 212 records that we sampled in March, 149 were sound"."""
    for match in _WHOLE_FIRST(earlier.row):
        whole, part = match.quantity("whole"), match.quantity("part")
        if whole is not None and part is not None and part.value < whole.value:
            return whole, [part]
    return None


def _summed(
    earlier: tuple[Sentence, ...], base: Sequence[str]
) -> tuple[Quantity | None, list[Quantity]]:
    """The whole and the parts in the sentences before that a percentage may sum up."""
    if not earlier:
        return None, []
    pair = _pair(earlier[0])
    if not base or is_any(base):
        return pair or _of_two(earlier)
    if pair is not None and is_said(base, earlier[0].row):
        return pair
    counts = [
        (number, is_said(base, other.row) and _counts(base, nouns.after(other.row, place + 1)))
        for other in earlier
        for place, one in enumerate(other.row)
        if (number := one.quantity) is not None and number.what is What.COUNT
    ]
    wholes = [number for number, named in counts if named]
    if not wholes:
        return None, []
    return wholes[-1], [number for number, _ in counts if number is not wholes[-1]]


def _counts(base: Sequence[str], named: Sequence[str]) -> bool:
    """Whether a number counts what a base names, whatever else is said of it."""
    return bool({root(one) for one in named} & set(base))


def _pair(earlier: Sentence) -> tuple[Quantity, list[Quantity]] | None:
    """The part and the whole of "504 of the 900 members said no", where there is one such pair."""
    found = list(matches(PAIR, earlier.row, tags(earlier.row, SHARE)))
    if len(found) != 1:
        return None
    names = ("n", "n2", "n3", "n4")
    whole = next((one for name in names if (one := found[0].quantity(name))), None)
    part = found[0].quantity("k")
    return (whole, [part]) if whole and part else None


def _of_two(earlier: Sequence[Sentence]) -> tuple[Quantity | None, list[Quantity]]:
    """The whole and the part of "we looked at 120 files and found that 111 were complete".

    The whole may also be the one figure of the sentence before that of the part.
    """
    figures = list(earlier[0].quantities)
    if len(figures) == 1 and len(earlier) > 1:
        figures = [*earlier[1].quantities, *figures]
    if any(one.text in _SERIES or one.tag == DATE for one in earlier[0].row):
        return None, []
    counts = [one for one in figures if one.what in COUNTED]
    if len(counts) != 2 or len(figures) != 2 or counts[0].value <= counts[1].value:
        return None, []
    return counts[0], [counts[1]]


def _said(sentence: Sentence, percent: Quantity, whole: Quantity, parts: list[Quantity]) -> Finding:
    fitting = [one for one in parts if share(one.span, whole.span).meets(percent.span)]
    told = "; ".join(
        f"{one.printed} of {whole.printed} is {number(one.value * 100 / whole.value)}"
        for one in fitting or parts
    )
    verdict = Verdict.AGREES if fitting else Verdict.DOES_NOT_FOLLOW
    return finding(
        sentence,
        About.SHARE,
        verdict,
        (percent, whole, *(fitting or parts)),
        computed=f"{told} per cent",
        allowed=between(percent.span) + " per cent",
        because="" if fitting else "none of the counts before gives it",
    )
