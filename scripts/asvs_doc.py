"""Write docs/asvs.md: how the product stands to each requirement of OWASP ASVS 5.0.0, level 2.

What is claimed stands in security/asvs.toml. Each test named there must exist and run by default or
in the browser; tests that are skipped or expected to fail show nothing.

Usage: asvs_doc.py [--check]. Prints the counts. With --check nothing is written; the exit code
tells if the page is stale.
"""

import contextlib
import io
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fresh_page import keep_fresh

ROOT = Path(__file__).parents[1]
CLAIMS = ROOT / "security" / "asvs.toml"
PAGE = ROOT / "docs" / "asvs.md"
NOT_COUNTED = ("skip", "skipif", "xfail")
# How a requirement can stand, in the order of the page's table, with the key that says so.
TESTED, OTHERWISE, GAP, NOT_HERE = "by a test", "otherwise", "not met", "does not apply"
REASONS = {"shown": OTHERWISE, "gap": GAP, "not_here": NOT_HERE}
KEYS = {"level", "asks", "tests", "remark", *REASONS}
OF_LEVEL_2 = 253


class BadClaim(ValueError):
    """An entry of security/asvs.toml cannot be used; the message says what would be right."""


@dataclass(frozen=True)
class Requirement:
    """One requirement. `reason` says why it is shown otherwise, not met or does not apply."""

    number: str
    level: int
    asks: str
    stands: str
    reason: str
    tests: tuple[str, ...]

    @property
    def chapter(self) -> str:
        return self.number.split(".")[0]


def parse(number: str, entry: Mapping[str, Any]) -> Requirement:
    """An entry of the file; raises `BadClaim`."""
    unknown = set(entry) - KEYS
    if unknown:
        raise BadClaim(f"{number}: '{min(unknown)}' is not known. Use {', '.join(sorted(KEYS))}.")
    reasons = [key for key in REASONS if entry.get(key)]
    tests = tuple(entry.get("tests", ()))
    if len(reasons) > 1 or not (reasons or tests):
        raise BadClaim(f"{number}: give tests, or one of {', '.join(REASONS)}.")
    if tests and reasons not in ([], ["gap"]):
        raise BadClaim(f"{number}: tests stand alone or beside 'gap', not beside '{reasons[0]}'.")
    if entry.get("level") not in (1, 2) or not entry.get("asks"):
        raise BadClaim(f"{number}: needs 'level' (1 or 2) and 'asks', in words of our own.")
    stands = REASONS[reasons[0]] if reasons else TESTED
    reason = str(entry[reasons[0]] if reasons else entry.get("remark", ""))
    return Requirement(number, entry["level"], entry["asks"], stands, reason, tests)


def read(text: str) -> tuple[dict[str, str], tuple[Requirement, ...]]:
    """Titles of chapters, and all requirements in order; raises `BadClaim`."""
    given = tomllib.loads(text)
    found = [parse(number, entry) for number, entry in given["requirements"].items()]
    return given["chapters"], tuple(sorted(found, key=lambda one: _order(one.number)))


def missing(requirements: Iterable[Requirement], tests: Iterable[str]) -> list[str]:
    """A sentence for each test that is named and is not there."""
    known = frozenset(tests)
    return [
        f"{one.number}: there is no test {test}, or it is skipped."
        for one in requirements
        for test in one.tests
        if test not in known
    ]


def counts(requirements: Iterable[Requirement]) -> dict[str, int]:
    """How many stand how; `applies` counts all that do."""
    found = Counter(one.stands for one in requirements)
    applies = sum(found.values()) - found[NOT_HERE]
    return {"applies": applies, **{key: found[key] for key in (TESTED, OTHERWISE, GAP, NOT_HERE)}}


def in_words(of_all: Mapping[str, int]) -> str:
    """The counts in one line, for the screen and for the page."""
    return (
        f"{of_all['applies']} requirements apply: {of_all[TESTED]} shown by a test, "
        f"{of_all[OTHERWISE]} shown otherwise, {of_all[GAP]} not met or not wholly. "
        f"{of_all[NOT_HERE]} do not apply."
    )


def page(chapters: Mapping[str, str], requirements: tuple[Requirement, ...]) -> str:
    """The page as Markdown."""
    lines = [
        "# Security requirements: OWASP ASVS 5.0.0, level 2",
        "",
        "Made from `security/asvs.toml` by `make fix`; do not edit. Level 2 holds level 1.",
        "Numbers and levels are those of the OWASP Application Security Verification Standard",
        "5.0.0 (https://owasp.org/www-project-application-security-verification-standard/,",
        "CC BY-SA 4.0). What each asks is said in our own words, which do not take its place.",
        "Nobody from outside has verified this. `make test` runs every test that is named.",
        "",
        in_words(counts(requirements)),
        "",
        "| Chapter | Applies | By a test | Otherwise | Not met | Does not apply |",
        "|---|---|---|---|---|---|",
    ]
    for key, title in chapters.items():
        of_chapter = counts(one for one in requirements if one.chapter == key)
        row = " | ".join(str(number) for number in of_chapter.values())
        lines.append(f"| {key}. {title} | {row} |")
    lines += ["", "## Not met or not wholly", "", "| Number | Asks | Why | What is there |"]
    lines += ["|---|---|---|---|"]
    lines += [
        f"| {one.number} | {one.asks} | {one.reason} | {_names(one)} |"
        for one in requirements
        if one.stands == GAP
    ]
    for key, title in chapters.items():
        lines += ["", f"## {key}. {title}", ""]
        lines += ["| Number | Level | Asks | Stands | Shown by, or why |", "|---|---|---|---|---|"]
        lines += [_row(one) for one in requirements if one.chapter == key]
    return "\n".join(lines) + "\n"


def _row(one: Requirement) -> str:
    told = " ".join(part for part in (one.reason, _names(one)) if part)
    return f"| {one.number} | {one.level} | {one.asks} | {one.stands} | {told} |"


def _names(one: Requirement) -> str:
    return ", ".join(f"`{test.removeprefix('tests/')}`" for test in one.tests)


def _order(number: str) -> tuple[int, ...]:
    return tuple(map(int, number.split(".")))


class Collector:
    """A pytest plugin that takes down the names of tests and lets none of them run."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            if not any(item.get_closest_marker(name) for name in NOT_COUNTED):
                self.names.add(item.nodeid.split("[")[0])


def collect() -> set[str]:
    """Every test of the project by name; stops with pytest's own words if one cannot be read."""
    collector, said = Collector(), io.StringIO()
    with contextlib.redirect_stdout(said):
        code = pytest.main(
            ["--collect-only", "-qq", "-p", "no:cov", str(ROOT / "tests")], plugins=[collector]
        )
    if code != pytest.ExitCode.OK:
        sys.exit("".join(said.getvalue().partition("ERRORS")[1:]))
    return collector.names


def main(arguments: list[str]) -> int:
    """Write the page or, with --check, only say whether it is stale; print the counts."""
    chapters, requirements = read(CLAIMS.read_text(encoding="utf-8"))
    faults = missing(requirements, collect())
    if len(requirements) != OF_LEVEL_2:
        faults.append(f"Level 2 has {OF_LEVEL_2} requirements; {len(requirements)} are here.")
    if faults:
        print("security/asvs.toml:", *faults, sep="\n", file=sys.stderr)
        return 1
    print(in_words(counts(requirements)))
    return keep_fresh(PAGE, page(chapters, requirements), check="--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
