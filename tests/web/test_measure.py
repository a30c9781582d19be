"""A measure's page: sentence, chart, table, filters in the address."""

import re

import pytest

pytestmark = pytest.mark.django_db
CHARGED = "/measures/crime.charged_within_2_months/"


def text_of(client, url, status=200):
    answer = client.get(url)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer.content.decode()


def test_the_sentence_gives_number_counts_and_range_of_the_newest_month(client, loaded_home):
    text = text_of(client, CHARGED + "?force=staffordshire")
    assert (
        "4.4% of crimes recorded by Staffordshire Police in October 2021 led to a charge within "
        "two months: 279 of 6,329, likely range 3.9% to 4.9%." in text
    )


def test_months_that_cannot_be_followed_say_why_and_show_no_number(client, loaded_home):
    text = text_of(client, CHARGED + "?force=staffordshire")
    assert text.count("peelian-status--not_computable") == 2
    assert "so crimes of December 2021 cannot yet be followed" in text


def test_every_figure_in_the_table_opens_its_card(client, loaded_home):
    text = text_of(client, CHARGED + "?force=staffordshire")
    for month in range(3, 11):
        assert f"crime.charged_within_2_months@1;2021-{month:02d};force=staffordshire" in text


def test_a_maturing_measure_is_never_drawn_as_a_trend(client, loaded_home):
    text = text_of(client, "/measures/crime.charged_share/?force=staffordshire")
    assert "data-chart-live" not in text
    assert "Not drawn as a trend" in text
    assert "8.4%" in text


def test_filters_stand_in_the_address_and_stay_in_the_tabs(client, loaded_home):
    url = "/measures/crime.recorded/?force=staffordshire&type=Burglary&from=2021-06&to=2021-08"
    text = text_of(client, url)
    assert "type=Burglary" in text
    assert "crime type Burglary" in text
    assert "July 2021" in text
    assert "September 2021</th>" not in text


def test_by_place_lists_districts_and_keeps_rows_without_a_place(client, loaded_home):
    text = text_of(client, "/measures/crime.recorded/?force=staffordshire&view=place")
    assert "Stoke-on-Trent" in text
    assert "place not recorded" in text


def test_the_page_works_without_scripts_by_a_picture_and_a_table(client, loaded_home):
    text = text_of(client, "/measures/crime.rate/?force=staffordshire")
    assert "data-chart-picture" in text
    (address,) = re.findall(r'<img src="(/pictures/[0-9a-f]+-720.svg)"', text)
    assert b"<svg" in client.get(address).content
    assert "<caption" in text


@pytest.mark.parametrize(
    ("url", "status", "sentence"),
    [
        ("/measures/crime.recordd/", 404, "crime.recorded"),
        ("/measures/crime.recorded/?view=sideways", 400, "no view"),
        ("/measures/crime.recorded/?period=fortnight", 400, "no period"),
        ("/measures/crime.recorded/?type=Burglery", 400, "Burglary"),
        ("/measures/crime.recorded/?force=atlantis", 400, "not a force"),
        ("/measures/crime.recorded/?from=yesterday", 400, "YYYY-MM"),
    ],
)
def test_an_address_that_cannot_be_served_says_what_would_be_right(
    client, loaded_home, url, status, sentence
):
    assert sentence in text_of(client, url, status)


def test_an_empty_installation_has_no_figures_and_no_errors(client, empty_home):
    text = text_of(client, "/measures/crime.rate/")
    assert "Nothing is loaded" in text


@pytest.mark.parametrize(
    "period",
    ["quarter", "financial_year", "year_to_date", "rolling_twelve", "same_period_last_year"],
)
def test_every_kind_of_period_has_its_page(client, loaded_home, period):
    text = text_of(client, f"/measures/crime.recorded/?force=staffordshire&period={period}")
    assert "<caption" in text
