"""The rows behind a figure: n shown of m, page by page, as a table and as a file."""

import csv
import io
import re

import pytest

from engines.publishing.small_store import fill, load_as, street
from peelian.records.store.reader import open_reader

pytestmark = pytest.mark.django_db
CHARGED = "/figures/crime.charged_within_2_months@1;2021-03;force=staffordshire/rows/"
SMALL = "/figures/crime.recorded@1;2021-03;force=staffordshire/rows/counted/"
KEY = re.compile(r'<th scope="row"[^>]*>([0-9a-f]{10})…')


def text_of(client, url, status=200, **query):
    answer = client.get(url, query)
    assert answer.status_code == status, answer.content.decode()[:3000]
    return re.sub(r"\s+", " ", answer.content.decode())


def rows_of(client, url, **query):
    answer = client.get(url, {"as": "csv", **query})
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.content.decode())))


def test_the_page_says_how_many_rows_are_shown_of_how_many(client, loaded_home):
    text = text_of(client, CHARGED + "counted/")

    assert "382 rows shown of 382" in text
    assert "382 of 6,049, likely range 5.7% to 7.0%" in text
    assert len(KEY.findall(text)) == 50


def test_pages_go_by_key_until_every_row_was_shown(client, loaded_home):
    seen, url = [], CHARGED + "counted/"
    while url:
        text = text_of(client, url)
        seen += KEY.findall(text)
        following = re.search(r'href="([^"]+)" rel="next"', text)
        url = following.group(1).replace("&amp;", "&") if following else ""

    assert len(seen) == 382
    assert seen == sorted(seen)


def test_what_all_rows_share_is_said_once(client, loaded_home):
    text = text_of(client, CHARGED + "counted/")

    assert "Month <strong>2021-03</strong>" in text
    assert ">Month</th>" not in text
    assert ">Crime type</th>" in text


def test_why_rows_and_crimes_differ_is_said_where_crimes_are_distinct(client, desk):
    fill(desk)
    charged = text_of(client, CHARGED + "counted/")

    assert "3 rows shown of 3" in charged
    assert "2 of 4" in charged
    assert "counts each crime_id once" in charged
    assert "counts each" not in text_of(client, SMALL)


def test_columns_are_explained(client, loaded_home):
    assert "Lower layer super output area (2011) of the map point" in text_of(
        client, CHARGED + "among/"
    )


def test_the_file_holds_the_page_whole_with_attribution(client, loaded_home):
    rows = rows_of(client, CHARGED + "counted/")

    assert len(rows) == 50
    assert all(len(row["crime_id"]) == 64 for row in rows)
    assert {row["attribution"] for row in rows} == {
        "Contains public sector information licensed under the Open Government Licence v3.0."
    }
    after = rows[-1]["record_id"]
    assert rows_of(client, CHARGED + "counted/", after=after)[0]["record_id"] > after


def test_the_file_has_a_name_that_says_what_it_is(client, loaded_home):
    answer = client.get(CHARGED + "among/", {"as": "csv"})

    assert answer["Content-Disposition"] == (
        'attachment; filename="crime-charged_within_2_months-among-rows.csv"'
    )


def test_text_in_a_row_can_neither_run_in_a_page_nor_in_a_spreadsheet(client, desk):
    desk.load_text(street("2021-03", (1,), Location='=cmd("<script>alert(1)</script>")'))

    assert "<script>alert" not in text_of(client, SMALL)
    assert rows_of(client, SMALL)[0]["location"].startswith("'=cmd")


def test_rows_of_a_closed_source_are_neither_shown_nor_counted(client, desk):
    desk.file(street("2021-03", (1, 2)), "2021-03-staffordshire-street.csv")
    load_as(desk, "record_system")
    text = text_of(client, SMALL, status=403)

    assert "rest on records that are not published" in text
    assert "Bridge Street" not in text
    assert "of 2" not in text


def test_rows_stay_on_the_snapshot_of_their_figure(client, desk):
    fill(desk)
    before = open_reader(desk.root).snapshot.id
    desk.load_text(street("2021-03", (1, 2, 3)), "2021-03-staffordshire-street.csv")

    assert "3 rows shown of 3" in text_of(client, SMALL)
    then = text_of(client, SMALL, snapshot=before)
    assert "5 rows shown of 5" in then
    assert "Earlier snapshot" in then
    assert f'?snapshot={before}">Back to the figure card' in then


def test_after_the_last_row_there_is_a_way_back(client, loaded_home):
    text = text_of(client, CHARGED + "counted/", after="zzz")

    assert "There are no rows after this point." in text
    assert "First page" in text


@pytest.mark.parametrize(
    ("url", "status", "sentence"),
    [
        (CHARGED + "others/", 404, "Choose from: counted, among"),
        ("/figures/crime.recorded@1;2021-03/rows/among/", 404, "Choose from: counted"),
        ("/figures/crime.recorded/rows/counted/", 404, "is not the address of a figure"),
        ("/figures/crime.recorded@1;2021-03;type=X/rows/counted/", 400, "is no crime type"),
        ("/figures/crime.recorded@1;2021-03;district=X/rows/counted/", 400, "district"),
    ],
)
def test_what_cannot_be_opened_says_what_would_be_right(client, loaded_home, url, status, sentence):
    assert sentence in text_of(client, url, status)
