"""Figures as files."""

import csv
import io
import json
import zipfile

import pyarrow.parquet as pq
import pytest

pytestmark = pytest.mark.django_db
QUERY = "?by=month&force=staffordshire&from=2021-03&to=2021-05"


def fetched(client, ending, query=QUERY):
    answer = client.get(f"/measures/crime.rate/download.{ending}{query}")
    assert answer.status_code == 200, answer.content[:500]
    assert "attachment" in answer["Content-Disposition"]
    return answer.content


def test_csv_has_the_figures_of_the_page_and_its_attribution(client, loaded_home):
    rows = list(csv.DictReader(io.StringIO(fetched(client, "csv").decode())))
    assert [row["month"] for row in rows] == ["2021-03", "2021-04", "2021-05"]
    assert rows[0]["denominator"] == "1139794"
    assert "Open Government Licence" in rows[0]["attribution"]


def test_json_csv_and_parquet_agree(client, loaded_home):
    from_json = [cell["value"] for cell in json.loads(fetched(client, "json"))["cells"]]
    rows = csv.DictReader(io.StringIO(fetched(client, "csv").decode()))
    from_csv = [float(row["value"]) for row in rows]
    table = pq.read_table(io.BytesIO(fetched(client, "parquet")))
    assert from_json == from_csv == table.column("value").to_pylist()
    assert b"Open Government Licence" in table.schema.metadata[b"peelian.attribution"]


def test_the_workbook_holds_no_formula_and_says_where_the_data_are_from(client, loaded_home):
    book = zipfile.ZipFile(io.BytesIO(fetched(client, "xlsx")))
    text = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
    assert "<f>" not in text
    assert "Open Government Licence" in text


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("/measures/crime.rate/download.ods", 400),
        ("/measures/crime.rte/download.csv", 404),
        ("/measures/crime.rate/download.csv?by=colour", 400),
    ],
)
def test_what_cannot_be_downloaded_is_refused_with_a_sentence(client, loaded_home, url, status):
    assert client.get(url).status_code == status
