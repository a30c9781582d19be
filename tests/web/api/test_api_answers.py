"""What the API gives is what the command line and the pages give."""

import csv
import html
import io

import pytest
from django.core.management import call_command
from django.test import Client

from peelian.sources import adapters
from peelian.web.api.guide import EXAMPLES

pytestmark = pytest.mark.django_db

CHARGED = "/api/measures/crime.charged_within_2_months"
RECORDED = "/api/measures/crime.recorded"


@pytest.fixture
def api(loaded_home):
    return Client(headers={"host": "localhost"})


def walk(api, url):
    """Every item of a paged list, page by page."""
    while url:
        page = api.get(url).json()
        yield from page["items"]
        url = page["next"]


@pytest.mark.ledger("INS-21")
def test_a_cell_travels_with_its_counts_interval_unknown_and_data_date(api):
    found = api.get(f"{CHARGED}/cells?where=force=staffordshire&from=2021-03&to=2021-03").json()
    (cell,) = found["items"]
    assert (cell["numerator"], cell["denominator"]) == (382, 6049)
    assert cell["value"] == pytest.approx(382 / 6049)
    assert cell["lower"] < cell["value"] < cell["upper"]
    assert cell["method"] == "wilson"
    assert cell["status"] == "ok"
    assert cell["snapshot"] == found["snapshot"]
    opened = api.get(cell["url"]).json()
    assert opened["sentence"].startswith("6.3% of crimes recorded by Staffordshire Police")
    assert opened["interval"]["key"] == "wilson"
    assert {file["month"] for file in opened["sources"]} == {"2021-03", "2021-04", "2021-05"}
    assert all(file["loaded_at"] and len(file["sha256"]) == 64 for file in opened["sources"])


def test_a_cell_without_a_figure_has_no_number_at_all(api):
    found = api.get(f"{CHARGED}/cells?where=force=staffordshire&from=2021-12&to=2021-12").json()
    (cell,) = found["items"]
    assert cell["status"] == "not_computable"
    assert "cannot yet be followed" in cell["note"]
    for name in ("numerator", "denominator", "value", "lower", "upper", "unknown"):
        assert cell[name] is None


def test_csv_is_that_of_the_command_line_with_the_attribution_beside(api, capsys):
    call_command("measure", "crime.recorded", by="force,month", format="csv")
    told = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    text = api.get(f"{RECORDED}/cells.csv?by=force,month").content.decode()
    given = list(csv.DictReader(io.StringIO(text)))
    assert all(row.pop("attribution") == " ".join(adapters.ATTRIBUTIONS) for row in given)
    assert given == told


def test_pages_walk_through_every_cell_once(api):
    url = f"{RECORDED}/cells?by=force,type,month"
    whole = api.get(f"{url}&limit=1000").json()
    assert whole["next"] is None
    paged = list(walk(api, f"{url}&limit=97"))
    assert paged == whole["items"]
    assert len({cell["figure"] for cell in paged}) == len(paged) > 97


def test_files_loaded_walk_through_every_one_once(api):
    whole = api.get("/api/coverage?type=crime&limit=1000").json()["items"]
    assert list(walk(api, "/api/coverage?type=crime&limit=7")) == whole
    assert ("staffordshire", "2021-03") in {(file["force"], file["month"]) for file in whole}


@pytest.mark.ledger("INS-15", "INS-22")
def test_a_comparison_carries_both_rules_and_who_is_not_in_it(api):
    found = api.get("/api/measures/crime.rate/comparison?force=staffordshire").json()
    compared, missing = found["forces"], found["missing"]
    assert found["lines"]["divisor"] == "n - 1"
    assert found["lines"]["forces"] == len(compared)
    assert found["funnel"]["overdispersion"] > 0
    assert len(compared) + len(missing) + len(found["set_aside"]) >= 43
    assert all(left["reason"] for left in (*missing, *found["set_aside"]))
    assert {one["rule"] for one in found["chance"]}
    assert "Staffordshire Police" in found["sentence"]


def test_a_comparison_that_would_mislead_is_refused_with_its_reason(api):
    found = api.get("/api/measures/crime.asb/comparison").json()
    assert found["refusal"]
    assert found["forces"] == []
    assert found["lines"] is None
    assert found["cells"]


def test_a_control_chart_of_ten_months_is_refused_with_its_months(api):
    found = api.get("/api/measures/crime.rate/control?force=staffordshire").json()
    assert "10 months" in found["refusal"]
    assert (found["steps"], found["signals"]) == ([], [])
    assert [cell["period"]["first"] for cell in found["cells"]][::9] == ["2021-03", "2021-12"]
    assert found["name"] == "Staffordshire Police"


def test_what_must_not_be_read_alone_brings_what_stands_beside_it(api):
    searches = "/api/measures/stop_and_search.searches"
    found = api.get(f"{searches}/cells?by=force").json()
    assert [one["measure"] for one in found["beside"]] == api.get(searches).json()["beside"]
    first = found["beside"][0]
    assert first["says"]
    assert api.get(first["url"]).json()["cell"]["value"] == first["value"]
    opened = api.get(found["items"][0]["url"]).json()
    assert [one["measure"] for one in opened["beside"]] == [
        one["measure"] for one in found["beside"]
    ]


def test_an_average_that_was_published_is_held_against_its_own_tail(api):
    found = api.get("/api/measures/response.attendance_time").json()
    (said,) = found["stated"]
    assert "As a mean it is refused" in said


def test_who_has_the_answer_is_told_so(api):
    first = api.get(f"{RECORDED}/cells?by=month")
    tag = first["ETag"]
    again = api.get(f"{RECORDED}/cells?by=month", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    other = api.get(f"{RECORDED}/cells?by=force", headers={"if-none-match": tag})
    assert other.status_code == 200
    assert first["Access-Control-Allow-Origin"] == "*"
    assert "public" in first["Cache-Control"]


def test_a_control_chart_has_no_tag_because_people_can_change_its_limits(api):
    answer = api.get(f"{RECORDED}/control?force=staffordshire")
    assert answer.status_code == 200
    assert "ETag" not in answer


def test_whose_force_is_picked_out_changes_no_figure_and_asks_no_new_question(api, monkeypatch):
    url = "/api/measures/crime.rate/comparison?force="
    mine = api.get(f"{url}staffordshire").json()
    monkeypatch.setattr("peelian.web.answers.compare", None)  # a new question would fail
    yours = api.get(f"{url}cheshire").json()
    assert (mine["own"], yours["own"]) == ("staffordshire", "cheshire")
    assert mine["forces"] == yours["forces"]
    assert "Cheshire" in yours["sentence"]


@pytest.mark.parametrize(
    ("url", "status", "where", "right"),
    [
        (f"{RECORDED}/cells?bye=month", 400, "bye", "Perhaps 'by'"),
        (f"{RECORDED}/cells?by=mont", 400, "", "Perhaps 'month'"),
        (f"{RECORDED}/cells?where=kent", 400, "where", "where=force=staffordshire"),
        (f"{RECORDED}/cells?after=nothing", 400, "after", "`figure` of the last cell"),
        (f"{RECORDED}/cells?from=2021", 422, "from", "match pattern"),
        (f"{RECORDED}/control", 422, "force", "Add force="),
        (f"{RECORDED}/control?force=kant", 400, "", "kent"),
        (f"{RECORDED}/control?force=kent&where=force=kent", 400, "", "Name it once"),
        (f"{RECORDED}/cells?from=2021-04&to=2021-03", 400, "", "Swap the two"),
        (f"{RECORDED}/comparison?where=type=Drugs&where=type=Burglary", 400, "where", "once for"),
        (f"{RECORDED}/comparison?force=kant", 400, "", "kent"),
        (f"{RECORDED}/comparison?peers=true", 400, "force", "force=staffordshire"),
        ("/api/measures/crime.recordet", 404, "key", "crime.recorded"),
        ("/api/figures/nonsense", 404, "address", "`figure` of a cell"),
        ("/api/coverage?type=crimes", 400, "type", "crime"),
        ("/api/nowhere", 404, "path", "/api/guide"),
    ],
)
def test_a_refusal_says_what_is_wrong_where_and_what_would_be_right(api, url, status, where, right):
    answer = api.get(url)
    assert answer.status_code == status
    problem = answer.json()
    assert problem["what"]
    assert problem["where"] == where
    assert right in problem["right"]


def test_the_guide_names_every_address_and_its_examples_work(api):
    page = html.unescape(api.get("/api/guide").content.decode())
    for path in api.get("/api/openapi.json").json()["paths"]:
        assert path in page
    for example in EXAMPLES.values():
        assert example in page
        assert api.get(example).status_code == 200, example
