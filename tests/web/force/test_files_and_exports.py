"""Files that belong to records, and rows that leave: with a reason, a cap and harmless cells."""

import csv
import io
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from peelian.access.giving.seals import seal
from peelian.access.identity.visit import Visit
from peelian.areas.investigation.models import Investigation
from peelian.engines.registers.models import Following
from peelian.trail.models import Entry
from people import investigation
from web.force.signed_in import browser_of, text_of

pytestmark = pytest.mark.django_db
RECORD = "/force/records/investigation/investigation-A/"
FILES = f"{RECORD}files/"
TAKE = "/force/records/investigation/take-out/"
ASKED = {"reason": "task", "form": "csv", "words": "for the monthly check"}


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch, settings):
    """Files and exports of one test go nowhere else."""
    settings.PEELIAN_HOME = tmp_path / "home"


@pytest.fixture
def cases(force):
    investigation("A", unit="N1", summary="=1+1 and more")
    investigation("C", unit="S1")
    return force


def a_file(content=b"A plain text of a witness.", name="statement.txt"):
    return {"file": SimpleUploadedFile(name, content, "text/plain")}


def test_a_file_is_kept_and_handed_out_as_nothing_that_runs(cases):
    browser = browser_of(cases["supervisor"])

    assert browser.post(FILES, a_file())["Location"] == f"{RECORD}#files"
    page = text_of(browser, RECORD)
    assert "statement.txt" in page
    assert "Demo supervisor" in page
    link = re.search(r'href="([^"]+/files/\d+/)"', page)[1]
    answer = browser.get(link)

    assert answer.content == b"A plain text of a witness."
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    assert "sandbox" in answer["Content-Security-Policy"]


def test_a_file_is_not_handed_to_whoever_may_not_open_its_record(cases):
    browser_of(cases["supervisor"]).post(FILES, a_file())
    other = browser_of(cases["other-team"])

    assert other.get(f"{FILES}1/").content == other.get(f"{FILES}999/").content
    assert other.post(FILES, a_file()).status_code == 404


@pytest.mark.parametrize(
    ("sent", "said"),
    [({}, "Choose a file first"), (a_file(b"", "nothing.txt"), "empty")],
)
def test_what_is_wrong_with_a_file_is_said_on_the_page(cases, sent, said):
    browser = browser_of(cases["supervisor"])
    browser.post(FILES, sent)

    assert said in text_of(browser, RECORD)


def test_rows_leave_with_a_reason_and_cells_that_no_spreadsheet_runs(cases):
    browser = browser_of(cases["supervisor"])

    page = text_of(browser, f"{TAKE}?unit_ref=N1")
    assert "Why you take them out" in page
    assert "N1" in page
    answer = browser.post(f"{TAKE}?unit_ref=N1", ASKED)
    state = text_of(browser, answer["Location"])
    assert "The file is made." in state
    file = browser.get(f"{answer['Location']}file/")

    whose, table = file.content.decode("utf-8-sig").split("\r\n", 1)
    rows = list(csv.DictReader(io.StringIO(table)))
    assert "Taken out by Demo supervisor" in whose
    assert [row["investigation_ref"] for row in rows] == ["A"]
    assert rows[0]["summary"].startswith("'=1+1")
    assert file["Content-Disposition"].startswith("attachment")
    entry = Entry.objects.filter(verb="disclosed").latest("sequence")
    assert "investigation" in entry.record_type + entry.detail


def test_an_export_without_a_reason_is_refused(cases):
    answer = browser_of(cases["supervisor"]).post(TAKE, {"form": "csv"})

    assert answer.status_code == 400
    assert b"Choose why you take them out." in answer.content


def test_an_export_is_its_askers_own(cases):
    mine = browser_of(cases["supervisor"]).post(TAKE, ASKED)["Location"]
    other = browser_of(cases["analyst"])

    assert other.get(mine).status_code == 404
    assert other.get(mine).content == other.get("/no-such-page/").content
    assert other.get(f"{mine}file/").status_code == 404


def test_taking_out_wants_fresh_proof(cases):
    supervisor = cases["supervisor"]
    browser = browser_of(supervisor)
    Visit.objects.filter(user=supervisor).update(proved_at=timezone.now() - timedelta(minutes=6))

    answer = browser.post(TAKE, ASKED)

    assert answer.status_code == 302
    assert answer["Location"].startswith("/people/again/")


@pytest.mark.parametrize("role", ["patrol-officer", "chief-officer", "call-handler"])
def test_whoever_may_not_disclose_is_offered_no_export(cases, role):
    browser = browser_of(cases[role])

    assert "as a file" not in text_of(browser, "/force/records/investigation/")
    assert browser.get(TAKE).status_code == 404


def test_following_brings_a_notice_that_can_be_put_away(cases):
    follower, writer = browser_of(cases["records-manager"]), browser_of(cases["supervisor"])
    follower.post(f"{RECORD}follow/")
    assert "Stop following" in text_of(follower, RECORD)

    writer.post(FILES, a_file())

    first = text_of(follower, "/force/")
    assert "A record that you follow has a new attachment." in first
    away = re.search(r'action="(/force/notices/\d+/read/)"', first)[1]
    follower.post(away)
    assert "new attachment" not in text_of(follower, "/force/")
    follower.post(f"{RECORD}follow/")
    assert "Stop following" not in text_of(follower, RECORD)


def test_a_notice_and_a_followed_record_go_with_the_right_to_see_them(cases):
    follower, writer = browser_of(cases["records-manager"]), browser_of(cases["supervisor"])
    follower.post(f"{RECORD}follow/")
    writer.post(FILES, a_file())
    assert "new attachment" in text_of(follower, "/force/")

    seal(
        record=Investigation.objects.get(investigation_ref="A"),
        members=[cases["standards-investigator"]],
        reason="concerns staff",
        actor=cases["chief-officer"],
        at=timezone.now(),
    )

    page = text_of(follower, "/force/")
    assert "new attachment" not in page
    assert "investigation-A" not in page
    assert follower.post(f"{RECORD}follow/").status_code == 404
    assert not Following.objects.exists()
