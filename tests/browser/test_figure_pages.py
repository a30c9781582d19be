"""The figure card and its rows at a desk, on a phone, on paper and without scripts."""

import pytest

CHARGED = "/figures/crime.charged_within_2_months@1;2021-03;force=staffordshire"
PAGES = (
    CHARGED,
    f"{CHARGED}/rows/counted/",
    "/figures/crime.rate@1;2021-03..2021-12;force=staffordshire;type=Burglary",
    "/figures/crime.deprivation_ratio@1;2021-03;force=staffordshire",
    "/figures/crime.charged_share@1;2021-03..2021-12",
    "/figures/crime.charged_within_2_months@1;2021-12;force=staffordshire",
    "/manual/",
    "/manual/crime.charged_within_2_months/",
    "/manual/words/",
    "/manual/intervals/",
)
ON_PAPER = (
    CHARGED,
    "/figures/crime.rate@1;2021-03..2021-12;force=staffordshire",
    "/figures/crime.charged_share@1;2021-03..2021-12",
    "/figures/crime.charged_within_2_months@1;2021-03..2021-09;force=staffordshire;"
    "lsoa=E01014237,E01014356;type=Burglary,Drugs,Violence+and+sexual+offences",
)


@pytest.mark.parametrize("url", PAGES)
def test_page_is_accessible_fits_and_raises_no_error(visitor, url):
    visitor.open(url)
    visitor.check()


def test_a_figure_that_cannot_be_opened_is_accessible_too(visitor):
    visitor.open("/figures/crime.recorded@7;2021-03", status=404)
    visitor.complaints = [line for line in visitor.complaints if "status of" not in line]
    visitor.check()


@pytest.mark.parametrize("url", ON_PAPER)
def test_the_card_prints_on_one_sheet(reader, url):
    sheet = reader.open(url).pdf(format="A4")

    assert sheet.count(b"/Type /Page\n") == 1


def test_a_sceptic_goes_from_a_figure_to_its_query_and_its_rows(reader):
    page = reader.open(CHARGED)
    query = page.locator("pre", has_text="SELECT")
    assert not query.is_visible()
    page.get_by_text("The query behind this figure").click()
    assert query.is_visible()
    reader.check()

    page.get_by_role("link", name="See the rows (Rows counted)").click()
    page.locator("body[data-ready]").wait_for()
    assert page.get_by_role("heading", name="382 rows shown of 382").is_visible()
    page.get_by_role("link", name="Next page").click()
    page.locator("body[data-ready]").wait_for()
    assert page.locator("tbody tr").count() == 50
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV, this page").click()
    assert download.value.suggested_filename.endswith("-counted-rows.csv")


def test_without_scripts_the_card_the_query_and_the_rows_are_there(plain_reader):
    page = plain_reader.page
    page.goto(plain_reader.site + CHARGED)
    page.get_by_text("The query behind this figure").click()
    assert page.locator("pre", has_text="SELECT").is_visible()
    page.get_by_role("link", name="See the rows (Rows it is out of)").click()
    assert page.get_by_role("heading", name="6,049 rows shown of 6,049").is_visible()


def test_a_newcomer_looks_a_word_up(reader):
    page = reader.open("/manual/")
    page.get_by_role("link", name="Words").click()
    page.locator("body[data-ready]").wait_for()
    assert page.get_by_text("Lower layer super output area").is_visible()
