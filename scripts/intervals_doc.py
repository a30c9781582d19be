"""Write docs/intervals.md: every way to draw a likely range, and how often each holds the truth.

The samples are invented anew from a fixed seed, which takes some seconds; what they show is also
kept for the pages of the manual.

Usage: intervals_doc.py [--check]. With --check nothing is written; the exit code tells if the page
is stale, or if a method is never tried.
"""

import sys
from pathlib import Path

from fresh_page import keep_fresh
from peelian.engines.publishing.covered import FILE, kept
from peelian.engines.publishing.interval_page import interval_page
from peelian.numbers.coverage import coverage
from peelian.numbers.interval import METHODS

PAGE = Path(__file__).parents[1] / "docs" / "intervals.md"


def main() -> int:
    check = "--check" in sys.argv[1:]
    found = coverage()
    untried = set(METHODS) - {one.method for one in found}
    if untried:
        print(f"no samples try {', '.join(sorted(untried))}: add a world", file=sys.stderr)
        return 1
    if FILE.read_text(encoding="utf-8") != kept(found):
        if check:
            print(f"{FILE.name} is stale: run make fix", file=sys.stderr)
            return 1
        FILE.write_text(kept(found), encoding="utf-8")
    return keep_fresh(PAGE, interval_page(found), check=check)


if __name__ == "__main__":
    sys.exit(main())
