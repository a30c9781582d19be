"""Contact, response, searches and staffing on invented forces, at a desk and on a phone."""

from datetime import UTC, datetime

import pytest
from django.conf import settings

from peelian.records.load.run import load
from peelian.sources import adapters
from peelian.sources.synthetic.synthesise import Wanted, synthesise
from peelian.web.answers import forget

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
MONTHS = ("2024-02", "2024-03")
COMPARE = "/measures/contact.answered_999_in_10s/compare/?force=staffordshire"
STAFFING = "/staffing/?force=staffordshire&day=monday&staff=2&weeks=4"
PAGES = (
    "/",
    "/forces/staffordshire/",
    "/measures/contact.answered_999_in_10s/?force=staffordshire",
    COMPARE,
    "/measures/response.attendance_time/?force=staffordshire&view=kind",
    "/measures/response.attended_within_limit/?force=staffordshire",
    "/measures/stop_and_search.searches/?force=staffordshire&view=place",
    "/measures/stop_and_search.black_white_ratio/?force=staffordshire&view=place",
    "/figures/response.attendance_time@1;2024-03;force=staffordshire",
    STAFFING,
)


@pytest.fixture(scope="session")
def invented_store(tmp_path_factory):
    """Five small invented forces over two months, made once."""
    root = tmp_path_factory.mktemp("invented") / "store"
    source, paths = adapters.REFERENCE
    load(root=root, files=source.find(paths, force=None), by="service:tests", at=AT)
    wanted = Wanted(forces=5, months=MONTHS, seed=7, scale=0.1)
    synthesise(root=root, wanted=wanted, by="service:tests", at=AT)
    return root


@pytest.fixture
def site(live_server, invented_store, monkeypatch):
    """The address of the served pages, over the invented forces."""
    monkeypatch.setattr(settings, "STORE_ROOT", invented_store)
    monkeypatch.setattr(settings, "ALLOWED_HOSTS", [*settings.ALLOWED_HOSTS, "testserver"])
    forget()
    yield live_server.url
    forget()


@pytest.mark.parametrize("url", PAGES)
def test_page_is_accessible_fits_and_raises_no_error(visitor, url):
    visitor.open(url)
    visitor.check()


@pytest.mark.ledger("CON-09", "P-CON-01")
def test_a_supervisor_learns_which_quarters_will_miss_and_what_would_fix_it(reader):
    page = reader.open("/staffing/")
    page.get_by_label("Police force").select_option("staffordshire")
    page.get_by_label("Day of the week").select_option("monday")
    page.get_by_label("Staff at their desks").fill("1")
    page.get_by_role("button", name="Show").click()
    page.locator("body[data-ready]").wait_for()

    answer = page.locator(".peelian-answer").inner_text()
    assert "will miss" in answer
    assert "more" in answer
    assert page.get_by_role("heading", name="How far off it has been").is_visible()
    assert page.get_by_role("heading", name="What it assumes").is_visible()
    assert page.locator("tbody tr").count() == 96


@pytest.mark.ledger("CON-02", "INS-15", "INS-16")
def test_a_reader_goes_from_the_999_figure_to_all_forces_and_opens_one(reader):
    page = reader.open(PAGES[2])
    page.get_by_role("link", name="Compare forces").click()
    page.locator("body[data-ready]").wait_for()
    assert "Staffordshire Police (synthetic)" in page.locator(".peelian-answer").inner_text()

    page.get_by_role("link", name="Open this figure").click()
    page.locator("body[data-ready]").wait_for()
    assert "/figures/contact.answered_999_in_10s@1" in page.url
    assert "invented" in page.locator("main").inner_text()


@pytest.mark.ledger("VUL-03")
def test_the_printed_average_is_refused_with_its_arithmetic(reader):
    page = reader.open("/measures/response.attendance_time/?force=staffordshire")

    assert "0.41 x 168 = 68.9, which is more than 22" in page.locator("main").inner_text()
