"""Where one sentence ends and the next begins."""

import re
from collections.abc import Iterator
from typing import Final

from peelian.engines.publishing.checker.language.lexicons import words

_SHORTENED: Final = words(
    "mr mrs ms dr prof rev st no nos fig figs vs eg e.g ie i.e etc al approx ca c p pp para "
    "paras vol ch sec art inc ltd co dept sgt insp supt det cons sq jan feb mar apr jun jul aug "
    "sep sept oct nov dec cf viz est min max ref rs"
)
_NOT_BEFORE_LOWER: Final = words("etc al")
_BEFORE_NUMBERS: Final = words("no nos art ref min max rs")
"""Shortened only before a number: "No. 5", but "504 of them said no. Of the others ..."."""

_END: Final = re.compile(
    r"(?<![.!?\u2026])[.!?\u2026]++[\"'\u2019\u201d)\]]*+(?=\s)|\n+"
    # A stop whose space was lost: "last year.A rise of"; and bullets within a line.
    r"|(?<=[a-z]{3})[.](?=[A-Z][a-z]*\s)|(?<=\s)[\u2022\u25aa\u25cf\u25e6](?=\s)"
    # The mark of a footnote behind a stop: "than last year.4 It is".
    r"|(?<=[a-z)%\u2019\"])[.](?P<mark>\d{1,3})(?=\s+[A-Z\"\u201c(]|\s*$)"
)
_BULLETS: Final = frozenset("\u2022\u25aa\u25cf\u25e6")
_DASHED: Final = re.compile(r"(?:^\s*|:\s)[-\u2013]\s+(?P<lower>[a-z])?")
_ITEM: Final = re.compile(r"(?<=\s)[-\u2013](?=\s[A-Z\d\u00a3$\u20ac\"\u201c])")
_ANY_ITEM: Final = re.compile(r"(?<=\s)[-\u2013](?=\s)")
_NUMBERED: Final = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2}){1,2}\.?|\d{1,3}[.)])\s+(?=[\"\u201c(]?[A-Z])"
    r"(?!(?:Million|Billion|Thousand|Per)\b)"
)
_BROKEN: Final = re.compile(
    r"\.(?:(?<=[\s\u00a3$\u20ac(]\d\.)|(?<=[\s\u00a3$\u20ac(]\d\d\.)|(?<=[\s\u00a3$\u20ac(]\d\d\d\.))\s"
    r"(?:(?<=\D0\.\s)\d|\d{1,3}\s?(?:%|(?i:per|[mbt]illion|bn)\b))"
)
"""A stop within one figure whose parts were torn apart: "9. 8 billion", "0. 99 deaths"."""

_NEXT: Final = re.compile(r"\s*(\S)")
_LONGEST_WORD: Final = 40


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of every sentence in a passage; lines always part sentences.

    The number of a paragraph ("1.2 Of these, ...") and the mark of a footnote belong to none.
    """
    start = _numbered(text, 0)
    for first, last in _breaks(text):
        if first < start:
            continue
        yield from _trimmed(text, start, first)
        start = _numbered(text, last)
    yield from _trimmed(text, start, len(text))


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    """Where a sentence ends and from where the next may begin: between them stands no word."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        said = match.group()
        if said[0] in _BULLETS or said.startswith("\n"):
            found.append(match.span())
        elif _ends(text, start, match):
            found.append((match.start("mark") if match["mark"] else match.end(), match.end()))
        else:
            continue
        start = match.end()
    if dashed := _DASHED.search(text):
        item = _ANY_ITEM if dashed["lower"] else _ITEM
        found += [match.span() for match in item.finditer(text, dashed.start())]
    return iter(sorted(found))


def _numbered(text: str, start: int) -> int:
    """Where the words of a paragraph begin, after its number if it has one."""
    match = _NUMBERED.match(text, start)
    return match.end() if match else start


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence: not after "approx." nor within "No. 5"."""
    if match.group()[0] in "!?":
        return True
    if _BROKEN.match(text, match.start()):
        return False
    following = _NEXT.match(text, match.end())
    ahead = following.group(1) if following else ""
    # No shortened word is longer than this; the whole sentence need not be read again.
    before = text[max(start, match.start() - _LONGEST_WORD) : match.start()].split()
    last = before[-1].strip("([\"'\u2018\u201c").lower() if before else ""
    if last in _BEFORE_NUMBERS and ahead.isupper():
        return True
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
