"""The guide to the API at a desk, on a phone and without scripts."""

import pytest

GUIDE = "/api/guide"


def test_the_guide_is_accessible_fits_and_raises_no_error(visitor):
    visitor.open(GUIDE)
    visitor.check()


def test_no_path_and_no_example_reaches_beyond_the_window(visitor):
    page = visitor.open(GUIDE)
    boxes = [one.bounding_box() for one in page.locator(".peelian-path").all()]
    width = page.viewport_size["width"]

    assert len(boxes) > 20
    assert all(box["x"] + box["width"] <= width for box in boxes)


@pytest.mark.parametrize("start", ["/data/", "/measures/crime.rate/?force=staffordshire"])
def test_a_developer_finds_the_guide_and_tries_an_example(reader, start):
    page = reader.open(start)
    page.get_by_role("link", name="API").first.click()
    page.locator("body[data-ready]").wait_for()
    assert page.url.endswith(GUIDE)
    page.get_by_role("link", name="/api/measures/crime.rate", exact=True).click()
    assert page.url.endswith("/api/measures/crime.rate")
    assert '"key": "crime.rate"' in page.locator("body").inner_text()


def test_a_measure_page_leads_a_program_to_its_own_figures(reader):
    page = reader.open("/measures/crime.rate/?force=staffordshire&type=Burglary")
    page.get_by_role("link", name="The same by program").click()
    assert "where=type%3DBurglary" in page.url
    assert '"numerator"' in page.locator("body").inner_text()
