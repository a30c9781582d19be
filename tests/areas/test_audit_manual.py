"""How an audit works: every number of the page is worked out anew; question sets are whole."""

from pathlib import Path

import pytest

from peelian import catalogue
from peelian.engines.publishing.audit_pages import INDEX, audit_pages
from peelian.numbers.agreement import cohen_kappa
from peelian.numbers.estimates import estimate_share
from peelian.numbers.sample_size import for_share, populations_that_fit
from peelian.numbers.shares import exact, wilson
from peelian.numbers.stratified import Stratum

DOCS = Path(__file__).parents[2] / "docs"
PAGE = " ".join((DOCS / "audits.md").read_text(encoding="utf-8").split())
PAGES = audit_pages(catalogue.audits())


def half(estimate):
    return 100 * (estimate.upper - estimate.lower) / 2


def test_the_margin_of_the_inspectorate_is_worked_as_the_page_says():
    without = estimate_share(
        [Stratum(size=None, drawn=235, among=235, counted=188)], method="wald_finite"
    )
    with_frame = estimate_share(
        [Stratum(size=8_000, drawn=235, among=235, counted=188)], method="wald_finite"
    )
    low, high = populations_that_fit(188, 235, 5.0)

    assert f"√(0.8 × 0.2 / 235) = {half(without):.2f} points" in PAGE
    assert f"√(7,765 / 7,999) = {half(with_frame):.2f}, printed as ± 5.0" in PAGE
    assert f"any frame from {low:,} to {high:,} gives" in PAGE
    assert f"By Wilson it would be {half(wilson(188, 235)):.1f}" in PAGE
    assert f"exact {half(exact(188, 235)):.1f}" in PAGE


def test_a_small_part_is_as_wide_as_the_page_says():
    found = wilson(26, 35)

    assert f"anything from {found.lower:.1%} to {found.upper:.1%} by Wilson" in PAGE


def test_the_page_asks_for_as_many_files_as_the_planner_does():
    assert f"takes {for_share(0.05, 0.8, 8_000)} files" in PAGE
    assert f"(50%), {for_share(0.05, 0.5, 8_000)}." in PAGE


def test_weights_of_the_page_are_those_of_the_estimate():
    north = Stratum(size=300, drawn=50, among=50, counted=40)
    south = Stratum(size=100, drawn=50, among=50, counted=20)

    found = estimate_share([north, south])

    assert f"100/400 × 40% = {found.value:.0%}" in PAGE


def test_kappa_of_the_page_is_worked_out_from_its_fifty_files():
    pairs = [("yes", "yes")] * 30 + [("no", "no")] * 12 + [("yes", "no")] * 5 + [("no", "yes")] * 3

    found = cohen_kappa(pairs)

    assert f"on {found.agreed} of {found.n}, {found.share:.0%}" in PAGE
    assert f"(1 − 0.564) = {found.kappa:.2f}" in PAGE


@pytest.mark.parametrize("audit", catalogue.audits(), ids=lambda audit: audit.key)
def test_a_question_set_is_printed_whole(audit):
    page = PAGES[f"{audit.key}.md"].replace("\\", "")

    for question in audit.versions[-1].questions:
        assert f"**{question.text}**" in page
        if question.relevant:
            assert question.relevant in page
    for exclusion in audit.exclusions:
        assert exclusion.says in page
    assert audit.authority.source in page
    assert f"]({audit.key}.md)" in PAGES[INDEX]


def test_what_each_outcome_type_needs_stands_in_a_table():
    page = PAGES["investigation.outcome_code.md"]
    rows = [line for line in page.splitlines() if line.startswith("| `outcome_code` |")]

    codes = [line.split("|")[2].strip() for line in rows]
    assert codes == [
        *("1", "1A", "2", "2A", "3", "3A"),
        *(str(number) for number in range(4, 23)),
    ]
    assert "the statutory limits on simple cautions" in page
