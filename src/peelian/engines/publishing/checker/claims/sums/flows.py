"""People or cases that come and go, and what is left over: "214 joined and 187 left, up by 27"."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from peelian.engines.publishing.checker.claims.saying import between, finding, number
from peelian.engines.publishing.checker.claims.sums.addends import alike
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.phrases import (
    Match,
    lexicon,
    matches,
    pattern,
    tags,
)
from peelian.engines.publishing.checker.language.quantities import Quantity
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures

_WORDS: Final = lexicon(
    I="joined recruited arrived hired appointed opened entered came admitted received started",
    O="left departed retired resigned closed exited went discharged completed ended dismissed",
    N="rose grew fell shrank net more fewer increase decrease gain loss rise fall increased "
    "decreased larger smaller",
    X="after_removal after_removing after_exclusion after_excluding after_deducting",
    Z="remained remain were_left",
)
_FLOW: Final = pattern(
    r"(?: (?P<in>n) w{0,5}? I [^NO]*? (?P<out>n) w{0,5}? O | I w{0,4}? (?P<in2>n) [^NO]*? O w{0,4}?"
    r" (?P<out2>n) ) [^n]{0,14}? (?: N [wo]{0,3}? (?P<net>n) | (?P<net2>n) N )"
)
_TAKEN: Final = pattern(
    r"(?P<in>n) [^nINOXZ]{0,14}? X [_]* [wo]{0,3}? (?P<out>n) [^nINOXZ]{0,8}? ,"
    r" (?P<net>n) w{0,3}? Z"
)


def find(text: Text) -> Iterator[Finding]:
    """Every net change that is printed beside what came and what went."""
    for sentence in with_figures(text):
        letters = tags(sentence.row, _WORDS)
        found = chain(*(matches(wanted, sentence.row, letters) for wanted in (_FLOW, _TAKEN)))
        for match in found:
            came, went, net = (_first(match, name) for name in ("in", "out", "net"))
            if came is not None and went is not None and net is not None:
                yield from _judged(sentence, came, went, net)


def _first(match: Match, name: str) -> Quantity | None:
    """The quantity of a part, which has a 2 after its name in the other order of words."""
    return match.quantity(name) or match.quantity(f"{name}2")


def _judged(sentence: Sentence, came: Quantity, went: Quantity, net: Quantity) -> Iterator[Finding]:
    more, less = (came, went) if came.value >= went.value else (went, came)
    if not (alike(came, net) and came.exact and went.exact) or net.value > more.value:
        return
    left = more.span.minus(less.span)
    agrees = left.meets(net.span)
    yield finding(
        sentence,
        About.SUM,
        Verdict.AGREES if agrees else Verdict.DOES_NOT_FOLLOW,
        (net, came, went),
        computed=f"{more.printed} - {less.printed} is {number(more.value - less.value)}",
        allowed=between(left),
        because="" if agrees else f"the difference is not {net.printed}",
    )
