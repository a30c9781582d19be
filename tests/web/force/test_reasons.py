"""The question why: only where a far reach is all there is, answered by one press (C-ACC-4)."""

import re

import pytest

from peelian.access.conflict import Conflict
from peelian.engines.registers.models import ReasonGiven
from peelian.engines.registers.notices import Kind, notices_of
from peelian.trail.models import Entry
from people import FORCE, NOW, investigation
from web.force.signed_in import browser_of, text_of

pytestmark = pytest.mark.django_db
PAGE = "/force/records/investigation/investigation-C/"
GLASS = "/force/records/open-at-once/"


@pytest.fixture
def case(force):
    """An investigation of the south, held by the investigator there."""
    investigation("C", unit="S1", officer="no-other-team")
    return force


def test_a_call_handler_is_asked_and_opens_by_one_press(case):
    browser = browser_of(case["call-handler"])
    asked = text_of(browser, PAGE)

    assert "Why do you look at this record?" in asked
    assert "summary of C" not in asked
    assert 'name="reason" value="call"' in asked

    answer = browser.post(PAGE, {"reason": "call", "words": "caller on the line"})

    assert answer["Location"] == PAGE
    assert "summary of C" in text_of(browser, PAGE)
    assert ReasonGiven.objects.get().words == "caller on the line"


def test_who_holds_the_record_is_not_asked(case):
    assert "summary of C" in text_of(browser_of(case["other-team"]), PAGE)
    assert not ReasonGiven.objects.exists()


def test_a_reason_that_is_not_on_the_list_opens_nothing(case):
    browser = browser_of(case["call-handler"])

    answer = browser.post(PAGE, {"reason": "curious"})

    assert answer.status_code == 400
    assert b"summary of C" not in answer.content
    assert b"There is a problem" in answer.content


def test_a_reason_does_not_open_what_is_not_in_reach(case):
    browser = browser_of(case["patrol-officer"])

    answer = browser.post(PAGE, {"reason": "call"})

    assert answer.status_code == 404
    assert answer.content == browser.get("/no-such-page/").content


def test_broken_glass_opens_at_once_and_the_owner_is_told(case):
    officer = browser_of(case["patrol-officer"])
    form = text_of(officer, GLASS)
    assert "Somebody may be in danger" in form

    answer = officer.post(GLASS, {"kind": "investigation", "called": "C", "reason": "life"})

    assert answer["Location"] == PAGE
    page = text_of(officer, PAGE)
    assert "because you opened it with a reason of your own" in page
    assert "Open to you for 4 hours" in page
    assert [one.kind for one in notices_of(case["other-team"])] == [Kind.GLASS]
    owner = text_of(browser_of(case["other-team"]), "/force/")
    assert "Somebody has opened a record that you answer for" in owner


@pytest.mark.parametrize("called", ["Z", "investigation-Z", "sealed", "no such thing"])
def test_what_glass_does_not_open_sounds_like_what_does_not_exist(case, called):
    investigation("sealed", unit="N1", officer=None)
    Conflict.objects.create(
        user=case["patrol-officer"],
        kind="family",
        force_id=FORCE,
        record_type="investigation",
        record_id="investigation-sealed",
        starts_at=NOW,
        declared_by="service:tests",
    )
    officer = browser_of(case["patrol-officer"])

    answer = officer.post(GLASS, {"kind": "investigation", "called": called, "reason": "life"})

    text = re.sub(r"\s+", " ", answer.content.decode())
    assert answer.status_code == 400
    assert "There is no such record, or none that can be opened so." in text


@pytest.mark.parametrize("role", ["analyst", "chief-officer", "people-services", "inspector"])
def test_whoever_may_not_break_glass_finds_no_page(case, role):
    assert browser_of(case[role]).get(GLASS).status_code == 404


def test_the_look_is_in_the_trail_with_its_reason(case):
    browser_of(case["call-handler"]).post(PAGE, {"reason": "call"})

    entry = Entry.objects.filter(verb="consulted", record_ref="investigation-C").latest("sequence")
    assert "call" in entry.detail
