"""Figures over records that are not published never pass the public door, by any page of it."""

import io
import re
from dataclasses import replace

import pytest
from django.core.management import call_command
from django.test import RequestFactory

from engines.publishing.small_store import add_places, fill, load_as, outcomes, street
from peelian.engines.publishing.shown import NotPublished, NotReleasable
from peelian.records.load.run import load
from peelian.sources.police_uk.source import POLICE_UK
from peelian.web.refusals import RefuseWhatIsNotReleased
from records.street_files import AT

pytestmark = pytest.mark.django_db
SENTENCE = "rest on records that are not published"
FIGURE = "/figures/crime.recorded@1;2021-03;force=staffordshire"
CHARGED = "/figures/crime.charged_within_2_months@1;2021-03;force=staffordshire"


def text_of(client, url, status=200, **query):
    answer = client.get(url, query)
    assert answer.status_code == status, answer.content.decode()[:3000]
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def closed(desk):
    """Crimes of Staffordshire as its own record system would bring them, 17 in March."""
    add_places(desk)
    desk.file(street("2021-03", tuple(range(17))), "2021-03-staffordshire-street.csv")
    desk.file(outcomes("2021-03", (1, 2)), "2021-03-staffordshire-outcomes.csv")
    load_as(desk, "extracts")
    return desk


@pytest.mark.parametrize(
    "url",
    [
        FIGURE,
        f"{FIGURE}/rows/counted/",
        f"{FIGURE}/rows/counted/?as=csv",
        "/measures/crime.recorded/?force=staffordshire",
        "/measures/crime.recorded/?force=staffordshire&view=place",
        "/measures/crime.recorded/?view=forces",
        "/measures/crime.recorded/download.csv?by=force",
        "/measures/crime.recorded/download.json",
        "/maps/crime.recorded/?force=staffordshire",
        "/places/E01029359/",
        "/measures/crime.recorded/compare/?force=staffordshire",
        "/api/measures/crime.recorded/cells",
        "/api/measures/crime.recorded/cells.csv",
        "/api/measures/crime.recorded/comparison",
        f"/api{FIGURE}",
    ],
)
def test_every_way_to_a_figure_is_refused_with_the_reason(client, closed, url):
    answer = client.get(url)
    while answer.status_code in (301, 302):
        answer = client.get(answer["Location"])
    text = answer.content.decode()
    assert answer.status_code == 403
    assert SENTENCE in text
    assert "behind sign-in" in text
    assert not re.search(r"\b1[78]\b", text)


def test_the_home_page_stands_and_says_why_it_has_no_figure(client, closed):
    text = text_of(client, "/")
    assert SENTENCE in text
    assert text_of(client, "/forces/staffordshire/").count(SENTENCE) >= 1


def test_what_a_closed_file_holds_and_refused_stays_closed(client, desk):
    desk.file(street("2021-03", (1, 2), Context="x" * 300), "2021-03-staffordshire-street.csv")
    load_as(desk, "extracts")
    page = text_of(client, "/data/")
    assert "not public" in page
    assert "1 file is not published, so what it holds is not counted here." in page
    file = text_of(client, "/data/crime/staffordshire/2021-03/")
    assert "nothing of what it holds or of what was refused is shown" in file
    assert "xxxx" not in file


def test_one_closed_file_behind_an_answer_is_enough(client, desk):
    """March and April are published, May is of the record system."""
    fill(desk)
    for path in desk.folder.iterdir():
        path.unlink()
    desk.file(street("2021-06", (8, 9)), "2021-06-staffordshire-street.csv")
    load_as(desk, "extracts")
    text_of(client, FIGURE)
    text_of(client, "/figures/crime.recorded@1;2021-03..2021-06;force=staffordshire", 403)


def test_a_follow_up_that_is_closed_closes_the_figure(client, desk):
    desk.file(street("2021-03", (1, 2)), "2021-03-staffordshire-street.csv")
    desk.load()
    for path in desk.folder.iterdir():
        path.unlink()
    for month in ("2021-03", "2021-04", "2021-05"):
        desk.file(outcomes(month, (1,)), f"{month}-staffordshire-outcomes.csv")
    load_as(desk, "extracts")
    text_of(client, FIGURE)
    text_of(client, CHARGED, 403)


def test_an_extract_that_is_openly_published_passes(client, desk):
    desk.file(street("2021-03", (1, 2)), "2021-03-staffordshire-street.csv")
    load_as(desk, "extracts_open")
    assert "3 " in text_of(client, FIGURE)


def test_the_command_line_shows_them(closed):
    out = io.StringIO()
    call_command(
        "measure", "crime.recorded", "--by", "force", "--format", "csv", stdout=out, stderr=out
    )
    assert ",17,,17," in out.getvalue()


def test_every_page_is_behind_the_same_door():
    """Whatever view lets the refusal through, the answer is a page and no error."""
    door = RefuseWhatIsNotReleased(lambda request: None)
    request = RequestFactory().get("/")
    said = door.process_exception(request, NotPublished("They rest on closed records."))
    assert (said.status_code, b"They rest on closed records." in said.content) == (403, True)
    hidden = door.process_exception(request, NotReleasable("It counts people."))
    assert (hidden.status_code, b"It counts people." in hidden.content) == (404, False)
    assert door.process_exception(request, ValueError("another")) is None


def test_the_line_of_a_licence_stands_wherever_the_extract_is_loaded(client, desk):
    line = "Crimes of the test, under its licence."
    desk.file(street("2021-03", (1, 2)), "2021-03-staffordshire-street.csv")
    found = POLICE_UK.find((desk.folder,), force=None)
    files = [replace(file, source="extracts_open", attribution=line) for file in found]
    load(root=desk.root, files=files, by="a tester", at=AT)
    assert line in text_of(client, "/")
    assert line in text_of(client, "/measures/crime.recorded/download.json")
    assert line in text_of(client, f"{FIGURE}/rows/counted/", **{"as": "csv"})
