"""From number to work: rows behind a figure become a list with an owner and an end."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localtime

from peelian import catalogue
from peelian.access.seal import Seal
from peelian.areas.investigation.models import Investigation
from peelian.engines.duties.models import Duty
from peelian.engines.duties.work import WORK_RULES
from people import FORCE, NOW, investigation
from stored_rows import put_rows
from web.force.signed_in import browser_of, text_of

pytestmark = pytest.mark.django_db
FIGURE = "investigation.opened@1;2026-03;force=staffordshire"
ROWS = f"/force/figures/{FIGURE}/rows/counted/"
GIVE = f"/force/work/give/{FIGURE}/"


@pytest.fixture
def cases(force, monkeypatch):
    """Three investigations, one of which is sealed."""
    monkeypatch.setattr(catalogue, "rules", lambda: WORK_RULES)
    for ref in "ABH":
        investigation(ref, unit="N1")
    Seal.objects.create(
        force_id=FORCE,
        record_type="investigation",
        record_id="investigation-H",
        reason="sealed",
        sealed_by="service:tests",
        starts_at=NOW,
    )
    return force


def given(*refs, **more):
    day = localtime(timezone.now()).date() + timedelta(days=3)
    return {
        "row": [f"investigation-{ref}" for ref in refs],
        "title": "Read it again",
        "post_ref": "post-investigator",
        "due_on_0": str(day.day),
        "due_on_1": str(day.month),
        "due_on_2": str(day.year),
        "risk": "standard",
        "words": "",
        **more,
    }


def test_rows_have_boxes_for_whoever_hands_out_work(desk, cases):
    put_rows(desk.root, Investigation, [_row("L")], force=FORCE, source="extracts")

    page = text_of(browser_of(cases["chief-officer"]), ROWS)

    assert f'action="{GIVE}"' in page
    assert 'type="checkbox" name="row" value="investigation-L"' in page
    assert "Make work of the chosen rows" in page


def test_whoever_only_counts_gets_no_boxes(desk, cases):
    put_rows(desk.root, Investigation, [_row("L")], force=FORCE, source="extracts")

    assert "checkbox" not in text_of(browser_of(cases["analyst"]), ROWS)


def test_chosen_rows_become_a_list_that_leads_back_to_its_figure(cases):
    browser = browser_of(cases["supervisor"])
    first = browser.post(GIVE, {"row": ["investigation-A", "investigation-B"]})
    assert "2 rows become tasks, one for each." in first.content.decode()

    answer = browser.post(GIVE, given("A", "B"))

    assert answer.status_code == 302
    page = text_of(browser, answer["Location"])
    assert "0 of 2 tasks are done." in page
    assert f"/force/figures/{FIGURE}" in page
    assert "Investigation A" in page or "investigation A" in page
    duty = Duty.objects.get(of_id="investigation-A")
    owner = browser_of(cases["investigator"])
    owner.post(f"/force/work/duties/{duty.record_id}/done/", {"proof": ""})
    assert "1 of 2 tasks is done." in text_of(browser, answer["Location"]).replace(
        "tasks are", "tasks is"
    )


def test_a_sealed_row_is_never_given_whoever_names_it(cases):
    """T01, T03: a hidden row and one that does not exist are dropped alike."""
    browser = browser_of(cases["supervisor"])

    page = browser.post(GIVE, {"row": ["investigation-A", "investigation-H", "none"]})
    assert "1 row becomes a task." in page.content.decode()
    browser.post(GIVE, given("A", "H"))

    assert not Duty.objects.filter(of_id="investigation-H").exists()


def test_all_rows_of_the_page_at_once(cases):
    page = browser_of(cases["supervisor"]).post(
        GIVE, {"all": "1", "shown": ["investigation-A", "investigation-B"]}
    )

    assert "2 rows become tasks" in page.content.decode()


def test_nothing_chosen_leads_back_with_a_sentence(cases):
    answer = browser_of(cases["supervisor"]).post(GIVE, {})

    assert answer.status_code == 302
    assert answer["Location"] == ROWS


def test_a_list_shows_n_of_m_to_whoever_sees_less(cases):
    """Another team has the record now, and the supervisor sees no longer into it."""
    browser = browser_of(cases["supervisor"])
    url = browser.post(GIVE, given("A", "B"))["Location"]
    Investigation.objects.filter(record_id="investigation-B").update(unit_ref="S1")

    page = text_of(browser, url)

    assert "1 tasks shown of 2" in page
    assert "investigation-B" not in page


def test_no_number_tells_that_a_record_of_the_list_was_sealed(cases):
    """T03: with the seal the list is as long as if the record had never been in it."""
    browser = browser_of(cases["supervisor"])
    url = browser.post(GIVE, given("A", "B"))["Location"]
    Seal.objects.create(
        force_id=FORCE,
        record_type="investigation",
        record_id="investigation-B",
        reason="sealed since",
        sealed_by="service:tests",
        starts_at=NOW,
    )

    page = text_of(browser, url)

    assert "investigation-A" in page
    assert "tasks shown of" not in page
    assert "investigation-B" not in page


def test_a_list_of_others_does_not_exist(cases):
    url = browser_of(cases["supervisor"]).post(GIVE, given("A"))["Location"]

    assert browser_of(cases["other-team"]).get(url).status_code == 404
    assert browser_of(cases["supervisor"]).get("/force/work/lists/none/").status_code == 404


def _row(ref):
    return {
        "record_id": f"investigation-{ref}",
        "investigation_ref": ref,
        "opened_at": NOW,
        "month": "2026-03",
        "offence": "Burglary",
        "unit_ref": "N1",
        "state": "Open",
    }
