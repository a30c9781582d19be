"""Stop and search as the API gives it: the same searches as in the CSV, or a clear refusal."""

import gzip
import json

import pytest

from peelian.sources.police_uk.source import POLICE_UK
from records.street_files import Desk
from sources.search_files import (
    APRIL,
    SEARCH,
    api_item,
    api_json,
    published,
    rows_of,
    search_csv,
    searches,
)

NAME = APRIL.replace(".csv", ".json")


def load_json(desk: Desk, content: str | bytes):
    (report,) = desk.load(desk.file(content, NAME)).files
    return report


@pytest.mark.ledger("POW-01")
def test_a_month_of_the_api_is_the_month_of_the_csv(desk, tmp_path):
    """The same searches with the same addresses, so that either can stand for the other."""
    path = published("2020-01-leicestershire-stop-and-search.csv.gz")
    desk.load(path)
    text = api_json(*rows_of(path)).encode()
    name = "2020-01-leicestershire-stop-and-search.json.gz"
    (tmp_path / "other").mkdir()
    other = Desk(tmp_path / "other")
    report = other.load(other.file(gzip.compress(text), name))
    assert (report.loaded, report.rejected) == (336, 0)
    assert searches(other) == searches(desk)
    assert [file.status for file in desk.load(desk.file(text, name[:-3])).files] == ["already held"]
    assert [file.status for file in other.load(path).files] == ["already held"]


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        ({"outcome": False, "outcome_object": None}, "A no further action disposal"),
        ({"outcome": "", "outcome_object": {"id": "", "name": ""}}, None),
        ({"outcome": None, "outcome_object": None}, None),
        ({"outcome": {"id": "bu-arrest", "name": "Arrest"}}, "Arrest"),
        ({"outcome": False, "outcome_object": {"id": "x", "name": "Arrest"}}, "Arrest"),
        ({"outcome": "Suspect arrested", "outcome_object": None}, "Arrest"),
    ],
)
def test_an_outcome_is_false_a_word_or_an_object(desk, changed, outcome):
    item = api_item(SEARCH | {"Outcome": ""}) | changed
    assert load_json(desk, json.dumps([item])).loaded == 1
    assert [row["outcome"] for row in searches(desk)] == [outcome]


def test_what_the_api_adds_later_is_passed_over(desk):
    item = api_item(SEARCH) | {"self_defined_ethnicity_code": "A1"}
    assert load_json(desk, json.dumps([item])).loaded == 1


def test_a_faulty_search_is_refused_alone(desk):
    report = load_json(desk, api_json(SEARCH, SEARCH | {"Type": "Dog search"}))
    assert (report.loaded, report.rejected) == (1, 1)
    assert [(reject.line, reject.value) for reject in desk.rejects()] == [(3, "Dog search")]


def test_an_empty_answer_is_a_month_without_searches(desk):
    assert "holds a header and no rows" in load_json(desk, "[]").sentence


REFUSED = {
    "cut short": (api_json(SEARCH)[:-40], "it is not whole JSON"),
    "nothing": ("", "it is not whole JSON"),
    "CSV": (search_csv(SEARCH), "it is not whole JSON"),
    "in another encoding": ('["Café"]'.encode("cp1252"), "it is not text in UTF-8"),
    "an error of the API": ('{"error": "too many"}', "it holds an object where a list"),
    "a list of numbers": ("[1]", "entry 1 of its list is a number, not a search"),
    "another call of the API": (
        json.dumps([api_item(SEARCH), {"category": "burglary"}]),
        "search 2 of its list lacks type, datetime, operation",
    ),
    "a list in a cell": (
        json.dumps([api_item(SEARCH) | {"gender": ["Male"]}]),
        "search 1 of its list holds a list where a word, a number or null is right (in 'gender')",
    ),
    "a place in words": (
        json.dumps([api_item(SEARCH) | {"location": "Dover"}]),
        "search 1 of its list holds a text where an object or null is right (in 'location')",
    ),
    "nested without end": ("[" * 100_000, "it is nested deeper"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_bad_json_is_refused_with_a_sentence(desk, case):
    content, sentence = REFUSED[case]
    report = load_json(desk, content)
    assert report.status == "refused"
    assert sentence in report.sentence


def test_only_stop_and_search_comes_as_json(desk):
    path = desk.file("[]", "2021-03-kent-street.json")
    (problem,) = POLICE_UK.find([path], force=None)
    assert problem.sentence == "street files are read as CSV only. Download the CSV of the month."


def test_other_json_in_a_folder_is_passed_over(desk):
    desk.file(api_json(SEARCH), NAME)
    desk.file("{}", "about.json")
    assert [file.origin for file in POLICE_UK.find([desk.folder], force=None)] == [NAME]
