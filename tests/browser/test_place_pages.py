"""Maps and places at a desk and on a phone, with scripts and without."""

import pytest

PAGES = (
    "/maps/crime.rate/",
    "/maps/crime.charged_within_2_months/?district=Tamworth",
    "/maps/crime.rate/?from=2019-01&to=2019-02",
    "/maps/crime.rate/?by=force",
    "/places/?q=Stafford",
    "/places/?q=ST16+2AA",
    "/places/E01029710/",
    "/places/E01011264/",
)


@pytest.mark.parametrize("url", PAGES)
def test_page_is_accessible_fits_and_raises_no_error(visitor, url):
    visitor.open(url)
    visitor.check()


def test_an_unknown_place_is_accessible_too(visitor):
    visitor.open("/places/E99999999/", status=404)
    visitor.complaints = [line for line in visitor.complaints if "status of" not in line]
    visitor.check()


def test_a_resident_finds_their_street_and_opens_a_figure(reader):
    page = reader.open("/places/")
    page.get_by_label("Street, district or neighbourhood").fill("Eastgate Street, Stafford")
    page.get_by_role("button", name="Search").click()
    page.locator("dl a").first.click()
    page.locator("body[data-ready]").wait_for()
    assert "a neighbourhood of about" in page.locator("h1").inner_text()
    page.get_by_role("link", name="Open this figure").click()
    page.locator("body[data-ready]").wait_for()
    assert "/figures/crime.rate@1" in page.url
    reader.check()


def test_a_tap_on_the_map_opens_the_place(reader):
    page = reader.open("/maps/crime.rate/?district=Stafford")
    page.locator('svg a[href="/places/E01029685/"] path').click()
    page.locator("body[data-ready]").wait_for()
    assert page.url.endswith("/places/E01029685/")


def test_the_keyboard_goes_past_the_picture_to_the_table(reader):
    """Hundreds of areas are no stops for the keyboard: the table names and links them all."""
    page = reader.open("/maps/crime.rate/")
    page.get_by_role("link", name="Tamworth", exact=True).focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "peelian-scroll"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Stoke-on-Trent 015D"


def test_filters_change_the_address_and_the_map(reader):
    page = reader.open("/maps/crime.rate/")
    page.get_by_text("Change what is shown").click()
    page.get_by_label("Part of the area").select_option("Tamworth")
    page.get_by_label("Crime type").select_option("Burglary")
    page.get_by_role("button", name="Show").click()
    page.locator("body[data-ready]").wait_for()
    assert "district=Tamworth" in page.url
    assert page.locator("svg a").count() == 51
    reader.check()


def test_without_scripts_the_map_the_key_and_the_table_are_there(plain_reader):
    page = plain_reader.page
    page.goto(plain_reader.site + "/maps/crime.rate/")
    assert page.locator("svg a").count() == 687
    assert page.get_by_text("67.7 or more (").is_visible()
    assert page.locator("tbody tr").count() == 50
    page.get_by_role("link", name="Next page").click()
    assert page.get_by_text("51 to 100 of 687").is_visible()
