"""Journeys from a question to what stands behind its answer, as readers walk them."""

import csv
import io

import pytest


@pytest.mark.ledger("INS-14")
def test_a_rate_leads_to_its_population_year_its_rows_and_its_query(reader):
    """An analyst opens a crime rate and finds whom it is per, how sure it is and what was asked."""
    page = reader.open("/")
    page.get_by_role("link", name="How much crime is recorded for every 1,000 residents?").click()
    page.locator("body[data-ready]").wait_for()
    page.get_by_role("link", name="Open this figure").click()
    page.locator("body[data-ready]").wait_for()
    card = page.locator("main").inner_text()
    assert "1,139,794" in card
    assert "mid-2020" in card
    assert "Byar" in card
    page.get_by_text("The query behind this figure").click()
    assert "SELECT" in page.locator("main").inner_text()
    reader.check()
    page.get_by_role("link", name="See the rows").first.click()
    page.locator("body[data-ready]").wait_for()
    assert "6,359" in page.locator("main").inner_text()
    reader.check()


@pytest.mark.ledger("GOV-09")
def test_a_leader_sees_gaps_as_gaps_and_takes_the_figures_along(reader):
    """A leader reads a share over time, sees which months cannot be said, and downloads it."""
    page = reader.open("/measures/crime.charged_within_2_months/?force=staffordshire")
    text = page.locator("main").inner_text()
    assert "279 of 6,329" in text
    assert "cannot yet be followed" in text
    with page.expect_download() as begun:
        page.get_by_role("link", name="CSV").click()
    rows = list(csv.DictReader(io.StringIO(begun.value.path().read_text(encoding="utf-8"))))
    assert [row["status"] for row in rows] == ["ok"] * 8 + ["not_computable"] * 2
    assert [row["value"] for row in rows[-2:]] == ["", ""]


@pytest.mark.ledger("GOV-11", "INS-21")
def test_an_analyst_decides_whether_to_trust_a_file(reader):
    """From the grid of what is loaded to one file: its hash, its counts and when it came."""
    page = reader.open("/data/")
    assert "missing" in page.locator("main").inner_text()
    page.get_by_role("link", name="8,209").first.click()
    page.locator("body[data-ready]").wait_for()
    text = page.locator("main").inner_text()
    assert "2021-03-staffordshire-street.csv" in text
    assert "8,209" in text
    assert "22 November 2026" in text
    reader.check()


def test_a_resident_finds_their_street_and_reads_about_it(visitor):
    """Someone types a street and reads what is reported around it, on a phone as well."""
    page = visitor.open("/")
    page.get_by_label("Look up a place").fill("Woodberry Avenue")
    page.get_by_role("button", name="Search").click()
    page.locator("body[data-ready]").wait_for()
    page.get_by_role("link", name="Stoke-on-Trent 023C").first.click()
    page.locator("body[data-ready]").wait_for()
    assert "crimes were recorded" in page.locator("main").inner_text()
    visitor.check()
