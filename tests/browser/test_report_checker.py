"""Somebody checks a report that they have read about: upload, verdicts, the report to keep."""

import json
import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Locator

from journeys.hands import KEYBOARD
from peelian.trail.models import Entry
from peelian.web.public import check_turn

ADDRESS = "/check-a-report/"
WRONG = "In 587 of 748 files (73.4 percent) a plan was made."
REPORT = f"""# What we found

Of 748 files, 542 (72.5 percent) were sound. {WRONG}

Some 61 percent of respondents agreed.
"""


@pytest.fixture(autouse=True)
def quiet(monkeypatch):
    """Nobody has asked for a check in the last ten minutes."""
    monkeypatch.setattr(check_turn.CHECKS, "_seen", {})


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    return path


def contradiction(page) -> Locator:
    return page.locator(".peelian-contradiction")


def test_a_report_is_checked_and_taken_away_with_its_figures_marked(visitor, report, tmp_path):
    page = visitor.open("/")
    page.get_by_role("main").get_by_role("link", name="Check a report").click()
    visitor.settled()
    visitor.check()

    page.get_by_label("Choose a file").set_input_files(report)
    page.get_by_role("button", name="Check").click()
    page.locator("#keep").wait_for()
    visitor.settled()
    visitor.check()

    assert page.get_by_role("heading", level=1).inner_text() == "What was found in report.md"
    assert page.locator(".peelian-answer").inner_text() == (
        "1 figure does not follow from others in the report, 1 agrees, 1 cannot be checked."
    )
    assert contradiction(page).locator("blockquote").inner_text() == WRONG
    assert "587 of 748 is 78.48" in contradiction(page).inner_text()

    with page.expect_download() as saved:
        page.get_by_role("link", name="The whole report with its figures marked").click()
    kept = tmp_path / saved.value.suggested_filename
    saved.value.save_as(kept)
    with page.expect_download() as saved:
        page.get_by_role("link", name="All findings as data").click()
    shape = json.loads(Path(saved.value.path()).read_text(encoding="utf-8"))
    assert shape["verdicts"] == {"agrees": 1, "does not follow": 1, "cannot be checked": 1}

    page.goto(kept.as_uri())
    visitor.check()
    page.get_by_role("link", name="See it in the report (note 2)").click()
    assert page.url.endswith("#figure-2")
    # The figure and its two counts, of which the first is where the note leads.
    back = page.locator('#report a[href="#note-2"]')
    assert "[does not follow, note 2]" in back.first.inner_text()
    back.first.click()
    assert page.url.endswith("#note-2")


def test_by_keyboard_alone_with_what_was_wrong_put_right(reader, site):
    page = reader.open(ADDRESS)
    KEYBOARD.send(page, {}, "Check")
    reader.settled()

    summary = page.get_by_role("alert").locator("xpath=..")
    assert summary.evaluate("box => box === document.activeElement")
    assert page.title().startswith("Error: Check a report")
    # The status says so too, of which browsers make a line in their console.
    assert [one for one in reader.complaints if "400" not in one] == []
    reader.complaints.clear()
    reader.check()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.get_by_label("Choose a file").evaluate("box => box === document.activeElement")

    KEYBOARD.send(page, {"text": WRONG}, "Check")
    reader.settled()

    reader.check()
    assert contradiction(page).locator("blockquote").inner_text() == WRONG
    KEYBOARD.follow(page, "Check another report")
    reader.settled()
    assert page.url == site + ADDRESS


def test_without_scripts(plain_reader, report):
    page = plain_reader.open(ADDRESS)
    page.get_by_label("Choose a file").set_input_files(report)
    page.get_by_role("button", name="Check").click()

    assert contradiction(page).count() == 1
    with page.expect_download() as saved:
        page.get_by_role("link", name="All findings as data").click()
    assert saved.value.suggested_filename == "checked-report.json"


def test_whoever_comes_while_others_are_served_is_asked_to_come_back(visitor, report, monkeypatch):
    monkeypatch.setattr(check_turn, "PATIENCE_SECONDS", 0.01)
    page = visitor.open(ADDRESS)
    page.get_by_label("Choose a file").set_input_files(report)
    for _ in range(check_turn.AT_ONCE):
        check_turn._places.acquire()
    try:
        page.get_by_role("button", name="Check").click()
        page.get_by_role("alert").wait_for()
    finally:
        check_turn._places.release(check_turn.AT_ONCE)
    visitor.settled()

    assert "Try again in a minute. Then choose the file again." in (
        page.get_by_role("alert").inner_text()
    )
    assert [one for one in visitor.complaints if "503" not in one] == []
    visitor.complaints.clear()
    visitor.check()


def test_nothing_of_it_is_left_on_the_disk_or_in_the_trail(reader, tmp_path, monkeypatch):
    """Larger than what Django would hold in memory; nothing appears in any folder that we have."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setattr(settings, "FILE_UPLOAD_TEMP_DIR", str(folder))
    large = tmp_path / "handed-in.html"
    picture = "data:image/png;base64," + "A" * 3_000_000
    large.write_text(f'<html><p>{WRONG}</p><img alt="" src="{picture}"></html>', encoding="utf-8")
    before = files_of_ours()
    page = reader.open(ADDRESS)

    page.get_by_label("Choose a file").set_input_files(large)
    page.get_by_role("button", name="Check").click()
    page.locator("#keep").wait_for()

    assert contradiction(page).count() == 1
    assert list(folder.iterdir()) == []
    assert files_of_ours() == before
    assert not Entry.objects.exists()


def files_of_ours():
    """Every file of the installation with its size, but for the database, which has its rows."""
    return {
        (path, path.stat().st_size)
        for path in settings.PEELIAN_HOME.rglob("*")
        if path.is_file() and "sqlite3" not in path.name
    }
