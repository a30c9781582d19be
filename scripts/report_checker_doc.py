"""Write docs/report-checker-findings.md: what the report checker finds, by checking its examples.

Usage: report_checker_doc.py [--check]. With --check nothing is written; the exit code tells if the
page is stale.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from fresh_page import keep_fresh
from peelian.engines.publishing.checker.checking import check
from peelian.engines.publishing.checker.examples import EXAMPLES
from peelian.engines.publishing.checker.findings import About, Finding
from peelian.engines.publishing.checker.reading.file import read

PAGE = Path(__file__).parents[1] / "docs" / "report-checker-findings.md"
HEAD = """# What the report checker finds

This page is made by checking the sentences in it, all of them invented. It shows one kind of
claim after another, what is recomputed, and what rounding allows. Lists are counted where a
number introduces them ("four aims:"), and tables are added up where a row or a column is called a
total, with their shares and changes.

[How to use it](report-checker.md) stands on another page.
"""


def main() -> int:
    return keep_fresh(PAGE, "\n".join(_lines()), check="--check" in sys.argv[1:])


def _lines() -> Iterator[str]:
    yield HEAD
    for about, texts in EXAMPLES.items():
        yield f"## {about.value[0].upper()}{about.value[1:]}\n"
        for text in texts:
            yield f"> {text}\n"
            yield from _found(about, text)
            yield ""


def _found(about: About, text: str) -> Iterator[str]:
    found = check(read("example.txt", text.encode())).findings
    for one in [one for one in found if one.about is about] or found:
        yield f"- {_said(one)}"


def _said(one: Finding) -> str:
    told = "; ".join(part for part in (one.computed, one.because) if part)
    return f"**{one.printed}** {one.verdict.value}: {told}."


if __name__ == "__main__":
    sys.exit(main())
