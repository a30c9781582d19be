"""Whole invented reports with planted errors, and how many of them the checker finds.

A folder holds reports in Markdown and ``planted.toml``, which names each false figure by its
report, its sentence and all the figures that contradict one another. A flag on any of these, in
that report, is a hit; any other ``does not follow`` is a false alarm.
"""

import tomllib
from dataclasses import dataclass

from engines.publishing.checker.scoring import alike
from peelian.engines.publishing.checker.checking import check
from peelian.engines.publishing.checker.documents import Passage
from peelian.engines.publishing.checker.findings import Verdict
from peelian.engines.publishing.checker.reading.file import read


@dataclass(frozen=True)
class Planted:
    """One error; ``number`` counts those of a folder from 1."""

    number: int
    report: str
    sentence: str
    figures: tuple[str, ...]
    about: str
    why: str


@dataclass(frozen=True)
class Found:
    """The numbers of the errors that were found or missed, and the figures wrongly flagged."""

    hits: tuple[int, ...]
    misses: tuple[int, ...]
    false_alarms: tuple[str, ...]
    agreeing: int

    def written(self):
        """As a file of results says it."""
        return (
            f"planted = {len(self.hits) + len(self.misses)}\n"
            f"found = {len(self.hits)}\n"
            f"agreeing = {self.agreeing}\n"
            f"misses = {list(self.misses)}\n"
            f"false_alarms = {list(self.false_alarms)}\n"
        )


def planted(folder):
    """Every error planted in the reports of a folder."""
    told = tomllib.loads((folder / "planted.toml").read_text(encoding="utf-8"))["error"]
    return [
        Planted(
            number, one["report"], one["sentence"], tuple(one["figures"]), one["about"], one["why"]
        )
        for number, one in enumerate(told, start=1)
    ]


def searched(folder):
    """How the checker does on the reports of a folder."""
    errors, hits, false, agreeing = planted(folder), set(), [], 0
    for path in sorted(folder.glob("*.md")):
        report = read(path.name, path.read_bytes())
        findings = check(report).findings
        agreeing += sum(one.verdict is Verdict.AGREES for one in findings)
        for one in findings:
            if one.verdict is not Verdict.DOES_NOT_FOLLOW:
                continue
            figures = _figures(report.parts[one.part], one)
            met = {
                error.number
                for error in errors
                if error.report == path.name
                and any(alike(figure, wrong) for figure in figures for wrong in error.figures)
            }
            hits |= met
            if not met:
                false.append(f"{path.name}: {', '.join(figures)}")
    missed = [error.number for error in errors if error.number not in hits]
    return Found(tuple(sorted(hits)), tuple(missed), tuple(false), agreeing)


def _figures(part, finding):
    """The figures of a finding as they are printed; of a table, the one judged."""
    if isinstance(part, Passage):
        return [part.text[start:end] for start, end in finding.marks]
    return [finding.printed]
