"""The review of look-ups as those who judge it meet it in a browser (STD-12, C-DET-1)."""

import html
import re
from datetime import timedelta

import pytest

from engines.oversight.trail_samples import NOON, wrote
from peelian.access.actors import service_account
from peelian.access.roles import ROLES
from peelian.areas.standards.models import ConductMatter
from peelian.engines.oversight.models import Alert, NightReview, Verdict
from peelian.engines.registers.notices import Kind, notices_of
from peelian.jobs.look_up_nights import run_night
from peelian.spine.person import Person
from people import FORCE, employ
from web.force.signed_in import browser_of

pytestmark = pytest.mark.django_db
LIST = "/force/look-ups/"
PAGES = (LIST, f"{LIST}judged/", f"{LIST}signals/", f"{LIST}fairness/")


def person(key, **said):
    return Person.objects.create(
        record_id=f"record-of-{key}"[:36],  # as long as an address may be
        source="extracts",
        force_id=FORCE,
        person_key=key,
        **said,
    )


def review_the_night():
    return run_night(
        FORCE, NOON.date(), by=service_account("nightly-review"), at=NOON + timedelta(days=1)
    )


@pytest.fixture
def night(force):
    """A call handler opened somebody at their own address without a tie; an officer had a task."""
    person("person-call-handler", address_key="a-1", family_name="Ackroyd")
    person("p-1", address_key="a-1", family_name="Jones", ethnicity="White - British")
    wrote(
        force["call-handler"],
        kind="person",
        address="record-of-p-1",
        relationship="force",
        reason="call: lost dog",
    )
    wrote(force["investigator"], kind="person", address="record-of-p-1", relationship="tied")
    review_the_night()
    return force


@pytest.fixture
def reviewer(night):
    return browser_of(night["trail-reviewer"])


def text_of(client, url, status=200):
    answer = client.get(url)
    assert answer.status_code == status, answer.content.decode()[:3000]
    without_tags = re.sub(r"<[^>]+>", " ", answer.content.decode().partition("<main")[2])
    return html.unescape(re.sub(r"\s+", " ", without_tags))


def alert_page():
    return f"{LIST}{Alert.objects.get().pk}/"


def judge(browser, finding="explained", words="Front counter enquiry.", wrong=()):
    return browser.post(alert_page(), {"finding": finding, "words": words, "wrong": list(wrong)})


def test_the_list_says_how_much_waits_and_why_each_is_listed(reviewer):
    page = text_of(reviewer, LIST)

    assert "1 waits for a verdict." in page
    assert "The newest night reviewed is that of 2 March 2026: 2 sights of people's" in page
    assert "Demo call-handler looked at p-1" in page
    assert "The staff list and the person's record give the same home address." in page


def test_nothing_reviewed_is_said(force):
    page = text_of(browser_of(force["trail-reviewer"]), LIST)

    assert "No night has been reviewed yet" in page


def test_an_alert_shows_its_look_ups_as_the_trail_has_them(reviewer, night):
    page = text_of(reviewer, alert_page())

    assert "2 March 2026, 12:00" in page
    assert "A caller or somebody in front of me asks about it: lost dog" in page
    assert "Their role reaches such records of the whole force" in page
    assert 'href="/force/trail/1/"' in reviewer.get(alert_page()).content.decode()
    standards = browser_of(night["standards-investigator"]).get(alert_page()).content.decode()
    assert "/force/trail/" not in standards


@pytest.mark.ledger("STD-12")
def test_a_suspicion_goes_to_professional_standards_and_records_no_matter(reviewer, night):
    answer = judge(reviewer, "misuse_suspected", "No call in the log; same home.")
    page = text_of(reviewer, answer["Location"])

    assert "1 person of professional standards has a notice" in page
    assert "Misuse suspected" in page
    assert "No call in the log; same home." in page
    (notice,) = notices_of(night["standards-investigator"])
    assert notice.kind == Kind.LOOK_UPS
    assert not ConductMatter.objects.exists()
    standards = browser_of(night["standards-investigator"])
    assert f'href="{alert_page()}"' in standards.get("/force/").content.decode()
    assert "No call in the log" in text_of(standards, alert_page())


def test_nobody_is_told_of_an_alert_about_themselves(force):
    """The one whom it is about is of professional standards as well."""
    suspect = force["standards-investigator"]
    colleague = employ("standards-investigator", "F", name="second-standards")
    person("person-standards-investigator", address_key="a-1")
    person("p-1", address_key="a-1")
    wrote(suspect, kind="person", address="record-of-p-1", relationship="force")
    review_the_night()
    judge(browser_of(force["trail-reviewer"]), "misuse_suspected", "Same home, no task.")

    assert not notices_of(suspect)
    assert len(notices_of(colleague)) == 1
    assert "Nothing waits for a verdict" in text_of(browser_of(suspect), LIST)


def test_where_nobody_else_can_be_told_the_reviewer_is_asked_to(night):
    standards = browser_of(night["standards-investigator"])
    answer = judge(standards, "misuse_suspected", "Same home, no task.")

    assert "tell them yourself" in text_of(standards, answer["Location"])


def test_another_verdict_stands_beside_the_first(reviewer):
    judge(reviewer, "cannot_tell", "The log is away.")
    judge(reviewer, "wrong_signal", "They moved out long ago.", ["same_address"])
    page = text_of(reviewer, alert_page())

    assert "The log is away." in page
    assert "They moved out long ago." in page
    assert "Lives at the same address" in page
    assert "Nothing waits for a verdict" in text_of(reviewer, LIST)
    assert "Wrong signal" in text_of(reviewer, f"{LIST}judged/")


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "Choose what it was."),
        ({"finding": "explained", "words": "ok"}, "in a few words why"),
        ({"finding": "wrong_signal", "words": "It is not so."}, "Name which of the alert"),
        ({"finding": "explained", "words": "A b.", "wrong": ["crowd"]}, "Select a valid choice"),
    ],
)
def test_a_verdict_that_is_not_whole_says_what_is_missing(reviewer, sent, words):
    answer = reviewer.post(alert_page(), sent)

    assert answer.status_code == 400
    assert words in html.unescape(answer.content.decode())
    assert not Verdict.objects.exists()


def test_what_does_not_exist_and_what_is_about_the_reader_are_one_page(night):
    handler = night["call-handler"]
    handler_reviews = browser_of(night["trail-reviewer"])
    other = Alert.objects.get()
    about_reviewer = Alert(
        review=NightReview.objects.get(),
        force_id=FORCE,
        listed_at=NOON,
        actor=night["trail-reviewer"].trail_name,
        person="p-1",
        score=1.0,
        evidence=[["no_tie", "Opened once."]],
        look_ups=[1],
    )
    about_reviewer.save()
    nowhere = handler_reviews.get("/no-such-page/").content
    for number in (about_reviewer.pk, 99999, 2**70):
        answer = handler_reviews.get(f"{LIST}{number}/")
        assert (answer.status_code, answer.content) == (404, nowhere)
        answer = handler_reviews.post(f"{LIST}{number}/", {"finding": "explained", "words": "a b"})
        assert answer.status_code == 404
    assert "1 waits" in text_of(handler_reviews, LIST)
    assert other.actor == handler.trail_name


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"trail-reviewer", "standards-investigator"}))
def test_whoever_may_not_judge_finds_no_page(night, role):
    browser = browser_of(night[role])
    nowhere = browser.get("/no-such-page/").content
    for url in (*PAGES, alert_page()):
        answer = browser.get(url)
        assert (answer.status_code, answer.content) == (404, nowhere)
    assert judge(browser).status_code == 404


def test_how_often_a_signal_was_right(reviewer):
    judge(reviewer, "misuse_suspected", "No call in the log.")
    page = text_of(reviewer, f"{LIST}signals/")

    assert "Lives at the same address" in page
    assert "1 of 1 likely range" in page


def test_staff_groups_are_said_not_to_be_recorded(reviewer, night):
    page = text_of(reviewer, f"{LIST}fairness/")

    assert "Nights from 3 February 2026 to 2 March 2026." in page
    assert "No group is recorded of anybody. Ethnic group not recorded for 17 of 17." in page


def test_the_look_at_every_page_is_in_the_trail(reviewer, night):
    for url in (*PAGES, alert_page()):
        before = wrote(night["investigator"], kind="unit", address="unit-N1").sequence
        reviewer.get(url)
        after = wrote(night["investigator"], kind="unit", address="unit-N1").sequence
        assert after == before + 2, url


def test_alerts_past_their_keeping_are_told_and_stay(reviewer, night):
    alert = Alert.objects.get()
    Verdict(
        alert=alert,
        finding="explained",
        wrong=[],
        words="Long ago.",
        by="person:x",
        at=NOON - timedelta(days=366 * 20),
    ).save()

    assert "1 alert was judged more than 365 days ago" in text_of(reviewer, LIST)
    assert Alert.objects.count() == 1
