"""Tells whether a line goes on in the next, and puts a word together that was broken at its end."""

import re
from collections.abc import Iterable

_ENDED = re.compile(r"[.!?:;…][)\]’”\"'¹²³⁰⁴-⁹]*$")
_GOES_ON = re.compile(r"[a-z(&–—‐-]")
_END = 60  # characters at the end of a line that tell all this; longer words are no words
_BRACKET = 120  # characters on either side of the break: what is longer was never closed
_BINDING = ("and", "as", "but", "nor", "or", "than", "that")
_PLACING = ("at", "by", "for", "from", "in", "into", "of", "on", "to", "with")
_OPEN = frozenset((*_BINDING, *_PLACING, "a", "an", "the", "their"))
_BROKEN = re.compile(r"([^\W\d_]+)[-‐\xad]$")
_UNSPACED = re.compile(r"[\w)\]’”][-‐–/]$")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_FIRST_PART = re.compile(r"^[a-zà-ÿ]+")


def ended(line: str) -> bool:
    """Whether ``line`` ends a sentence, or leads into what follows with a colon."""
    return bool(_ENDED.search(line.rstrip()[-_END:]))


def left_open(line: str) -> bool:
    """Whether ``line`` ends as no sentence or heading does: with a comma, "of", half a word."""
    line = line.rstrip()[-_END:]
    if line.endswith(",") or _BROKEN.search(line):
        return True
    return line.rpartition(" ")[2].lower() in _OPEN


def goes_on(line: str) -> bool:
    """Whether ``line`` begins as only the rest of a sentence begins: in lower case, or so."""
    return bool(_GOES_ON.match(line.lstrip()))


def in_brackets(line: str, following: str) -> bool:
    """Whether ``following`` closes a bracket that ``line`` left open: "(24%;" and "1,105), and"."""
    line, following = line[-_BRACKET:], following[:_BRACKET]
    closed = following.find(")")
    return line.rfind("(") > line.rfind(")") and -1 < closed < (following + "(").find("(")


class Words:
    """The words of a document: they decide whether a hyphen at the end of a line is part of one."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        broken = False
        for line in lines:  # the halves of a word at the end of a line are no words themselves
            whole = _FIRST_PART.sub("", line.lstrip()) if broken else line
            broken = bool(_BROKEN.search(line.rstrip()[-_END:]))
            whole = whole.rstrip()
            tail = _BROKEN.search(whole[-_END:])
            whole = whole[: len(whole) - len(tail[0])] if tail else whole
            self._words.update(_WORD.findall(whole.lower()))

    def joined(self, line: str, following: str) -> str:
        """``line`` and ``following`` as one line.

        ``infor-`` and ``mation`` are one word if the document has it elsewhere, or else if it has
        not both halves as words of their own; ``18-`` and ``24`` stay as they are, without a space.
        """
        line, following = line.rstrip(), following.lstrip()
        broken = _BROKEN.search(line[-_END:])
        rest = _FIRST_PART.match(following)
        if broken and rest:
            return (line[:-1] if self._is_one(broken[1], rest[0]) else line) + following
        if line.endswith("\xad"):
            return line[:-1] + following
        if _UNSPACED.search(line[-2:]) and following[:1].isalnum():
            return line + following
        return f"{line} {following}"

    def _is_one(self, first: str, second: str) -> bool:
        first, second = first.lower(), second.lower()
        if first + second in self._words:
            return True
        if f"{first}-{second}" in self._words or f"{first}‐{second}" in self._words:
            return False
        return not (first in self._words and second in self._words)
