"""A real report, as it was published and in twenty copies with numbers changed.

The report lies beside the project in a folder of published texts; without it there is nothing to
check. Its folder can be given in PEELIAN_SEEDS.
"""

import os
from functools import cache
from pathlib import Path

import pytest

from engines.publishing.checker.checkable import ALWAYS_BROKEN, RELATIONS
from engines.publishing.checker.perturbing import COPIES, copies, place, printed, replaced
from peelian.engines.publishing.checker.checking import check
from peelian.engines.publishing.checker.findings import About, Verdict
from peelian.engines.publishing.checker.language import text as report_text
from peelian.engines.publishing.checker.language.items import items
from peelian.engines.publishing.checker.reading.file import read

BESIDE = Path(__file__).parents[5] / "shared" / "seeds"
SEEDS = Path(os.environ.get("PEELIAN_SEEDS", BESIDE))
REPORT = SEEDS / "003_c3cffb8bf7fcba9b.txt"

pytestmark = pytest.mark.skipif(
    not REPORT.is_file(), reason=f"no {REPORT.name} in {SEEDS}; name its folder in PEELIAN_SEEDS"
)


@pytest.fixture(scope="module")
def text():
    return REPORT.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def made(text):
    return copies(text)


@pytest.fixture(scope="module", autouse=True)
def sentences_read_once():
    """The copies share nearly all their sentences: each is taken apart into words but once."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(report_text, "items", cache(items))
        yield


def refused(text):
    """Every finding that does not follow: its line, the places of its figures there, itself."""
    document = read("report.txt", text.encode())
    lines = text.split("\n")
    found = []
    for one in check(document).findings:
        if one.verdict is Verdict.DOES_NOT_FOLLOW:
            line = int(one.place.removeprefix("line "))
            shift = lines[line - 1].index(document.parts[one.part].text)
            found.append((line, {(a + shift, b + shift) for a, b in one.marks}, one))
    return found


def places(text, relation, changed):
    """Where the figures of a relation stand in a copy."""
    lines, found = text.split("\n"), set()
    for figure in relation.figures.values():
        line = lines[figure.line - 1]
        start, end = place(line, figure)
        for other, value in changed.items():
            if other.line == figure.line:
                by = len(value) - len(other.text)
                first = place(line, other)[0]
                start, end = start + by * (start > first), end + by * (start >= first)
        found.add((figure.line, start, end))
    return found


def is_of(finding, stand):
    """Whether a finding marks one of the figures at these places."""
    line, marks, _ = finding
    return any(
        line == where and start < to and at < end for where, start, end in stand for at, to in marks
    )


def test_the_table_agrees_with_the_published_report(text):
    """Every figure stands where the table says, and only the mean is broken as published."""
    assert replaced(text, {one: one.text for r in RELATIONS for one in r.figures.values()}) == text
    assert [one.name for one in RELATIONS if one.broken(printed(one, {}))] == ["attendance"]
    assert all(one.broken(printed(one, {})) for one in ALWAYS_BROKEN)


def test_the_published_report_is_refused_in_its_three_true_disagreements(text):
    found = refused(text)
    assert [one.printed for _, _, one in found] == ["22 hours", "78.4 percent", "76.4 percent"]


def test_the_margin_agrees_only_with_a_finite_population(text):
    """188 of 235 with 5.0 points: 5.1 by the simple formula, so that the list has an end."""
    found = [
        one
        for one in check(read("report.txt", text.encode())).findings
        if one.about is About.MARGIN and one.verdict is Verdict.AGREES
    ]
    assert [one.place for one in found] == ["line 59"]
    assert "only with the correction for a finite population" in found[0].computed
    assert "3,706 to 9,386" in found[0].computed


def test_copies_are_the_same_each_time_and_break_something(text, made):
    assert made == copies(text)
    assert len(made) == COPIES
    assert all(1 <= len(one.changed) <= 4 and one.broken for one in made)
    assert {relation.name for one in made for relation in one.broken} == {
        relation.name for relation in RELATIONS
    }


@pytest.mark.parametrize("number", range(COPIES))
def test_every_changed_number_is_found_and_nothing_else(text, made, number):
    copy = made[number]
    found = refused(copy.text)
    true = {one.name: places(text, one, copy.changed) for one in (*copy.broken, *ALWAYS_BROKEN)}
    missed = [name for name, stand in true.items() if not any(is_of(one, stand) for one in found)]
    values = set(copy.changed.values())
    others = [
        (line, one.printed, one.computed)
        for line, marks, one in found
        if not any(is_of((line, marks, one), stand) for stand in true.values())
        and not (one.about is About.REPEAT and any(v in one.computed + one.printed for v in values))
    ]
    changes = [(one.line, one.text, value) for one, value in copy.changed.items()]
    assert (missed, others) == ([], []), changes
