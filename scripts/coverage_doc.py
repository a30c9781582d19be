"""Write docs/coverage.md: which rows of the ledger are served, and by which tests.

A test that walks a reader's journey is marked `@pytest.mark.ledger("INV-17", ...)`. Tests that are
skipped or expected to fail do not count; all others pass, or `make test` fails.

Usage: coverage_doc.py [--check]. With --check nothing is written; the exit code tells if the page
is stale.
"""

import contextlib
import io
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from fresh_page import keep_fresh

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "coverage.md"
IDS = ROOT / "docs" / "ledger-ids.txt"
NOT_COUNTED = ("skip", "skipif", "xfail")


@dataclass(frozen=True)
class Journey:
    """A test that serves rows of the ledger: where it stands and what it says of itself."""

    name: str
    sentence: str
    rows: tuple[str, ...]


class Collector:
    """A pytest plugin that takes down the marked tests and lets none of them run."""

    def __init__(self) -> None:
        self.journeys: dict[str, Journey] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            rows = tuple(row for mark in item.iter_markers("ledger") for row in mark.args)
            if rows and not any(item.get_closest_marker(name) for name in NOT_COUNTED):
                name = item.nodeid.split("[")[0]
                doc = getattr(item, "function", None).__doc__ or ""
                self.journeys[name] = Journey(name, doc.strip().partition("\n")[0], rows)


def collect() -> list[Journey]:
    """Every marked test of the project; stops with pytest's own words if one cannot be read."""
    collector, said = Collector(), io.StringIO()
    with contextlib.redirect_stdout(said):
        code = pytest.main(
            ["--collect-only", "-qq", "-p", "no:cov", str(ROOT / "tests")], plugins=[collector]
        )
    if code != pytest.ExitCode.OK:
        sys.exit("".join(said.getvalue().partition("ERRORS")[1:]))
    return [collector.journeys[name] for name in sorted(collector.journeys)]


def ledger() -> dict[str, str]:
    """Row id to the name of the system; problems have an id and no name."""
    lines = (line.partition("\t") for line in IDS.read_text(encoding="utf-8").splitlines())
    return {row: name for row, _, name in lines}


def page(journeys: Iterable[Journey], rows: dict[str, str]) -> str:
    """The page as Markdown; stops at a mark that names a row there is not."""
    served: dict[str, list[Journey]] = {}
    for journey in journeys:
        for row in journey.rows:
            if row not in rows:
                sys.exit(f"{journey.name} is marked with {row}, which is not in the ledger.")
            served.setdefault(row, []).append(journey)

    areas: dict[str, list[str]] = {}
    for row in rows:
        areas.setdefault(row.rpartition("-")[0], []).append(row)

    lines = [
        "# What the product covers",
        "",
        "Made from the tests by `make fix`; do not edit. A row of the ledger counts as served when",
        "a test that is marked with its id passes. `make test` runs them all. Rows that begin with",
        "P are problems that the product should solve; all others are systems that it should be.",
        "",
        f"Served: {len(served)} of {len(rows)} rows.",
        "",
        "| Area | Served | Rows |",
        "|---|---|---|",
    ]
    for area, of_area in areas.items():
        lines.append(f"| {area} | {sum(row in served for row in of_area)} | {len(of_area)} |")
    for row in (row for row in rows if row in served):
        lines += ["", f"**{row}** {rows[row]}".rstrip(), ""]
        lines += [
            f"- {journey.sentence} `{journey.name}`".replace("-  ", "- ") for journey in served[row]
        ]
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Write the page or, with --check, only say whether it is stale."""
    return keep_fresh(PAGE, page(collect(), ledger()), check="--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
