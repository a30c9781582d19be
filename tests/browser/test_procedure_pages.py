"""Guided assessments in a browser: every page accessible, by keyboard alone, without scripts."""

import os
from pathlib import Path

import pytest

from browser.test_record_pages import come_in
from engines.procedures.sample import PROCEDURES
from peelian import catalogue
from peelian.engines.procedures.models import Assessment, Draft
from people import investigation, small_force

RECORD = "/force/records/investigation/investigation-A/"
RISK = "/force/procedures/of/investigation-A/sample.risk/"
CHECK = "/force/procedures/of/investigation-A/sample.check/"
NEW = "/force/procedures/new/sample.record/"
# A folder for pictures, for whoever wants to look at the pages.
PICTURES = os.environ.get("PEELIAN_PICTURES", "")


@pytest.fixture
def force(site, monkeypatch):
    monkeypatch.setattr(catalogue, "procedures", lambda: PROCEDURES)
    made = small_force()
    investigation("A", unit="N1")
    return made


def looked_at(visitor, name):
    """The page at hand is checked and, where wanted, pictured."""
    visitor.page.locator("body[data-ready]").wait_for()
    # A form with errors is answered by 400, which Chromium reports as a script would its own.
    visitor.complaints[:] = [one for one in visitor.complaints if "status of 400" not in one]
    visitor.check()
    if PICTURES:
        width = visitor.page.viewport_size["width"]
        visitor.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)


def on(page):
    page.get_by_role("button", name="Save and continue").click()


def test_every_page_is_accessible_and_fits(force, visitor):
    come_in(visitor, force["supervisor"])
    page = visitor.open(RISK)
    looked_at(visitor, "start")
    page.get_by_role("button", name="Begin").click()
    on(page)
    looked_at(visitor, "offer-error")
    page.get_by_label("Yes", exact=True).check()
    on(page)
    looked_at(visitor, "page")
    on(page)
    looked_at(visitor, "page-error")
    why = page.get_by_label("If it was not asked: why not?")
    assert not why.is_visible()
    page.get_by_label("Not asked", exact=True).check()
    assert why.is_visible()
    page.get_by_label("Yes", exact=True).check()
    on(page)
    looked_at(visitor, "page-branch")
    page.get_by_role("group", name="Was a weapon spoken of?").get_by_label("Yes").check()
    on(page)
    looked_at(visitor, "look-up")
    on(page)
    looked_at(visitor, "decide")
    page.get_by_label("High").check()
    page.get_by_label("Why you decide so").fill("What I saw.")
    on(page)
    looked_at(visitor, "check")
    visitor.open("/force/procedures/")
    looked_at(visitor, "mine")
    page.get_by_role("link", name="Risk to the victim").click()
    page.go_back()
    visitor.open(f"/force/procedures/drafts/{Draft.objects.get().pk}/check/")
    page.get_by_role("button", name="Finish").click()
    looked_at(visitor, "done")
    page.get_by_role("link", name="Read the assessment").click()
    looked_at(visitor, "summary")
    visitor.open(RECORD)
    looked_at(visitor, "record")
    visitor.open(CHECK)
    page.get_by_role("button", name="Begin").click()
    looked_at(visitor, "kinds")
    visitor.open(NEW)
    page.get_by_role("button", name="Begin").click()
    page.get_by_label("Fraud").check()
    page.get_by_label("Open", exact=True).check()
    for label, value in (("Day", "3"), ("Month", "6"), ("Year", "2026"), ("Time", "14:30")):
        page.get_by_label(label).fill(value)
    page.get_by_label("What is known?").fill("Fraud.")
    on(page)
    looked_at(visitor, "advice")


def press_to(page, name):
    """Walk by tabulator to what has this name, as somebody without a mouse does."""
    for _step in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText || ''").strip() == name:
            return
    raise AssertionError(f"the keyboard does not reach {name}")


def press_into(page, box):
    """Walk by tabulator to the box with this name."""
    for _step in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name || ''") == box:
            return
    raise AssertionError(f"the keyboard does not reach {box}")


def test_a_whole_assessment_by_keyboard_alone(force, reader):
    come_in(reader, force["supervisor"])
    page = reader.open(RISK)
    press_to(page, "Begin")
    page.keyboard.press("Enter")
    page.wait_for_url("**/offer/")
    press_to(page, "Save and continue")
    page.keyboard.press("Enter")
    page.locator(".govuk-error-summary").wait_for()
    focused = page.evaluate("document.activeElement.className")
    assert "govuk-error-summary" in focused
    press_into(page, "offered")
    page.keyboard.press("Space")
    press_to(page, "Save and continue")
    page.keyboard.press("Enter")
    page.wait_for_url("**/page/danger/")
    press_into(page, "answer-threats")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.value") == "refused"
    press_to(page, "Save and continue")
    page.keyboard.press("Enter")
    page.wait_for_url("**/page/before/")
    press_to(page, "Save and continue")
    page.keyboard.press("Enter")
    page.wait_for_url("**/decide/")
    press_into(page, "grade")
    page.keyboard.press("Space")
    press_into(page, "reasons")
    page.keyboard.type("What I saw.")
    press_to(page, "Save and continue")
    page.keyboard.press("Enter")
    page.wait_for_url("**/check/")
    press_to(page, "Finish")
    page.keyboard.press("Enter")
    page.wait_for_url("**/done/")

    made = Assessment.objects.get()
    assert (made.decided, made.reasons) == ("standard", "What I saw.")


def test_it_works_without_scripts(force, plain_reader):
    come_in(plain_reader, force["supervisor"])
    page = plain_reader.page
    page.goto(plain_reader.site + RISK)
    page.get_by_role("button", name="Begin").click()
    page.get_by_label("No, they decline").check()
    page.get_by_label("Gave no reason").check()
    page.get_by_label("If they decline: what did they say").fill("Nothing.")
    on(page)
    on(page)
    on(page)
    page.get_by_label("High").check()
    page.get_by_label("Why you decide so").fill("What I saw.")
    on(page)
    page.get_by_role("button", name="Finish").click()

    assert Assessment.objects.get().outcome == "Refused"
