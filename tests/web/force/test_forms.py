"""Typing and changing by page: what is asked, what is refused, and two who save at once."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from peelian.access.identity.visit import Visit
from peelian.areas.investigation.models import Investigation
from peelian.engines.registers.models import Revision
from people import investigation
from web.force.boxes import filled
from web.force.signed_in import browser_of, raw_text_of

pytestmark = pytest.mark.django_db
RECORD = "/force/records/investigation/investigation-A/"
CHANGE = f"{RECORD}change/"
ADD = "/force/records/investigation/add/"
NEW = {
    "investigation_ref": "NEW-1",
    "opened_at_0": "3",
    "opened_at_1": "6",
    "opened_at_2": "2026",
    "opened_at_3": "14:30",
    "offence": "Robbery",
    "unit_ref": "N1",
    "officer_ref": "",
    "state": "Open",
    "lsoa_code": "",
    "summary": "First line\r\nsecond line",
    "next_step": "",
    "closed_on_0": "",
    "closed_on_1": "",
    "closed_on_2": "",
}


@pytest.fixture
def cases(force):
    investigation("A", unit="N1")
    return force


def test_the_form_asks_in_the_words_of_the_declaration(cases):
    page = raw_text_of(browser_of(cases["investigator"]), ADD)

    for label in ("What is being looked into", "Unit that holds it", "How far it has come"):
        assert label in page
    assert page.count("govuk-date-input__item") == 15
    assert '<textarea class="govuk-textarea"' in page
    assert "North team one (N1)" in page
    assert "record_id" not in page
    assert 'name="month"' not in page


def test_a_typed_record_is_kept_with_its_moment_in_utc(cases):
    browser = browser_of(cases["investigator"])

    answer = browser.post(ADD, NEW)

    made = Investigation.objects.get(investigation_ref="NEW-1")
    assert answer["Location"] == f"/force/records/investigation/{made.record_id}/"
    assert made.opened_at.isoformat() == "2026-06-03T13:30:00+00:00"
    assert (made.month, made.source, made.force_id) == ("2026-06", "typed", "staffordshire")
    assert made.summary == "First line\nsecond line"
    assert made.closed_on is None


def test_what_is_wrong_is_said_above_and_beside(cases):
    answer = browser_of(cases["investigator"]).post(
        ADD, NEW | {"offence": "", "opened_at_0": "31", "opened_at_1": "2"}
    )
    page = answer.content.decode()

    assert answer.status_code == 400
    assert "There is a problem" in page
    assert 'href="#record-offence"' in page
    assert "Write a real day" in page
    assert "First line" in page
    assert not Investigation.objects.filter(investigation_ref="NEW-1").exists()


@pytest.mark.parametrize("role", ["analyst", "chief-officer", "records-manager"])
def test_whoever_may_not_type_finds_no_form(cases, role):
    browser = browser_of(cases[role])

    assert browser.get(ADD).status_code == 404
    assert browser.get(CHANGE).status_code == 404
    assert browser.post(ADD, NEW).status_code == 404
    assert "Add one by hand" not in raw_text_of(browser, "/force/records/investigation/")


def test_a_save_changes_only_what_was_touched(cases):
    browser = browser_of(cases["supervisor"])
    sent = filled(browser, CHANGE)

    answer = browser.post(CHANGE, sent | {"next_step": "Ask again", "_why": "after the briefing"})

    assert answer["Location"] == RECORD
    saved = Revision.objects.get()
    assert json.loads(saved.after) == {"next_step": "Ask again"}
    assert saved.reason == "after the briefing"
    page = raw_text_of(browser, RECORD)
    assert "Ask again" in page
    assert "after the briefing" in page
    assert "Demo supervisor" in page


def test_two_who_save_at_once_see_both_texts_and_lose_none(cases):
    first, second = browser_of(cases["supervisor"]), browser_of(cases["supervisor"])
    one, two = filled(first, CHANGE), filled(second, CHANGE)
    first.post(CHANGE, one | {"next_step": "Text of the first", "lsoa_code": "E01029359"})

    answer = second.post(CHANGE, two | {"next_step": "Text of the second"})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Somebody else saved this record" in page
    assert "Text of the first" in page
    assert "Text of the second" in page
    again = dict(two) | {
        "next_step": "Both texts",
        "_version": re.search(r'name="_version" value="(\d+)"', page)[1],
    }
    assert second.post(CHANGE, again)["Location"] == RECORD
    row = Investigation.objects.get(record_id="investigation-A")
    assert (row.next_step, row.lsoa_code) == ("Both texts", "E01029359")


def test_text_typed_by_people_never_runs(cases):
    browser = browser_of(cases["investigator"])
    sent = browser.post(ADD, NEW | {"summary": "<script>alert(1)</script>"})

    page = raw_text_of(browser, sent["Location"])

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_form_that_was_sent_too_late_waits_for_its_author(cases):
    """The visit locked while somebody wrote: nothing is saved, and nothing is lost (C-SES-2)."""
    supervisor = cases["supervisor"]
    browser = browser_of(supervisor)
    sent = filled(browser, CHANGE) | {"next_step": "Written before the lock"}
    now = timezone.now()
    Visit.objects.filter(user=supervisor).update(seen_at=now - timedelta(minutes=31))

    assert browser.post(CHANGE, sent)["Location"].startswith("/people/again/")

    Visit.objects.filter(user=supervisor).update(seen_at=now, locked_at=None, proved_at=now)
    assert "Written before the lock" in raw_text_of(browser, CHANGE)
    assert not Revision.objects.exists()
