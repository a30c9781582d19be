"""Pages of duties in a browser: accessible, within a phone's window, and by keyboard alone."""

import pytest

from browser.test_record_pages import come_in
from peelian import catalogue
from peelian.engines.duties.models import Duty
from people import investigation, small_force
from web.force.work.duties_at_hand import RULES, UPDATE, a_duty, moved_note

PAGES = (
    "/force/",
    "/force/?all",
    "/force/work/duties/duty-1/",
    "/force/work/duties/duty-2/done/",
    "/force/work/duties/duty-1/move/",
    "/force/work/team/",
    "/force/work/team/?unit=N1&post=post-investigator",
    "/force/work/pacesetter/",
    "/force/work/pacesetter/?wall&still",
    "/force/work/settings/",
    "/force/work/settings/demo.update_days/",
)


@pytest.fixture
def force(site, monkeypatch):
    monkeypatch.setattr(catalogue, "rules", lambda: RULES)
    made = small_force()
    case = investigation("A", unit="N1", officer="no-investigator")
    a_duty(case, hours=-50, risk="high")
    moved_note(a_duty(case, rule=UPDATE, hours=3))
    a_duty(case, hours=None, matter="paused")
    return made


def test_every_page_is_accessible_and_fits(force, visitor):
    come_in(visitor, force["supervisor"])
    for page in PAGES:
        visitor.open(page)
        visitor.check()


@pytest.mark.ledger("GOV-05")
def test_a_duty_is_done_from_my_day_by_keyboard_alone(force, reader):
    come_in(reader, force["investigator"])
    page = reader.open("/force/")
    for _step in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY" and "It is done" in (
            page.evaluate("document.activeElement.textContent")
        ):
            break
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Noted in the log, entry 12")
    page.keyboard.press("Enter")
    page.get_by_text("Done: Tell the victim how far it is.").wait_for()

    assert Duty.objects.get(record_id="duty-2").proof == "Noted in the log, entry 12"


def test_work_is_done_without_scripts(force, plain_reader):
    come_in(plain_reader, force["investigator"])
    page = plain_reader.page
    page.goto(plain_reader.site + "/force/work/duties/duty-1/move/")
    page.get_by_label("Who is to do it").select_option("post-patrol-officer")
    page.get_by_label("Why", exact=True).fill("On leave")
    page.get_by_role("button", name="Hand it over").click()

    assert Duty.objects.get(record_id="duty-1").post_ref == "post-patrol-officer"
