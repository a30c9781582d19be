"""My team: load in one view, work moved and the move shown (OFF-13, CON-27)."""

import pytest

from peelian.engines.duties.models import Duty
from peelian.spine.post import Holding
from people import investigation
from web.force.signed_in import browser_of, text_of
from web.force.work.duties_at_hand import UPDATE, a_duty

pytestmark = pytest.mark.django_db
HERE = "/force/work/team/"


@pytest.fixture
def work(force, case):
    """Three duties of the investigator, one of them late and dangerous; one of the patrol."""
    a_duty(case, hours=-5, risk="high")
    a_duty(case, rule=UPDATE, hours=30)
    a_duty(case, hours=24 * 30, matter="far")
    a_duty(case, whose="patrol-officer", hours=2, matter="patrol")
    return force


@pytest.mark.ledger("OFF-13", "CON-27")
def test_one_row_for_each_post_with_counts_and_cases(work):
    investigation("B", officer="no-investigator")
    investigation("C", officer="no-investigator", closed_on="2026-03-01")

    page = text_of(browser_of(work["supervisor"]), HERE)

    assert "4 duties are open, 1 of them late." in page
    row = page[page.index("Investigator (Demo investigator)") :]
    numbers = [cell.split(">")[-1].strip() for cell in row.split("</td>")[:5]]
    assert numbers == ["3", "1", "1", "1", "2 investigations"]


@pytest.mark.ledger("OFF-13")
def test_several_are_moved_at_once_and_both_see_it(work):
    browser = browser_of(work["supervisor"])
    said = {"duty": ["duty-1", "duty-2"], "to_post": "post-patrol-officer", "reason": "Court week"}

    assert browser.post(HERE, said).status_code == 302

    assert "2 duties moved to Response or neighbourhood officer" in text_of(browser, HERE)
    moved = Duty.objects.filter(record_id__in=["duty-1", "duty-2"])
    assert set(moved.values_list("post_ref", flat=True)) == {"post-patrol-officer"}
    to = text_of(browser_of(work["patrol-officer"]), "/force/")
    since = text_of(browser_of(work["investigator"]), "/force/")
    assert "Handed over to you from Investigator" in to
    assert "Handed over from you to Response or neighbourhood officer" in since
    assert "Court week" in to
    assert "Court week" in since


def test_nothing_chosen_is_a_sentence(work):
    answer = browser_of(work["supervisor"]).post(
        HERE, {"to_post": "post-patrol-officer", "reason": "Court week"}
    )

    assert answer.status_code == 400
    assert "Choose the duties that are to move." in answer.content.decode()


def test_a_post_filters_the_list(work):
    page = text_of(browser_of(work["supervisor"]), HERE, post="post-patrol-officer")

    assert "duties/duty-4/" in page
    assert "duties/duty-1/" not in page


def test_a_vacant_post_says_that_nobody_answers(work):
    Holding.objects.filter(post_ref="post-investigator").delete()
    Duty.objects.filter(post_ref="post-investigator").update(
        officer_ref="no-supervisor", vacant=True
    )

    page = text_of(browser_of(work["supervisor"]), HERE)

    assert "Nobody answers for 3 of them: their posts are vacant." in page
    assert "Nobody answers for this" in page


@pytest.mark.parametrize("role", ["investigator", "analyst", "call-handler", "administrator"])
def test_whoever_supervises_nothing_has_no_such_page(work, role):
    assert browser_of(work[role]).get(HERE).status_code == 404


def test_units_of_others_do_not_exist_here(work):
    browser = browser_of(work["supervisor"])

    assert browser.get(HERE, {"unit": "N1"}).status_code == 200
    assert browser.get(HERE, {"unit": "S1"}).status_code == 404
