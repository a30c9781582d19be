"""The data page: where an analyst decides to trust the rest."""

import re

import pytest

from engines.publishing.small_store import add_places, fill, outcomes, street
from peelian.records.store.reader import open_reader

pytestmark = pytest.mark.django_db
MARCH = "/data/crime/staffordshire/2021-03/"
FILE = "2021-03-staffordshire-street.csv"


def text_of(client, url, status=200, **query):
    answer = client.get(url, query)
    assert answer.status_code == status, answer.content.decode()[:3000]
    return re.sub(r"\s+", " ", answer.content.decode())


def cells(text, force):
    """The cells of each line of a force, in words."""
    lines = re.findall(rf">{force}</th>(.*?)</tr>", text)
    return [
        [re.sub(r"<[^>]+>", " ", cell).split() for cell in re.findall(r"<td.*?</td>", line)]
        for line in lines
    ]


def test_the_page_begins_with_what_is_held(client, loaded_home):
    text = text_of(client, "/data/")

    assert (
        "322,138 rows of 52 files are held, of 9 forces, December 2019 to December 2021. 0 rows "
        "were refused and 0 files restated."
    ) in text
    assert open_reader(loaded_home).snapshot.id in text
    assert "22 November 2026 at 09:30" in text


def test_the_grid_gives_rows_or_missing_for_each_force_and_month(client, loaded_home):
    crimes, outcomes_ = cells(text_of(client, "/data/"), "Cheshire Constabulary")

    assert crimes == [["missing"]] * 8 + [["7,251"], ["6,521"]]
    assert outcomes_ == [["missing"]] * 8 + [["10,506"], ["5,921"]]


def test_every_file_of_the_grid_opens(client, loaded_home):
    links = re.findall(r'href="(/data/(?:crime|outcome)/[^"]+)"', text_of(client, "/data/"))

    assert len(links) == 44
    for link in links:
        assert client.get(link).status_code == 200


def test_forces_without_any_file_are_named(client, loaded_home):
    text = text_of(client, "/data/")

    assert "36 of the 43 forces of England and Wales have none" in text
    assert "Kent Police" in text
    assert "A force that is missing here is not a force without them." in text


def test_tables_of_places_stand_with_date_and_attribution(client, loaded_home):
    text = text_of(client, "/data/")

    assert "Residents of neighbourhoods</a>" in text
    assert "June 2020" in text
    assert "34,753" in text
    assert "licensed under the Open Government Licence v.3.0" in text


def test_it_says_how_to_load_more(client, loaded_home):
    assert "peelian load police_uk 2022-01.zip" in text_of(client, "/data/")


def test_an_empty_installation_says_that_nothing_is_loaded(client, empty_home):
    text = text_of(client, "/data/")

    assert "No crime or outcomes file is loaded yet." in text
    assert "peelian load police_uk" in text


def test_one_year_at_a_time_the_newest_first(client, desk):
    desk.file(street("2019-12", (1,)), "2019-12-kent-street.csv")
    desk.file(street("2021-03", (2,)), FILE)
    desk.load()
    newest, older = text_of(client, "/data/"), text_of(client, "/data/", year="2019")

    assert ("Crime files, 2021" in newest, "Crime files, 2019" in newest) == (True, False)
    assert 'href="/data/?year=2019">2019</a>' in newest
    assert cells(older, "Kent Police") == [[["2"]]]


def test_a_year_without_files_is_refused_with_those_there_are(client, loaded_home):
    assert "Choose from: 2021" in text_of(client, "/data/", 404, year="1999")


def test_refused_and_restated_are_marked_in_the_grid(client, desk):
    fill(desk)
    desk.load_text(street("2021-03", (1, 2), Longitude="-92"), FILE)
    (crimes, _outcomes) = cells(text_of(client, "/data/"), "Staffordshire Police")

    assert crimes[0] == ["1", "2", "refused", "restated"]
    assert crimes[1] == ["3"]


def test_a_file_gives_name_fingerprint_time_and_counts(client, desk):
    fill(desk)
    part = open_reader(desk.root).snapshot.by_key["crime", "staffordshire", "2021-03"]
    text = text_of(client, MARCH)

    assert "All 6 rows of the file are held; none was refused." in text
    assert FILE in text
    assert part.origin_sha256 in text
    assert "1 November 2026 at 09:00" in text
    assert "Nothing was refused." in text


def test_a_file_without_rows_is_loaded_with_nothing_in_it(client, desk):
    desk.load_text(outcomes("2021-03", ()), "2021-03-staffordshire-outcomes.csv")

    assert "its month is loaded, with nothing in it" in text_of(
        client, "/data/outcome/staffordshire/2021-03/"
    )


def test_a_refused_row_gives_line_column_value_reason_and_what_would_be_right(client, desk):
    desk.load_text(street("2021-03", (1, 2), Longitude="-92"), FILE)
    text = text_of(client, MARCH)

    assert "1 of 3 rows are held; 2 were refused." in text
    assert "2 faults were found" in text
    (first, second) = re.findall(r'<th scope="row"[^>]*>(\d+) ?</th>(.*?)</tr>', text)
    assert (first[0], second[0]) == ("2", "3")
    for told in ("Longitude", "-92", "not a number in the range", "-9.5 to 2.5 degrees east"):
        assert told in first[1]


def test_refused_rows_come_in_pages(client, desk):
    desk.load_text(street("2021-03", tuple(range(1, 121)), Longitude="-92"), FILE)

    first, last = text_of(client, MARCH), text_of(client, MARCH, after="100")

    assert first.count('<th scope="row"') == 50
    assert 'href="/data/crime/staffordshire/2021-03/?after=50" rel="next"' in first
    assert last.count('<th scope="row"') == 20
    assert 'rel="next"' not in last
    assert 'href="/data/crime/staffordshire/2021-03/?after=50" rel="prev"' in last


@pytest.mark.parametrize("after", ["-1", "x", "²", "9" * 20])
def test_a_page_that_makes_no_sense_is_the_first(client, desk, after):
    desk.load_text(street("2021-03", (1,), Longitude="-92"), FILE)

    assert text_of(client, MARCH, after=after).count('<th scope="row"') == 1


def test_beyond_the_last_refused_row_there_is_a_way_back(client, desk):
    desk.load_text(street("2021-03", (1,), Longitude="-92"), FILE)
    text = text_of(client, MARCH, after="50")

    assert "There are no refused lines after this point." in text
    assert 'rel="prev"' in text


def test_a_restated_file_tells_what_it_took_the_place_of(client, desk):
    fill(desk)
    before = open_reader(desk.root).snapshot.by_key["crime", "staffordshire", "2021-03"]
    desk.load_text(street("2021-03", (1, 2)), FILE)
    text = text_of(client, MARCH)

    assert "3 rows where 6 stood before. Figures that rest on it may have changed." in text
    assert "Files that this one took the place of" in text
    assert before.origin_sha256 in text


def test_a_table_of_places_has_a_page_too(client, desk):
    add_places(desk)
    text = text_of(client, "/data/lsoapopulation/all/2020-06/")

    assert "All 34,753 rows of the file are held" in text
    assert "Residents of neighbourhoods, June 2020</h1>" in text


@pytest.mark.parametrize(
    "url", ["/data/crime/kent/2021-03/", "/data/crime/x/y/", "/data/nothing/all/all/"]
)
def test_a_file_that_is_not_loaded_is_said_to_be_missing(client, loaded_home, url):
    assert "is loaded. A missing file is not a month without" in text_of(client, url, 404)
