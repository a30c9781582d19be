"""Figures over closed records: for those whose role counts over the force, and for nobody else."""

import pytest
from django.test import Client

from engines.publishing.small_store import add_places, load_as, outcomes, street
from peelian.trail.looks import shown_in
from peelian.trail.models import Entry
from web.force.signed_in import browser_of, text_of

pytestmark = pytest.mark.django_db
FIGURE = "/force/figures/crime.recorded@1;2021-03;force=staffordshire"
KENT = "/force/figures/crime.recorded@1;2021-03;force=kent"
MEASURE = "/force/measures/crime.recorded/?force=staffordshire"
PAGES = (FIGURE, f"{FIGURE}/rows/counted/", MEASURE)
FILE = "/force/measures/crime.recorded/download.csv?by=month&force=staffordshire"


@pytest.fixture
def closed(force, desk):
    """Crimes of two forces as their own record systems would bring them: 17 and 4 in March."""
    add_places(desk)
    desk.file(street("2021-03", tuple(range(17))), "2021-03-staffordshire-street.csv")
    desk.file(street("2021-03", tuple(range(4))), "2021-03-kent-street.csv")
    desk.file(outcomes("2021-03", (1, 2)), "2021-03-staffordshire-outcomes.csv")
    load_as(desk, "extracts")
    return force


def test_whoever_counts_over_the_force_sees_its_closed_figures(closed):
    analyst = browser_of(closed["analyst"])

    assert "17 crimes were recorded" in text_of(analyst, FIGURE)
    assert "for use within the force until two people release it" in text_of(analyst, FIGURE)
    assert "17 crimes were recorded" in text_of(analyst, MEASURE)
    assert "17 rows shown of 17" in text_of(analyst, f"{FIGURE}/rows/counted/")
    assert "2021-03,17,,17" in text_of(analyst, FILE)
    assert "/force/measures/crime.recorded/" in text_of(analyst, "/force/measures/")


def test_whose_role_counts(closed):
    """A role that reaches a unit, or rows one by one, opens rows and no figure of the force."""
    seen = {
        role: {browser_of(closed[role]).get(url).status_code for url in PAGES}
        for role in closed.people
    }

    assert {role for role, answers in seen.items() if answers == {200}} == {
        "analyst",
        "auditor",
        "chief-officer",
        "inspector",
        "call-handler",
        "records-manager",
        "standards-investigator",
    }
    assert all(answers in ({200}, {404}) for answers in seen.values())


def test_closed_figures_of_another_force_stay_closed(closed):
    analyst, inspector = browser_of(closed["analyst"]), browser_of(closed["inspector"])
    for url in (
        KENT,
        f"{KENT}/rows/counted/",
        "/force/figures/crime.recorded@1;2021-03",
        "/force/measures/crime.recorded/?force=kent",
        "/force/measures/crime.recorded/download.csv?by=force",
        "/force/measures/crime.recorded/download.json?force=kent",
    ):
        refused = analyst.get(url)
        assert (refused.status_code, url) == (404, url)
        assert refused.content == analyst.get("/no-such-page/").content
        assert (inspector.get(url).status_code, url) == (200, url)


def test_another_force_is_not_even_offered(closed):
    page = text_of(browser_of(closed["analyst"]), MEASURE)

    assert 'value="staffordshire"' in page
    assert 'value="kent"' not in page


def test_each_look_is_in_the_trail_with_the_rows_that_were_shown(closed):
    analyst = closed["analyst"]
    browser = browser_of(analyst)
    browser.get(FIGURE)
    browser.get(f"{FIGURE}/rows/counted/")

    card, rows = Entry.objects.filter(actor=analyst.trail_name, verb="consulted").order_by(
        "sequence"
    )
    assert "crime.recorded@1;2021-03" in card.detail
    assert shown_in(card) == ()
    assert len(shown_in(rows)) == 17


def test_nothing_is_shown_where_the_look_cannot_be_written(closed, monkeypatch):
    def broken(**_all):
        raise RuntimeError("the trail is full")

    monkeypatch.setattr("peelian.engines.publishing.inside.append_look", broken)
    browser = browser_of(closed["analyst"])
    browser.raise_request_exception = False

    answer = browser.get(FIGURE)

    assert answer.status_code == 500
    assert b"17 crimes" not in answer.content
    assert b"peelian-answer" not in answer.content


def test_rows_are_not_given_as_a_file(closed):
    assert browser_of(closed["analyst"]).get(f"{FIGURE}/rows/counted/?as=csv").status_code == 404


def test_a_row_leads_to_its_record(closed):
    assert "/force/records/crime/" in text_of(
        browser_of(closed["analyst"]), f"{FIGURE}/rows/counted/"
    )
    assert "/inspectorate/records/crime/" in text_of(
        browser_of(closed["inspector"]), f"{FIGURE}/rows/counted/"
    )


def test_whoever_is_out_is_sent_to_sign_in(closed):
    answer = Client().get(FIGURE)

    assert answer.status_code == 302
    assert answer["Location"].startswith("/people/sign-in/")


def test_pages_behind_sign_in_are_not_kept(closed):
    assert "no-store" in browser_of(closed["analyst"]).get(FIGURE)["Cache-Control"]


def test_the_list_of_measures_leads_nowhere_shut(closed):
    """Whoever may not see the figures of a measure is led to how it is defined."""
    officer, analyst = browser_of(closed["patrol-officer"]), browser_of(closed["analyst"])

    assert 'href="/manual/crime.recorded/"' in text_of(officer, "/force/measures/")
    assert 'href="/force/measures/crime.recorded/"' in text_of(analyst, "/force/measures/")
