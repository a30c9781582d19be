"""Where one sentence ends and the next begins."""

import re
from collections.abc import Iterator
from typing import Final

from peelian.engines.publishing.checker.language.lexicons import words

_SHORTENED: Final = words(
    "mr mrs ms dr prof rev st no nos fig figs vs eg e.g ie i.e etc al approx ca c p pp para "
    "paras vol ch sec art inc ltd co dept sgt insp supt det cons sq jan feb mar apr jun jul aug "
    "sep sept oct nov dec cf viz est min max ref"
)
_NOT_BEFORE_LOWER: Final = words("etc al")
_END: Final = re.compile(r"(?<![.!?\u2026])[.!?\u2026]++[\"'\u2019\u201d)\]]*+(?=\s)|\n+")
_NEXT: Final = re.compile(r"\s*(\S)")
_LONGEST_WORD: Final = 40


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of every sentence in a passage; lines always part sentences."""
    start = 0
    for match in _END.finditer(text):
        if not match.group().startswith("\n") and not _ends(text, start, match):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence: not after "approx." nor within "No. 5"."""
    if match.group()[0] in "!?":
        return True
    following = _NEXT.match(text, match.end())
    ahead = following.group(1) if following else ""
    # No shortened word is longer than this; the whole sentence need not be read again.
    before = text[max(start, match.start() - _LONGEST_WORD) : match.start()].split()
    last = before[-1].strip("([\"'\u2018\u201c").lower() if before else ""
    if last in _SHORTENED:
        return last in _NOT_BEFORE_LOWER and ahead.isupper()
    # An initial, as in "J. Peel"; the letter may also end a sentence: "option B. Then".
    if len(last) == 1 and last.isalpha() and before[-1:] and before[-1].strip("(").isupper():
        return False
    return not ahead.islower()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
