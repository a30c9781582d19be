"""No officer, no person, no recording reaches whoever is outside the force, on any page."""

import pytest
from django.utils import timezone

from engines.panels.searches import search
from matrix.canaries import canaries_in
from peelian.access.giving.seals import seal
from peelian.areas.stop_and_search.models import StopSearch
from peelian.areas.stop_and_search.panels import SCRUTINY
from peelian.engines.panels.freezing import in_frame
from peelian.engines.panels.scoring import score
from peelian.engines.procedures.asking import Answers
from peelian.records.store.reader import open_reader
from peelian.trail.models import Entry
from people import FORCE
from web.force.signed_in import raw_text_of, text_of

VIEW = {
    "answer-courteous": "yes",
    "answer-explained": "no",
    "answer-convincing": "partly",
    "answer-listened": "yes",
    "answer-dignity": "cannot-tell",
    "answer-overall": "learning",
    "words-to-officer": "Say why.",
}
GIVEN = {name.removeprefix("answer-"): said for name, said in VIEW.items() if "answer-" in name}
OFFICE_PAGES = ("", "paper/", "feedback/")


def every_page(held, role: str) -> list[str]:
    """What this reader can open of the meeting, of the commissioner's side."""
    door = "/commissioner/panels/"
    pages = [
        door,
        held.url("commissioner", thing="meetings"),
        *(f"{door}cases/{case.ref}/" for case in held.meeting.cases.all()),
    ]
    if role == "commissioner-staff":
        pages += [
            f"{door}stop_and_search.panel/",
            f"{door}stop_and_search.panel/members/",
            f"{door}stop_and_search.panel/briefing/",
            held.url("commissioner", "attendance/", "meetings"),
            held.url("commissioner", "frame.csv", "meetings"),
            *(held.url("commissioner", page) for page in OFFICE_PAGES),
        ]
    return pages


@pytest.mark.ledger("POW-20")
@pytest.mark.parametrize("role", ["panel-member", "commissioner-staff"])
def test_no_secret_reaches_the_panel_or_its_office(held, role):
    """With a word in every field, and all of them in a text; before and after they judged (T01)."""
    score(
        held.case, SCRUTINY, Answers(GIVEN, {}), actor=held.force["panel-member"], at=timezone.now()
    )
    browser = held.browser(role)
    for url in every_page(held, role):
        answer = browser.get(url)
        assert answer.status_code == 200, url
        found = {held.secrets[word] for word in canaries_in(answer) & held.secrets.keys()}
        assert not found, f"{role} met {found} at {url}"


def test_a_member_meets_the_sheet_with_its_texts_masked(held):
    told = text_of(held.browser("panel-member"), held.url("commissioner"))
    assert "[hidden: officer]" in told
    assert "places are hidden because they could say who was there" in told
    assert "Asian" not in told


@pytest.mark.parametrize(
    ("role", "door"),
    [
        ("supervisor", "force"),
        ("investigator", "force"),
        ("chief-officer", "force"),
        ("inspector", "inspectorate"),
        ("partner", "partner"),
        ("administrator", "force"),
    ],
)
def test_nobody_else_finds_case_or_meeting(held, role, door):
    browser = held.browser(role)
    for url in (held.url(door), held.url(door, thing="meetings"), held.url(door, "prepare/")):
        assert browser.get(url).status_code == 404
    missing = browser.get(f"/{door}/panels/cases/P-NONE-1/").content
    assert len(missing) == len(browser.get(held.url(door)).content)


def test_whoever_prepares_is_not_whoever_judges(held):
    """The force sees no score while the meeting goes on, and can give none."""
    auditor = held.browser("auditor")
    score(
        held.case,
        SCRUTINY,
        Answers(GIVEN, {"to-officer": "Zqwords of a member"}),
        actor=held.force["panel-member"],
        at=timezone.now(),
    )
    told = raw_text_of(auditor, held.url("force"))
    assert "Zqwords" not in told
    for page in ("paper/", "feedback/"):
        assert auditor.get(held.url("force", page)).status_code == 404
    assert auditor.post(held.url("force", "step-back/")).status_code == 404
    assert held.case.scores.count() == 1


def test_the_office_cannot_prepare_and_members_can_run_nothing(held):
    office, member = held.browser("commissioner-staff"), held.browser("panel-member")
    assert office.get(held.url("commissioner", "prepare/")).status_code == 404
    for page in ("frame.csv", "attendance/", "name/"):
        assert member.get(held.url("commissioner", page, "meetings")).status_code == 404
    assert member.post(held.url("commissioner", "close/", "meetings")).status_code == 404
    assert member.get("/commissioner/panels/stop_and_search.panel/").status_code == 404
    held.meeting.refresh_from_db()
    assert held.meeting.state == "open"


def test_that_a_frame_was_handed_out_is_in_the_trail(held):
    answer = held.browser("commissioner-staff").get(
        held.url("commissioner", "frame.csv", "meetings")
    )
    assert answer.content.startswith(b"record_id,stratum,digest\n")
    entry = Entry.objects.filter(record_ref=held.meeting.ref).order_by("sequence").last()
    assert (entry.verb, "panel frame downloaded" in entry.detail) == ("disclosed", True)


def test_a_sealed_search_comes_before_no_panel_and_leaves_it(held, settings):
    """Sealed before the frame it is in none; sealed since, its sheet is gone (C-ACC-3)."""
    case = held.case
    tables = open_reader(settings.STORE_ROOT)
    sealed = StopSearch(**search(1, record_id=case.of_id), force_id=FORCE, source="extracts")
    seal(
        record=sealed,
        members=[held.force["records-manager"]],
        reason="An investigation.",
        actor=held.force["standards-investigator"],
        at=timezone.now(),
    )
    rows = in_frame(held.meeting, SCRUTINY, tables=tables, at=timezone.now())
    assert case.of_id not in {row.record_id for row in rows}
    assert held.browser("panel-member").get(held.url("commissioner")).status_code == 404


def test_a_member_judges_on_the_page_and_is_told_what_is_missing(held):
    browser = held.browser("panel-member")
    url = held.url("commissioner")
    wrong = browser.post(url, {"answer-courteous": "yes"})
    assert wrong.status_code == 400
    assert "There is a problem" in wrong.content.decode()
    assert browser.post(url, VIEW).status_code == 302
    assert held.case.scores.get().answers == GIVEN
    assert "You judged this case on" in text_of(browser, url)


def test_rights_that_end_end_at_once(held):
    """Vetting that ran out, or an end of membership, shuts the next page (T05)."""
    browser = held.browser("panel-member")
    assert browser.get(held.url("commissioner")).status_code == 200
    held.member.vetted_until = timezone.now().date().replace(year=2020)
    held.member.save()
    assert browser.get(held.url("commissioner")).status_code == 404
    assert "You see no case yet" in text_of(browser, held.url("commissioner", thing="meetings"))
