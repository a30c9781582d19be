"""Sentences with known errors, and how many of them the checker finds.

A case is a paragraph, the kind of claim in it and the figures among which its error lies. A flag
on any of these is a hit; any other ``does not follow`` is a false alarm, in a case with an error as
in one without.
"""

import re
import tomllib
from dataclasses import dataclass

from peelian.engines.publishing.checker.checking import check
from peelian.engines.publishing.checker.documents import Document, Kind, Passage
from peelian.engines.publishing.checker.findings import Verdict

_BULLETS = ("- ", "• ", "* ")
_WORD = re.compile(r"\d[\d.,]*|[^\W\d_]+")


@dataclass(frozen=True)
class Case:
    """One paragraph of a file of cases; ``number`` counts them from 1."""

    number: int
    text: str
    about: str
    wrong: tuple[str, ...]
    why: str

    @property
    def name(self):
        """Its number and first words, as tests name it."""
        return f"{self.number} {' '.join(self.text.split()[:6])}"


@dataclass(frozen=True)
class Score:
    """The numbers of the cases whose error was found or missed, and of those with false alarms."""

    hits: tuple[int, ...]
    misses: tuple[int, ...]
    false_alarms: tuple[int, ...]
    right: int

    def written(self):
        """As a file of results says it."""
        return (
            f"wrong = {len(self.hits) + len(self.misses)}\n"
            f"found = {len(self.hits)}\n"
            f"right = {self.right}\n"
            f"misses = {list(self.misses)}\n"
            f"false_alarms = {list(self.false_alarms)}\n"
        )


def cases(path):
    """Every case of a file."""
    read = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    return [
        Case(number, one["text"], one["about"], tuple(one["wrong"]), one["why"])
        for number, one in enumerate(read, start=1)
    ]


def document(text):
    """A paragraph as a report of its own: lines are passages, bulleted ones items of a list."""
    parts, lists, inside = [], 0, False
    for line in filter(None, map(str.strip, text.split("\n"))):
        bullet = line.startswith(_BULLETS)
        lists += bullet and not inside
        inside = bullet
        if bullet:
            parts.append(Passage(line[2:], "item", Kind.ITEM, list=lists, level=1))
        else:
            parts.append(Passage(line, "paragraph"))
    return Document("text", tuple(parts))


def flagged(case):
    """The hits among what does not follow in a case, and the false alarms, each as its figures."""
    report = document(case.text)
    hits, false = [], []
    for one in check(report).findings:
        if one.verdict is Verdict.DOES_NOT_FOLLOW:
            text = report.parts[one.part].text
            figures = [text[start:end] for start, end in one.marks]
            same = any(alike(figure, wrong) for figure in figures for wrong in case.wrong)
            (hits if same else false).append(figures)
    return hits, false


def score(read):
    """How the checker does on cases."""
    hits, misses, alarms = [], [], []
    for case in read:
        found, false = flagged(case)
        if case.wrong:
            (hits if found else misses).append(case.number)
        if false:
            alarms.append(case.number)
    right = sum(not case.wrong for case in read)
    return Score(tuple(hits), tuple(misses), tuple(alarms), right)


def alike(figure, wrong):
    """Whether all words and numbers of the one stand in a row in the other."""
    one, other = _WORD.findall(figure.lower()), _WORD.findall(wrong.lower())
    shorter, longer = sorted((one, other), key=len)
    return bool(shorter) and any(
        longer[at : at + len(shorter)] == shorter for at in range(len(longer) - len(shorter) + 1)
    )
