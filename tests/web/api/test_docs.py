"""The examples of docs/api.md and of the guide for other tools are run as they stand."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

DOCS = Path(__file__).parents[3] / "docs"
ADDRESS = re.compile(r"^    curl 'localhost:8000(?P<path>[^']+)'$", re.MULTILINE)
REFUSED = {"/api/measures/crime.recorded/cells?bye=month": 400}


def addresses():
    return ADDRESS.findall((DOCS / "api.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", addresses())
def test_every_example_of_the_guide_answers(loaded_home, path):
    answer = Client(headers={"host": "localhost"}).get(path)
    assert answer.status_code == REFUSED.get(path, 200)
    assert answer.headers["Content-Type"].startswith("application/json")


def test_the_guide_says_every_field_of_a_cell_that_it_explains(loaded_home):
    text = (DOCS / "api.md").read_text(encoding="utf-8")
    path = addresses()[0]
    cell = Client(headers={"host": "localhost"}).get(path).json()["items"][0]
    said = text[text.index("A cell holds") : text.index("Where `status`")]
    for name in re.findall(r"`([a-z]+)`", said):
        assert name in cell, name


@pytest.mark.parametrize("name", ["cells", "comparison", "control", "figures", "coverage"])
def test_the_guide_tells_of_every_kind_of_address(name):
    assert name in " ".join(addresses())


def test_the_lines_for_pandas_run_as_they_stand(live_server, loaded_home):
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    text = (DOCS / "power-bi-excel-pandas.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"    import pandas\n(?:\n|    .*\n)+", text)
    lines = re.sub(r"^    ", "", block, flags=re.MULTILINE)
    names = {}
    exec(lines.replace("http://localhost:8000", live_server.url), names)  # our docs
    months = names["months"]
    assert isinstance(months, pandas.DataFrame)
    assert months.loc["2021-03", "staffordshire"] == 6049


def test_the_query_for_power_bi_asks_what_there_is(loaded_home):
    text = (DOCS / "power-bi-excel-pandas.md").read_text(encoding="utf-8")
    relative = re.search(r'RelativePath = "([^"]+)"', text)[1]
    pairs = re.findall(r'(\w+) = "([^"]+)"', re.search(r"Query = \[(.+)\]", text)[1])
    query = "&".join(f"{name}={quote(value)}" for name, value in pairs)
    answer = Client(headers={"host": "localhost"}).get(f"/{relative}?{query}")
    assert answer.status_code == 200
    head = answer.content.decode().splitlines()[0].split(",")
    for name in re.findall(r'\{"(\w+)", (?:Int64\.Type|type number)\}', text):
        assert name in head
