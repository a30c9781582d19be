"""The daily meeting: what is late and dangerous, what was decided, and whether it was done."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localtime

from peelian import catalogue
from peelian.engines.duties.models import Duty
from peelian.engines.duties.work import WORK_RULES
from peelian.spine.suspect import Suspect
from people import FORCE, investigation
from web.force.signed_in import browser_of, text_of
from web.force.work.duties_at_hand import RULES, a_duty

pytestmark = pytest.mark.django_db
HERE = "/force/work/pacesetter/"


@pytest.fixture
def meeting(case, force, monkeypatch):
    """The three rules, and those by which work is handed out."""
    monkeypatch.setattr(catalogue, "rules", lambda: (*WORK_RULES, *RULES))
    return force


def decision(**more):
    tomorrow = localtime(timezone.now()).date() + timedelta(days=1)
    said = {
        "words": "Put two officers on D-1",
        "post_ref": "post-investigator",
        "due_on_0": str(tomorrow.day),
        "due_on_1": str(tomorrow.month),
        "due_on_2": str(tomorrow.year),
    }
    return said | more


def suspect(ref, **more):
    return Suspect.objects.create(
        record_id=f"suspect-{ref}",
        source="typed",
        force_id=FORCE,
        suspect_ref=ref,
        named_at=timezone.now(),
        month="2026-03",
        unit_ref="N1",
        **{"risk_band": "High", "state": "Named, not located", **more},
    )


@pytest.mark.ledger("GOV-05")
def test_a_decision_gets_an_owner_and_an_end_and_stands_there_until_it_is_done(meeting):
    browser = browser_of(meeting["supervisor"])

    assert browser.post(HERE, decision()).status_code == 302

    page = text_of(browser, HERE)
    assert "Today's decisions: 1" in page
    assert "Put two officers on D-1" in page
    made = Duty.objects.get(rule="work.decision")
    assert made.post_ref == "post-investigator"
    mine = text_of(browser_of(meeting["investigator"]), "/force/")
    assert "Decisions that you carry out (1)" in mine
    assert "Put two officers on D-1" in mine


@pytest.mark.ledger("GOV-05")
def test_the_next_day_says_whether_it_was_done(meeting):
    browser = browser_of(meeting["supervisor"])
    browser.post(HERE, decision())
    Duty.objects.update(started_at=timezone.now() - timedelta(days=1))
    assert "Yesterday's decisions: 0 of 1 done" in text_of(browser, HERE)

    duty = Duty.objects.get(rule="work.decision")
    owner = browser_of(meeting["investigator"])
    owner.post(f"/force/work/duties/{duty.record_id}/done/", {"proof": "They went at noon"})
    Duty.objects.update(started_at=timezone.now() - timedelta(days=1))

    assert "Yesterday's decisions: 1 of 1 done" in text_of(browser, HERE)


def test_a_decision_without_owner_or_words_is_refused_in_sentences(meeting):
    answer = browser_of(meeting["supervisor"]).post(HERE, decision(words="", post_ref=""))

    assert answer.status_code == 400
    page = answer.content.decode()
    assert "Write what was decided." in page
    assert "Choose who does it." in page


@pytest.mark.ledger("OFF-03")
def test_late_and_dangerous_by_unit_and_suspects_without_an_action(meeting, case):
    a_duty(case, hours=-4, risk="high")
    a_duty(case, hours=-4, matter="other")
    suspect("S-1")
    suspect("S-2", next_action_set_at=timezone.now())
    suspect("S-3", risk_band="Standard")
    suspect("S-4", state="Charged")

    page = text_of(browser_of(meeting["supervisor"]), HERE)

    assert "Late and high risk: 1" in page
    assert "North team one" in page
    assert "High-risk suspects without a next action: 1" in page
    assert "suspect-S-1" in page
    assert "suspect-S-4" not in page


def test_the_wall_shows_counts_and_references_and_no_name_nor_free_text(meeting, case):
    a_duty(case, hours=-4, risk="high")
    browser = browser_of(meeting["supervisor"])
    browser.post(HERE, decision())

    wall = text_of(browser, HERE, wall="")

    assert "N1: 1 (A)" in wall
    assert "Put two officers" not in wall
    assert "Demo" not in wall[wall.index("peelian-wall") : wall.index("Back to the meeting")]


def test_the_wall_reloads_until_somebody_stops_it(meeting):
    """WCAG 2.2.1 and 2.2.2: what moves by itself can be stopped."""
    browser = browser_of(meeting["supervisor"])

    assert browser.get(HERE, {"wall": ""}).headers["Refresh"] == "60"
    assert "Refresh" not in browser.get(HERE, {"wall": "", "still": ""}).headers
    assert "Refresh" not in browser.get(HERE).headers


def test_a_wall_that_reloads_keeps_no_visit_open(meeting):
    """C-SES-1: a page that asks by itself is no sign that anybody is there."""
    browser = browser_of(meeting["supervisor"])
    visit = meeting["supervisor"].visits.latest("id")
    before = visit.seen_at - timedelta(minutes=10)
    type(visit).objects.filter(pk=visit.pk).update(seen_at=before)

    browser.get(HERE, {"wall": ""})

    visit.refresh_from_db()
    assert visit.seen_at == before


@pytest.mark.parametrize("role", ["investigator", "analyst", "call-handler", "partner"])
def test_whoever_supervises_nothing_has_no_such_page(meeting, role):
    door = "partner" if role == "partner" else "force"

    assert browser_of(meeting[role]).get(f"/{door}/work/pacesetter/").status_code == 404


def test_the_chief_officer_meets_over_the_whole_force(meeting):
    south = investigation("C", unit="S1", officer="no-other-team")
    a_duty(south, whose="other-team", unit_ref="S1", hours=-4, risk="high")

    page = text_of(browser_of(meeting["chief-officer"]), HERE)

    assert "Late and high risk: 1" in page
    assert "South team one" in page
