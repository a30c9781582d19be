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
RATE = "/measures/crime.rate/?force=staffordshire"
COMPARED = "/measures/crime.rate/compare/?force=staffordshire&from=2021-12&to=2021-12"
# The end of the address that an image shows, and whether it was fetched whole.
SHOWN = "image => [image.currentSrc.split('-').pop(), image.complete && image.naturalWidth > 0]"
# How far the page's parts were moved after they had been shown, as browsers score it.
MOVED = """() => new Promise(answer => new PerformanceObserver(
  found => answer(found.getEntries().filter(each => each.entryType === "layout-shift")
    .reduce((sum, each) => sum + each.value, 0))
).observe({type: "layout-shift", buffered: true}) || setTimeout(() => answer(0), 200))"""
# What the drawing code does with a chart that it cannot draw.
FAULTY = """
document.querySelector("[data-chart]").dataset.chart = "static";
document.body.dataset.ready = "1";
"""


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
    page.goto(plain_reader.site + RATE)
    picture = page.get_by_role("img", name="Crimes recorded per 1,000 residents")
    assert picture.evaluate(SHOWN) == ["720.svg", True]
    assert page.get_by_role("link", name="52.7").count() == 0
    assert page.locator("table tbody tr").count() == 10
    assert plain_reader.complaints == []


def test_without_scripts_a_phone_is_given_the_narrow_picture(plain_reader):
    page = plain_reader.page
    page.set_viewport_size({"width": 375, "height": 900})
    page.goto(plain_reader.site + RATE)
    assert page.locator(".peelian-chart__picture img").evaluate(SHOWN) == ["360.svg", True]


def test_where_scripts_run_no_picture_is_fetched_and_nothing_moves(reader):
    asked = []
    reader.page.on("request", lambda request: asked.append(request.url))
    page = reader.open(COMPARED)
    assert page.locator("[data-chart=live]").count() == 2
    assert not [url for url in asked if "/pictures/" in url]
    assert page.evaluate(MOVED) == 0


def test_where_the_drawing_code_does_not_come_the_picture_is_shown(reader):
    reader.page.route("**/charts.min.js*", lambda route: route.abort())
    page = reader.open(RATE)
    page.wait_for_load_state("networkidle")
    assert page.locator(".peelian-chart__picture img").evaluate(SHOWN) == ["720.svg", True]
    reader.complaints = [line for line in reader.complaints if "ERR_FAILED" not in line]
    reader.check()


def test_where_a_chart_cannot_be_drawn_its_picture_is_shown(reader):
    page = reader.page
    page.route("**/charts.min.js*", lambda route: route.fulfill(body=FAULTY))
    reader.open(RATE)
    page.wait_for_load_state("networkidle")
    assert page.locator(".peelian-chart__picture img").evaluate(SHOWN) == ["720.svg", True]


def test_a_reader_goes_from_the_front_page_to_a_filtered_figure(reader):
    page = reader.open("/")
    page.get_by_role("link", name="How many crimes lead to a charge within two months?").click()
    page.get_by_label("Crime type").select_option("Burglary")
    page.get_by_role("button", name="Show").click()
    page.locator("body[data-ready]").wait_for()
    assert "type=Burglary" in page.url
    assert "crime type Burglary" in page.locator(".peelian-answer").inner_text()
    reader.check()
