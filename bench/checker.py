"""What it costs to read a report, beside splitting it into words, and to check it beside that.

The text is invented: the sentences on which the grammar was tuned, again and again, which is far
denser in figures than any report. Usage: python -m bench.checker [sentences...].
"""

import re
import sys
import tomllib
from itertools import cycle, islice
from pathlib import Path

from bench.costs import timed, told
from peelian.engines.publishing.checker.checking import check
from peelian.engines.publishing.checker.reading.file import read

SENTENCES = Path(__file__).parents[1] / "tests/engines/publishing/checker/tuning.toml"
SIZES = (340, 1_360)


def report(number: int) -> str:
    """So many paragraphs with figures."""
    cases = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))["case"]
    return "\n\n".join(islice((case["text"] for case in cycle(cases)), number))


def main(sizes: list[int]) -> None:
    for size in sizes:
        text = report(size)
        with timed() as bare:
            for _ in range(100):
                re.findall(r"\w+|\S", text)
        bare.processor /= 100
        with timed() as reading:
            document = read("report.txt", text.encode())
        told(f"reading {size:,} paragraphs ({len(text):,} signs)", size, bare, reading)
        with timed() as checking:
            check(document)
        told(f"checking {size:,} paragraphs, beside reading", size, reading, checking)


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or list(SIZES))
