"""The pages that a reader meets first, at a desk and on a phone."""

import pytest

PAGES = (
    "/",
    "/forces/",
    "/forces/cheshire/",
    "/forces/kent/",
    "/measures/",
    "/measures/crime.recorded/?force=staffordshire",
    "/measures/crime.recorded/?force=staffordshire&view=kind",
    "/measures/crime.rate/?force=staffordshire&view=place",
    "/measures/crime.charged_within_2_months/?force=staffordshire",
    "/measures/crime.charged_share/?force=staffordshire",
    "/measures/crime.deprivation_ratio/?force=staffordshire",
)


@pytest.mark.parametrize("url", PAGES)
def test_page_is_accessible_fits_and_raises_no_error(visitor, url):
    visitor.open(url)
    visitor.check()


def test_refused_addresses_are_accessible_too(visitor):
    for url, status in (("/forces/atlantis/", 404), ("/measures/crime.rate/?view=x", 400)):
        visitor.open(url, status=status)
        # The browser itself remarks on the status; nothing else may go wrong.
        visitor.complaints = [line for line in visitor.complaints if "status of" not in line]
        visitor.check()


def test_a_chart_comes_alive_where_scripts_run(reader):
    page = reader.open("/measures/crime.rate/?force=staffordshire")
    assert page.locator("[data-chart=live]").count() == 1
    assert page.locator("[data-chart-live] svg").is_visible()


def test_without_scripts_the_picture_and_the_table_are_there(plain_reader):
    page = plain_reader.page
    page.goto(plain_reader.site + "/measures/crime.rate/?force=staffordshire")
    assert page.locator(".peelian-chart__wide svg").is_visible()
    assert page.get_by_role("link", name="52.7").count() == 0
    assert page.locator("table tbody tr").count() == 10


def test_a_reader_goes_from_the_front_page_to_a_filtered_figure(reader):
    page = reader.open("/")
    page.get_by_role("link", name="How many crimes lead to a charge within two months?").click()
    page.get_by_label("Crime type").select_option("Burglary")
    page.get_by_role("button", name="Show").click()
    page.locator("body[data-ready]").wait_for()
    assert "type=Burglary" in page.url
    assert "crime type Burglary" in page.locator(".peelian-answer").inner_text()
    reader.check()
