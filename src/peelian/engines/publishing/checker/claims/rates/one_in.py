""" "One household in 12 (8.3%)": a share said as one in so many, against the counts beside it.

"One in five" and the like are words for a quantity and checked with those; here the number is any.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.rates.phrases import named_after, populations
from peelian.engines.publishing.checker.claims.saying import between, finding, number
from peelian.engines.publishing.checker.claims.wording import stem
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import finder, lexicon
from peelian.engines.publishing.checker.language.quantities import Quantity
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures
from peelian.numbers.rounding import INFINITE, Range

_ONE_IN: Final = r"Q w{0,3}? I E? (?P<base>n) "
_LEAST: Final = 2
_WORDS: Final = lexicon(Q="one", I="in", E="every", L="or equal equals is")
_COUNTS: Final = finder(
    _ONE_IN + r"[wo]{0,8}? [,(:\-] L? w? (?P<part>n) [oI] w{0,3}? (?P<whole>n)", _WORDS
)
_PERCENT: Final = finder(_ONE_IN + r"w{0,3}? [,(] L? (?P<percent>p)", _WORDS)
_EVERY: Final = finder(r"Q (?P<noun>w{0,3}) (?P<base>r)", _WORDS)
_FEWER: Final = words("fewer less under below")
_MORE: Final = words("more over above")
_SOFT: Final = words("about around roughly approximately nearly almost some over under than")


def find(text: Text) -> Iterator[Finding]:
    """Every "one in so many" with its counts or its percentage right after it."""
    for sentence in with_figures(text):
        for match in _COUNTS(sentence.row):
            base, part, whole = (match.quantity(one) for one in ("base", "part", "whole"))
            if base and part and whole and part.span.low > 0 and part.value < whole.value:
                said = f"{number(whole.value)} over {number(part.value)}"
                near = sentence.row[max(0, match.start - 3) : match.start]
                soft = any(one.text in _SOFT for one in near)
                found = whole.span.over(part.span)
                yield _judged(sentence, (base, part, whole), found, said, soft=soft)
        for match in _PERCENT(sentence.row):
            base, percent = match.quantity("base"), match.quantity("percent")
            if base and percent and percent.span.low > 0:
                near = sentence.row[max(0, match.start - 3) : match.start]
                soft = any(one.text in _SOFT for one in near)
                found = Range(Fraction(100), Fraction(100)).over(percent.span)
                said = f"100 over {number(percent.value)}"
                yield _judged(sentence, (base, percent), found, said, soft=soft)
        yield from _for_every(sentence)


def _for_every(sentence: Sentence) -> Iterator[Finding]:
    """ "One officer for every 608 people", where the numbers of both are printed beside it."""
    for match in _EVERY(sentence.row):
        base, noun = match.quantity("base"), stem(" ".join(match.words("noun")[-1:]))
        if base is None or base.value < _LEAST:
            continue
        if not noun and not _is_led(sentence.row, match.start):
            continue
        wholes = populations(sentence.row, stem(base.unit))
        parts = [
            one.quantity
            for at, one in enumerate(sentence.row)
            if one.tag == "n"
            and (noun in named_after(sentence.row, at) if noun else one.quantity not in wholes)
        ]
        if len(wholes) == 1 and len(parts) == 1 and parts[0] and parts[0].span.low > 0:
            found = wholes[0].span.over(parts[0].span)
            said = f"{wholes[0].printed} over {parts[0].printed}"
            yield _judged(sentence, (base, parts[0], wholes[0]), found, said, soft=False)


def _is_led(row: Sequence[Item], start: int) -> bool:
    """Whether nothing but "which is" and the like stands between a number's words and "one"."""
    last = max((at for at in range(start) if row[at].quantity is not None), default=-1)
    if last < 0 or row[last].tag != "n":
        return False
    signs = [at for at in range(last, start) if row[at].tag in ",:-("]
    return bool(signs) and all(one.text in _LEADING for one in row[signs[-1] + 1 : start])


_LEADING: Final = words(
    "which that is was or ie i.e i.e. equal equivalent to only just about roughly making meaning "
    "a ratio of so this equals means"
)


def _judged(
    sentence: Sentence, figures: tuple[Quantity, ...], found: Range, said: str, *, soft: bool
) -> Finding:
    base = figures[0].value
    side = _side(sentence, figures[0])
    # "One in 40" is said of one in 38 too; softened, it reaches a tenth either way.
    reach = max(Fraction(1, 2), base / (10 if soft else 20))
    allowed = Range(base - reach, base + reach)
    if side == "under":
        allowed = Range(base, INFINITE)
    elif side == "over":
        allowed = Range(Fraction(1), base)
    agrees = allowed.meets(found)
    return finding(
        sentence,
        About.RATE,
        Verdict.AGREES if agrees else Verdict.DOES_NOT_FOLLOW,
        figures,
        computed=f"{said} is one in {between(found)}",
        allowed=f"one in {between(allowed)}",
        because="" if agrees else "it is one in another number",
    )


def _side(sentence: Sentence, base: Quantity) -> str:
    """Whether "fewer than one in ten" or "over one in ten" is said: the words before the "one"."""
    at = next((at for at, one in enumerate(sentence.row) if one.quantity is base), 0)
    one = next((place for place in range(at, -1, -1) if sentence.row[place].text == "one"), 0)
    behind = {item.text for item in sentence.row[max(0, one - 2) : one]}
    return "under" if behind & _FEWER else "over" if behind & _MORE else ""
