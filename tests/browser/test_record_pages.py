"""Pages of records in a browser: by mouse, by keyboard, on a phone, and without scripts."""

import pytest
from django.conf import settings

from peelian.areas.investigation.models import Investigation
from people import investigation, small_force
from web.force.signed_in import browser_of

LIST = "/force/records/investigation/"
RECORD = f"{LIST}investigation-A/"
PAGES = (
    "/force/",
    "/force/records/",
    LIST,
    f"{LIST}?state=Open&q=summary",
    RECORD,
    f"{RECORD}change/",
    f"{RECORD}figures/",
    f"{RECORD}people/",
    f"{LIST}add/",
    f"{LIST}take-out/?state=Open",
    "/force/records/open-at-once/",
    "/force/exports/",
    "/force/measures/crime.recorded/?force=staffordshire",
    "/force/figures/crime.recorded@1;2021-03;force=staffordshire",
    "/force/figures/crime.recorded@1;2021-03;force=staffordshire/rows/counted/",
)


@pytest.fixture
def force(site):
    made = small_force()
    investigation("A", unit="N1", officer="no-investigator")
    investigation("C", unit="S1", officer="no-other-team")
    return made


def come_in(visitor, user):
    """This person has signed in, in the visitor's browser."""
    session = browser_of(user).cookies[settings.SESSION_COOKIE_NAME].value
    visitor.page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": visitor.site}]
    )


def test_every_page_is_accessible_and_fits(force, visitor):
    come_in(visitor, force["supervisor"])
    for page in PAGES:
        visitor.open(page)
        visitor.check()


def test_the_question_why_is_answered_by_keyboard(force, reader):
    come_in(reader, force["call-handler"])
    page = reader.open(f"{LIST}investigation-C/")
    reader.check()

    for _step in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "call":
            break
    page.keyboard.press("Enter")
    page.get_by_text("summary of C").wait_for()

    assert page.url.endswith("/investigation-C/")


def test_two_windows_of_one_form_lose_nothing(force, reader):
    come_in(reader, force["supervisor"])
    first = reader.open(f"{RECORD}change/")
    second = first.context.new_page()
    second.goto(f"{reader.site}{RECORD}change/")
    second.get_by_label("What is to be done next").fill("Text of the second window")
    second.get_by_role("button", name="Save").click()
    second.get_by_text("Saved.").wait_for()

    first.get_by_label("What is to be done next").fill("Text of the first window")
    first.get_by_role("button", name="Save").click()
    first.get_by_text("Somebody else saved this record while you wrote").wait_for()

    assert first.get_by_role("cell", name="Text of the second window").is_visible()
    assert first.get_by_label("What is to be done next").input_value() == "Text of the first window"
    first.get_by_role("button", name="Save").click()
    first.get_by_text("Saved.").wait_for()
    row = Investigation.objects.get(record_id="investigation-A")
    assert row.next_step == "Text of the first window"


def test_a_record_is_typed_without_scripts(force, plain_reader):
    come_in(plain_reader, force["investigator"])
    page = plain_reader.page
    page.goto(f"{plain_reader.site}{LIST}add/")
    page.get_by_label("What is being looked into").fill("Robbery")
    page.get_by_label("Unit that holds it").select_option("N1")
    page.get_by_label("With the prosecutor").check()
    opened = page.get_by_role("group", name="When it was opened")
    for name, value in (("Day", "3"), ("Month", "6"), ("Year", "2026"), ("Time", "14:30")):
        opened.get_by_label(name).fill(value)
    page.get_by_role("button", name="Save").click()

    page.get_by_text("Saved.").wait_for()
    assert page.get_by_text("3 June 2026, 14:30").first.is_visible()
    assert plain_reader.complaints == []


def test_a_faulty_form_says_so_above_and_leads_to_the_box(force, reader):
    come_in(reader, force["investigator"])
    page = reader.open(f"{LIST}add/")
    page.get_by_role("button", name="Save").click()
    summary = page.get_by_role("alert")
    summary.wait_for()
    assert page.title().startswith("Error:")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "record-offence"
    reader.complaints.clear()  # the browser names the answer 400 itself
    reader.check()
