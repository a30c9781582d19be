"""Surveys in a browser: whoever answers, at a desk and on a phone, and whoever runs them."""

import contextlib
import os
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Error as PlaywrightError

from browser.test_procedure_pages import press_into, press_to
from browser.test_record_pages import come_in
from peelian.engines.surveys.approach import Approach
from peelian.engines.surveys.approaching import Told, approach
from peelian.engines.surveys.closing import close_round
from peelian.engines.surveys.coded import Coding
from peelian.engines.surveys.models import Reply, Round
from people import small_force
from web.surveys.rounds import (
    BY_KEY,
    PERCEPTION,
    SURVEYS,
    TREATMENT,
    WORKFORCE,
    a_round,
    links,
    replied,
)

CONSULTATION = next(one for one in BY_KEY.values() if one.ideas)
# A folder for pictures, for whoever wants to look at the pages.
PICTURES = os.environ.get("PEELIAN_PICTURES", "")


@pytest.fixture
def force(site):
    return small_force()


@pytest.fixture
def staff(force):
    return force["commissioner-staff"]


def looked_at(visitor, name):
    """The page at hand is checked and, where wanted, pictured."""
    visitor.settled()
    # A form with errors is answered by 400, which Chromium reports as a script would its own.
    visitor.complaints[:] = [one for one in visitor.complaints if "status of 4" not in one]
    visitor.check()
    if PICTURES:
        width = visitor.page.viewport_size["width"]
        visitor.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


@pytest.mark.ledger("NEI-43")
def test_somebody_who_was_searched_says_how_it_was(staff, visitor):
    held = a_round(TREATMENT, staff)
    page = visitor.open("/surveys/")
    looked_at(visitor, "survey-list")
    page.get_by_role("link", name=TREATMENT.title).click()
    looked_at(visitor, "survey-first")
    assert "Before you begin" in page.title()
    press(page, "Begin")
    looked_at(visitor, "survey-part")
    page.get_by_label("I was stopped or searched").check()
    page.get_by_role("group", name="Were you treated with respect?").get_by_label(
        "No", exact=True
    ).check()
    page.get_by_label("What should they have done otherwise").fill("Told me why.")
    press(page, "Continue")
    looked_at(visitor, "survey-part-2")
    press(page, "Back")
    assert page.get_by_label("I was stopped or searched").is_checked()
    press(page, "Continue")
    page.get_by_label("I would rather not say").check()
    press(page, "Continue")
    looked_at(visitor, "survey-check")
    page.get_by_role("button", name="Change How you were treated").click()
    press(page, "Continue")
    press(page, "Send")
    looked_at(visitor, "survey-sent")

    assert Reply.objects.filter(round=held).count() == 1
    assert "treated" not in page.title()
    assert "treated" not in page.url
    assert page.context.cookies() == []
    with contextlib.suppress(PlaywrightError):  # nothing is there to go back to
        page.go_back()
    assert "Told me why" not in page.locator("body").inner_text()


@pytest.mark.ledger("NEI-43")
def test_the_three_ways_are_apart_and_ask_for_neither_name_nor_reference(staff, visitor):
    held = a_round(TREATMENT, staff)
    page = visitor.open(f"/surveys/{held.open_token}/")
    page.get_by_role("link", name="Complain", exact=True).click()
    looked_at(visitor, "survey-complaint")
    press(page, "Send")
    looked_at(visitor, "survey-complaint-error")
    page.get_by_label("What happened?").fill("They laughed.")
    press(page, "Send")
    looked_at(visitor, "survey-complaint-sent")
    page.get_by_role("link", name="Back to the three ways").click()
    page.get_by_role("link", name="Ask that somebody gets in touch").click()
    looked_at(visitor, "survey-contact")
    page.get_by_label("How can we reach you?").fill("0700 900 000")
    press(page, "Send")
    visitor.settled()

    assert Approach.objects.count() == 2
    assert Reply.objects.count() == 0


@pytest.mark.ledger("INS-10", "WRK-08")
def test_an_officer_answers_on_a_phone_by_an_invitation_of_their_own(staff, visitor):
    held = a_round(WORKFORCE, staff, open_link=False)
    (link,) = links(held, staff, 1)
    page = visitor.open(link)
    looked_at(visitor, "survey-invited")
    press(page, "Begin")
    for _part in range(4):
        visitor.settled()
        press(page, "Continue")
    press(page, "Send")
    visitor.settled()
    visitor.page.goto(visitor.site + link)
    looked_at(visitor, "survey-used")

    assert Reply.objects.count() == 1


@pytest.mark.ledger("NEI-31")
def test_a_whole_survey_by_keyboard_alone(staff, reader):
    held = a_round(PERCEPTION, staff)
    page = reader.open(f"/surveys/{held.open_token}/")
    press_to(page, "Begin")
    page.keyboard.press("Enter")
    page.get_by_text("Part 1 of 2").wait_for()
    press_into(page, "answer-seen")
    page.keyboard.press("Space")
    press_to(page, "Continue")
    page.keyboard.press("Enter")
    page.get_by_text("Part 2 of 2").wait_for()
    press_to(page, "Continue")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Check your answers").wait_for()
    press_to(page, "Send")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Your answers are sent").wait_for()

    assert Reply.objects.count() == 1


def test_it_works_without_scripts(staff, plain_reader):
    held = a_round(TREATMENT, staff)
    page = plain_reader.page
    page.goto(f"{plain_reader.site}/surveys/{held.open_token}/")
    press(page, "Begin")
    page.get_by_role("group", name="Were you told why things were done?").get_by_label(
        "Yes"
    ).check()
    press(page, "Continue")
    press(page, "Continue")
    press(page, "Send")

    assert Reply.objects.count() == 1


def _closed(staff):
    held = a_round(WORKFORCE, staff)
    words = {"one_change": "More cars that run."}
    replied(held, 14, answers={"balance": "agree", "role": "officer"}, words=words)
    replied(held, 10, answers={"balance": "disagree", "role": "officer"})
    replied(held, 16, answers={"balance": "disagree", "role": "staff"})
    replied(held, 12, answers={"balance": "agree", "role": "staff"})
    replied(held, 3, answers={"balance": "agree", "role": "pcso"})
    close_round(held, WORKFORCE, actor=staff, at=timezone.now())
    return held


@pytest.mark.ledger("INS-10")
def test_staff_open_a_round_invite_close_and_read_results(staff, visitor):
    come_in(visitor, staff)
    page = visitor.open("/commissioner/surveys/")
    looked_at(visitor, "rounds-none")
    page.get_by_role("link", name=PERCEPTION.title).click()
    looked_at(visitor, "round-open")
    press(page, "Set up the round")
    looked_at(visitor, "round-open-error")
    page.get_by_label("What is this round called?").fill("Residents, spring")
    page.get_by_label("Voluntary: whoever wants to").check()
    page.get_by_label("Make a link that anybody may use").check()
    today = timezone.localdate()
    for group, year in (("First day", today.year), ("Last day", today.year + 1)):
        boxes = page.get_by_role("group", name=group)
        boxes.get_by_label("Day").fill(str(min(today.day, 28)))
        boxes.get_by_label("Month").fill(str(today.month))
        boxes.get_by_label("Year").fill(str(year))
    press(page, "Set up the round")
    looked_at(visitor, "round")
    page.get_by_role("link", name="Make invitations").click()
    looked_at(visitor, "round-invite")
    page.get_by_label("How many links?").fill("5")
    with page.expect_download() as fetched:
        press(page, "Make them and take the file")
    assert len(Path(fetched.value.path()).read_text().splitlines()) == 6
    held = Round.objects.get()
    visitor.open(f"/commissioner/surveys/rounds/{held.ref}/close/")
    looked_at(visitor, "round-close")
    visitor.open(f"/commissioner/surveys/rounds/{held.ref}/abandon/")
    looked_at(visitor, "round-abandon")


@pytest.mark.ledger("INS-10", "WRK-08")
def test_results_say_base_caveat_and_what_is_hidden(staff, visitor):
    held = _closed(staff)
    come_in(visitor, staff)
    page = visitor.open(f"/commissioner/surveys/rounds/{held.ref}/")
    looked_at(visitor, "round-closed")
    page.get_by_role("link", name="Results", exact=True).click()
    looked_at(visitor, "results")
    page.get_by_role("link", name="By ").first.click()
    looked_at(visitor, "results-by")


@pytest.mark.ledger("INS-10", "WRK-50")
def test_every_other_page_of_staff_is_accessible_and_fits(force, staff, visitor):
    come_in(visitor, staff)
    page = visitor.open("/commissioner/surveys/printed/")
    looked_at(visitor, "print-form")
    page.get_by_label("What is it called?").fill("Inspection 2022")
    page.get_by_label("For which month").fill("2022-06")
    page.get_by_label("Where are they printed?").fill("An inspection report, page 42")
    page.get_by_label("The counts").fill("balance 542 748 72.5\ntraining 587 748 78.4")
    press(page, "Record and recompute")
    looked_at(visitor, "printed")
    page.get_by_role("link", name="See the results").click()
    looked_at(visitor, "printed-results")
    held = a_round(CONSULTATION, staff)
    replied(held, 12, answers={}, words={CONSULTATION.ideas[0]: "Shift swaps by phone."})
    close_round(held, CONSULTATION, actor=staff, at=timezone.now())
    visitor.open(f"/commissioner/surveys/rounds/{held.ref}/ideas/")
    looked_at(visitor, "ideas")
    page.get_by_role("link", name="Shift swaps by phone.").first.click()
    looked_at(visitor, "idea")
    treated = a_round(TREATMENT, staff)
    told = Told(words="They laughed.", reach_by="0700 900 000")
    made = approach(
        treated.open_token, surveys=SURVEYS, kind="complaint", told=told, at=timezone.now()
    )
    visitor.open("/commissioner/surveys/approaches/")
    looked_at(visitor, "approaches")
    page.get_by_role("link", name=made.ref).click()
    looked_at(visitor, "approach")
    page.get_by_label("What was done about it?").fill("Called back.")
    press(page, "It is answered")
    visitor.settled()
    closed = _closed(staff)
    visitor.open(f"/commissioner/surveys/rounds/{closed.ref}/themes/one_change/")
    looked_at(visitor, "themes")
    page.get_by_role("link", name="Code the next text").click()
    looked_at(visitor, "code")
    page.get_by_role("link", name="This text names somebody").click()
    looked_at(visitor, "take-away")
    visitor.open("/commissioner/surveys/")
    looked_at(visitor, "rounds")


@pytest.mark.ledger("INS-10")
def test_texts_are_coded_by_keyboard_alone(force, staff, reader):
    held = _closed(staff)
    come_in(reader, staff)
    page = reader.open(f"/commissioner/surveys/rounds/{held.ref}/themes/one_change/")
    looked_at(reader, "themes")
    press_to(page, "Code the next text")
    page.keyboard.press("Enter")
    for number in range(1, 11):
        page.get_by_role("heading", name="Code a text").wait_for()
        reader.settled()
        assert page.evaluate("document.activeElement.name") == "themes"
        if number == 1:
            looked_at(reader, "code")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        _coded(page, number)
    assert {tuple(one.themes) for one in Coding.objects.all()} == {("kit",)}


def _coded(page, number):
    """Wait until so many texts are coded, and the next stands there."""
    for _try in range(100):
        if Coding.objects.count() == number:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{Coding.objects.count()} texts are coded, not {number}")
