"""The data page and its files at a desk, on a phone and without scripts."""

import pytest

PAGES = (
    "/data/",
    "/data/crime/staffordshire/2021-03/",
    "/data/outcome/cheshire/2021-12/",
    "/data/lsoapopulation/all/2020-06/",
)


@pytest.mark.parametrize("url", PAGES)
def test_page_is_accessible_fits_and_raises_no_error(visitor, url):
    visitor.open(url)
    visitor.check()


def test_a_missing_file_is_accessible_too(visitor):
    visitor.open("/data/crime/kent/2021-03/", status=404)
    visitor.complaints = [line for line in visitor.complaints if "status of" not in line]
    visitor.check()


def test_an_analyst_opens_a_month_and_comes_back(reader):
    page = reader.open("/data/")
    row = page.get_by_role("row", name="Staffordshire Police").first
    row.get_by_role("link", name="8,209").click()
    page.locator("body[data-ready]").wait_for()
    assert "Crime file, Staffordshire Police, March 2021" in page.locator("h1").inner_text()
    page.get_by_role("link", name="All that is loaded").click()
    page.locator("body[data-ready]").wait_for()
    assert page.url.endswith("/data/?year=2021")


def test_the_grid_scrolls_in_its_own_box_by_keyboard(visitor):
    page = visitor.open("/data/")
    box = page.get_by_role("region", name="Crime files, 2021")
    box.focus()
    assert box.evaluate("element => element === document.activeElement")


def test_without_scripts_grid_forces_and_files_are_there(plain_reader):
    page = plain_reader.page
    page.goto(plain_reader.site + "/data/")
    page.get_by_text("Crime files, 2021: 36 of the 43 forces").click()
    assert page.get_by_text("Kent Police").first.is_visible()
    page.get_by_role("link", name="8,209").click()
    assert page.get_by_text("none was refused").is_visible()
