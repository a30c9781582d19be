"""A part that is larger than its whole: "45 of the 40 files", "of the 40 files, 45 were poor"."""

from collections.abc import Iterator
from typing import Final

from peelian.engines.publishing.checker.claims.saying import finding, number
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import lexicon, matches, pattern, tags
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures

_WORDS: Final = lexicon(D="the these those our all its", V="were was had did")
_PHRASES: Final = (
    pattern(r"(?P<part>n) o D{0,2} (?P<whole>n) (?! [-/%])"),
    pattern(r"(?: (?<=^) | (?<=[,;:]) ) o D{0,2} (?P<whole>n) w{0,4}? , (?P<part>n) V"),
)
_NO_COUNT: Final = words(
    "ratio score scores average mean median total maximum minimum sum rate cost value capacity "
    "area increase rise fall"
)


def find(text: Text) -> Iterator[Finding]:
    """Every count that is said to be of a smaller one."""
    for sentence in with_figures(text):
        yield from _in(sentence)


def _in(sentence: Sentence) -> Iterator[Finding]:
    letters = tags(sentence.row, _WORDS)
    for phrase in _PHRASES:
        for match in matches(phrase, sentence.row, letters):
            part, whole, at = match.quantity("part"), match.quantity("whole"), match.at("part")
            if part is None or whole is None or at is None or part.decimals or whole.decimals:
                continue
            if part.span.low <= whole.span.high or _NO_COUNT & {
                one.text for one in sentence.row[max(0, at - 3) : at]
            }:
                continue
            yield finding(
                sentence,
                About.SUM,
                Verdict.DOES_NOT_FOLLOW,
                (part, whole),
                computed=f"{number(part.value)} is more than {number(whole.value)}",
                allowed=f"at most {number(whole.span.high)}",
                because="the part is larger than the whole",
            )
