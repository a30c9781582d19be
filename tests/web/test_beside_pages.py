"""A figure that must not be read alone brings its companions to every page that shows it."""

import html
import re

import pytest

from records.street_files import Desk
from sources.search_files import SEARCH, search_csv

pytestmark = pytest.mark.django_db

FIGURE = "/figures/stop_and_search.searches@1;2019-04..2019-04;force=kent"


@pytest.fixture
def kent(desk: Desk):
    rows = [SEARCH | {"Outcome linked to object of search": said} for said in ("True", "", "")]
    desk.load(desk.file(search_csv(*rows), "2019-04-kent-stop-and-search.csv"))
    return desk


def text(client, url):
    answer = client.get(url, follow=True)
    assert answer.status_code == 200
    plain = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return re.sub(r"\s+", " ", html.unescape(plain))


@pytest.mark.ledger("POW-12", "POW-25")
@pytest.mark.parametrize(
    "url",
    [
        FIGURE,
        "/measures/stop_and_search.searches/?force=kent",
    ],
)
def test_volume_never_stands_without_find_rate_unknown_and_complaints(client, kent, url):
    shown = text(client, url)

    assert "had an outcome linked to the object sought: 1 of 3" in shown
    assert "Not known for 2." in shown
    assert "Complaints about stop and search: no data loaded." in shown


def test_a_card_says_it_in_a_few_words(client, kent):
    shown = text(client, "/forces/kent/")

    assert "Linked find rate : 33% (1 of 3), not known for 2" in shown
    assert "Complaints about searches : no data loaded" in shown


def test_a_figure_without_companions_shows_no_heading_for_them(client, kent):
    url = "/figures/stop_and_search.linked_find_rate@1;2019-04..2019-04;force=kent"

    assert "Read it with" not in text(client, url)
    assert "Read it with" in text(client, FIGURE)


def test_json_of_a_page_carries_what_stands_beside(client, kent):
    url = "/measures/stop_and_search.searches/download.json?force=kent&by=month"

    beside = client.get(url).json()["beside"]

    assert [one["status"] for one in beside] == ["ok", "ok", "no_data"]
    assert beside[0]["unknown"] == 2


def test_a_measure_without_districts_offers_no_view_by_place(client, kent):
    with_places = text(client, "/measures/stop_and_search.searches/?force=kent")
    without = text(client, "/measures/stop_and_search.complaints/?force=kent")

    assert "By place" in with_places
    assert "By place" not in without
