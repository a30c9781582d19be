"""Pages of an installation with invented rows say so in the header, whatever page it is."""

from datetime import UTC, datetime

import pytest

from peelian.records.load.run import load
from peelian.sources import adapters
from peelian.sources.synthetic.synthesise import Wanted, synthesise

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
WORDS = "Some rows here were invented and describe no one"


@pytest.fixture
def invented(empty_home):
    source, paths = adapters.REFERENCE
    load(root=empty_home, files=source.find(paths, force=None), by="service:tests", at=AT)
    wanted = Wanted(forces=5, months=("2023-05",), seed=7, scale=0.01)
    synthesise(root=empty_home, wanted=wanted, by="service:tests", at=AT)
    return empty_home


def test_every_page_says_which_types_and_forces_are_invented(client, invented):
    for address in ("/", "/data/", "/manual/", "/measures/crime.recorded/", "/forces/cheshire/"):
        text = client.get(address).content.decode()
        header = text[: text.index("<main")]
        assert WORDS in header, address
    assert "calls" in header
    assert "stops and searches of Cheshire Constabulary" in header
    assert "and 2 more forces" in header


def test_sentences_and_tables_mark_the_force(client, invented):
    page = client.get("/measures/crime.recorded/?force=cheshire").content.decode()
    assert "Cheshire Constabulary (synthetic)" in page
    assert "Synthetic: invented rows, not a real force&#x27;s." in page
    cards = client.get("/forces/cheshire/").content.decode()
    assert "<strong>Synthetic: invented rows, not a real force's.</strong>" in cards
    compared = client.get("/measures/crime.recorded/compare/").content.decode()
    assert compared.count("Cheshire Constabulary (synthetic)") >= 1


def test_pages_of_real_rows_alone_say_nothing_of_it(client, loaded_home):
    assert WORDS not in client.get("/").content.decode()


def test_an_empty_installation_has_no_notice(client, empty_home):
    assert WORDS not in client.get("/").content.decode()


@pytest.mark.ledger("INS-16", "CON-02")
def test_the_999_chart_of_forces_has_its_data_beside_it(client, invented):
    """The chart that is published as an image alone: here with numbers, rule and table."""
    page = client.get("/measures/contact.answered_999_in_10s/compare/?force=staffordshire")
    text = page.content.decode()
    answer = client.get("/api/measures/contact.answered_999_in_10s/comparison?force=staffordshire")
    found = answer.json()

    assert len(found["forces"]) == 5
    for one in found["forces"]:
        cell = one["cell"]
        assert f"{cell['numerator']:,} of {cell['denominator']:,}" in text
    assert found["lines"]["forces"] == 5
    assert found["lines"]["lower"] < found["lines"]["mean"] < found["lines"]["upper"]
    assert "one standard deviation" in text
    assert "Staffordshire Police (synthetic)" in text
    assert len(found["missing"]) == 38
