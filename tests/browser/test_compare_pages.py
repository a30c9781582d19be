"""The comparison page at a desk and on a phone: accessible, whole, and kept by its address."""

import pytest

RATE = "/measures/crime.rate/compare/"
PAGES = (
    RATE + "?force=staffordshire&from=2021-12&to=2021-12",
    RATE + "?force=staffordshire&show=peers",
    RATE + "?force=staffordshire&show=control",
    RATE + "?force=kent",
    "/measures/crime.asb_rate/compare/?force=staffordshire",
)


@pytest.mark.parametrize("url", PAGES)
def test_page_is_accessible_fits_and_raises_no_error(visitor, url):
    visitor.open(url)
    visitor.check()


def test_both_charts_come_alive_and_every_label_is_in_the_window(visitor):
    page = visitor.open(PAGES[0])

    assert page.locator("[data-chart=live]").count() == 2
    words = page.locator("[data-chart-live] svg text").all()
    boxes = [word.bounding_box() for word in words if word.text_content()]
    assert any("Staffordshire" in (word.text_content() or "") for word in words)
    width = page.viewport_size["width"]
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes if box)


def test_missing_forces_stand_before_the_table_on_a_phone(visitor):
    page = visitor.open(PAGES[0])

    missing = page.get_by_role("heading", name="36 forces are missing").bounding_box()
    table = page.get_by_role("region", name="highest first").bounding_box()
    assert missing["y"] < table["y"]


def test_a_reader_goes_from_a_measure_to_the_peers_and_keeps_the_filters(reader):
    page = reader.open("/measures/crime.rate/?force=staffordshire&type=Burglary")
    page.get_by_role("link", name="Compare forces").click()
    page.get_by_role("link", name="Forces most like Staffordshire Police").click()
    page.locator("body[data-ready]").wait_for()

    assert "type=Burglary" in page.url
    assert "show=peers" in page.url
    assert "crime type Burglary" in page.locator(".peelian-answer").inner_text()
    reader.check()


def test_without_scripts_pictures_and_tables_are_there(plain_reader):
    page = plain_reader.page
    page.goto(plain_reader.site + PAGES[0])

    assert page.locator(".peelian-chart__picture img").count() == 2
    assert page.locator(".peelian-chart__picture img").first.is_visible()
    assert page.get_by_role("region", name="highest first").locator("tbody tr").count() == 7
