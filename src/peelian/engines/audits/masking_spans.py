"""Stretches of a text: found by words, and joined where they touch."""

import re
from collections.abc import Iterable, Iterator

# From one character to before another.
Span = tuple[int, int]


def alternatives(words: Iterable[str]) -> str:
    """A part of a pattern that is any of these words or phrases, the longest first.

    A blank stands for any white space or hyphen, a star at the end for the rest of the word.
    """
    ordered = sorted(set(words), key=lambda one: (-len(one), one))
    return "|".join(_part(one) for one in ordered)


def _part(phrase: str) -> str:
    rest = r"\w*" if phrase.endswith("*") else ""
    return r"[\s-]+".join(re.escape(one) for one in phrase.rstrip("*").split()) + rest


def whole(pattern: str) -> str:
    """The pattern where it neither begins nor ends within a word."""
    return rf"(?<!\w)(?:{pattern})(?!\w)"


def phrases(text: str, words: Iterable[str]) -> Iterator[Span]:
    """Where one of these words or phrases stands whole, in small or capital letters."""
    wanted = tuple(sorted({one for one in words if one.split()}))
    if wanted:
        pattern = re.compile(whole(alternatives(wanted)), re.IGNORECASE)
        yield from (found.span() for found in pattern.finditer(text))


def joined(found: Iterable[Span]) -> Iterator[Span]:
    """The same stretches in order, those that overlap as one."""
    last: Span | None = None
    for start, end in sorted(found):
        if last is not None and start <= last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last
