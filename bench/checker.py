"""What it costs to read a report, beside splitting it into words, and to check it beside that.

The texts are invented and far denser in figures than any report: the sentences on which the grammar
was tuned, again and again; the same with other figures, in long passages; lists and tables with
figures in every line. The baseline of each check is the reading of the same text.
Usage: python -m bench.checker [paragraphs...].
"""

import random
import re
import sys
import tomllib
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from bench.costs import timed, told
from peelian.engines.publishing.checker.checking import check
from peelian.engines.publishing.checker.reading.file import read

SENTENCES = Path(__file__).parents[1] / "tests/engines/publishing/checker/tuning.toml"
SIZES = (340, 1_360)
_TOGETHER: Final = 20
_NOUNS: Final = ("burglaries", "officers", "calls", "complaints", "victims", "searches")
_DIGIT: Final = re.compile(r"\d")


def report(number: int) -> str:
    """So many paragraphs with figures."""
    return "\n\n".join(islice(cycle(_sentences()), number))


def passages(number: int, seed: int = 7) -> str:
    """So many paragraphs with other figures, twenty of them at a time in one passage."""
    chance = random.Random(seed)  # noqa: S311  # a load, not a secret
    said = [
        _DIGIT.sub(lambda _one: str(chance.randint(1, 9)), text.replace("\n", " "))
        for text in islice(cycle(_sentences()), number)
    ]
    return "\n\n".join(" ".join(said[at : at + _TOGETHER]) for at in range(0, number, _TOGETHER))


def lists(number: int, seed: int = 7) -> str:
    """So many items with a count and its percentage, a hundred in a list."""
    chance = random.Random(seed)  # noqa: S311  # a load, not a secret
    lines = [
        f"- {chance.randint(1, 999)} {chance.choice(_NOUNS)} ({100 * chance.random():.1f}%)"
        for _ in range(number)
    ]
    return "\n\n".join(
        f"There were {chance.randint(1_000, 9_999)} of them:\n\n" + "\n".join(lines[at : at + 100])
        for at in range(0, number, 100)
    )


def tables(number: int, seed: int = 7) -> str:
    """So many rows of two counts, two percentages and a change, ten in a table."""
    chance = random.Random(seed)  # noqa: S311  # a load, not a secret
    heads = "| Area | 2022 | Per cent | 2023 | Per cent | Change |\n|---|---|---|---|---|---|\n"
    rows = [
        f"| {chance.choice(_NOUNS)} | {chance.randint(1, 9_999):,} | {100 * chance.random():.1f}% "
        f"| {chance.randint(1, 9_999):,} | {100 * chance.random():.1f}% | {chance.randint(1, 99)} |"
        for _ in range(number)
    ]
    return "\n\n".join(heads + "\n".join(rows[at : at + 10]) for at in range(0, number, 10))


KINDS: Final = {"paragraphs": report, "in passages": passages, "items": lists, "rows": tables}


def _sentences() -> list[str]:
    cases = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))["case"]
    return [case["text"] for case in cases]


def main(sizes: list[int]) -> None:
    for size in sizes:
        for kind, made in KINDS.items():
            _measure(f"{size:,} {kind}", made(size), size)


def _measure(what: str, text: str, size: int) -> None:
    with timed() as bare:
        for _ in range(100):
            re.findall(r"\w+|\S", text)
    bare.processor /= 100
    with timed() as reading:
        document = read("report.md", text.encode())
    told(f"reading {what} ({len(text):,} signs)", size, bare, reading)
    with timed() as checking:
        check(document)
    told(f"checking {what}, beside reading", size, reading, checking)


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or list(SIZES))
