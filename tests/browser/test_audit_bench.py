"""A whole audit in a browser, ten files in a row by keyboard alone, a minute without network."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from journeys.hands import KEYBOARD, POINTER
from journeys.walking import come_in, look, words_of
from peelian.access.identity import clock
from peelian.areas.stop_and_search.audits import GROUNDS_AUDIT
from peelian.areas.stop_and_search.models import StopSearch
from peelian.engines.audits.models import Finding, Item, Marking, Run, Turn
from peelian.engines.audits.settling import settle_if_done
from peelian.engines.audits.sizing import Size
from peelian.web.answers import forget
from web.force.audits.benches import ANSWERS, Bench, three_auditors
from web.force.audits.searches import AT, KEY, MONTH, put, search

SCRIPT = Path(__file__).parents[2] / "verifier" / "redraw_sample.py"
FRAME = 240
DRAWN = 235
# No try to save waits longer than this for the next one, in thousandths of a second.
LONGEST_WAIT = 6_000
# A minute, in thousandths of a second, of the clock that the page reads.
MINUTE = 60_000
PLAN = {
    "title": "Grounds of October, as the inspectorate draws them",
    "first": MONTH,
    "last": MONTH,
    "design": "Random",
    "size_by": "number",
    "number": str(DRAWN),
    "second_share": "10",
    "method": "wald_finite",
    "seed_by": "named",
    "seed_source": "The main lottery numbers of 5 December 2026",
}


@pytest.fixture
def root(tmp_path, monkeypatch):
    made = tmp_path / "store"
    monkeypatch.setattr(settings, "STORE_ROOT", made)
    monkeypatch.setattr(clock, "now", lambda: AT)
    forget()
    yield made
    forget()


@pytest.fixture
def bench(site, root):
    return Bench(three_auditors(), root)


@pytest.mark.ledger("POW-03", "INS-08", "INS-09")
def test_a_whole_audit(bench, reader, tmp_path):
    """Planned, frozen, drawn, marked by two, decided by a third, counted, and drawn again."""
    put(bench.root, (search(n) for n in range(FRAME)))
    page = reader.page
    come_in(reader, bench, bench.auditor)
    reader.open(f"/force/audits/plan/{KEY}/")
    page.get_by_text("How the likely range is worked out").first.click()
    with page.expect_response(lambda one: one.url.endswith("/size/") and one.ok):
        page.locator('[name="size_by"][value="number"]').check(force=True)
        page.locator('[name="number"]').fill(str(DRAWN))
    page.get_by_text(f"{DRAWN} of {FRAME} files will be reviewed.").wait_for()
    look(reader, "audit-plan")
    assert POINTER.send(page, PLAN, "Plan the audit") == set(PLAN)
    reader.settled()
    run = Run.objects.get()
    push(reader, "Freeze the frame")
    run.refresh_from_db()
    assert run.frame_hash in words_of(reader).replace(" ", "")
    push(reader, "Enter the seed")
    POINTER.send(page, {"seed": "7 11 18 29 47 58"}, "Enter the seed")
    reader.settled()
    push(reader, "Draw the files")
    assert f"0 of {DRAWN} files are settled." in words_of(reader)

    frame, drawn = (saved(page, name, tmp_path) for name in ("Frame", "Draw"))
    line = page.locator(".peelian-code").inner_text()
    said = drawn_elsewhere(line, frame, drawn)
    assert said.returncode == 0, said.stderr
    *others, _last = frame.read_bytes().splitlines(keepends=True)
    frame.write_bytes(b"".join(others))
    assert drawn_elsewhere(line, frame, drawn).returncode == 1

    push(reader, "Mark the next file")
    answer(page, "no")
    page.get_by_text("Saved at").wait_for()
    look(reader, "audit-mark")
    finish(reader)
    second = Item.objects.filter(run=run, second=True).count()
    assert second > 1
    settle_the_rest(bench, run)

    come_in(reader, bench, bench.force["auditor-3"])
    reader.open(f"/force/audits/runs/{run.ref}/")
    push(reader, "Decide the next file")
    assert {"Reviewer 1: Yes", "Reviewer 2: No"} <= {
        one.strip() for one in page.locator(".peelian-mark__said strong").all_inner_texts()
    }
    assert "Demo auditor" not in words_of(reader)
    answer(page, "no")
    finish(reader)
    assert f"{DRAWN} of {DRAWN} files are settled." in words_of(reader)
    POINTER.follow(page, "Results")
    reader.settled()
    look(reader, "audit-results")
    told = words_of(reader)
    failed = Finding.objects.filter(question="passed", answer="no").count()
    assert f"{DRAWN - failed} of {DRAWN} files, likely range" in told
    assert f"Of {second} files that two reviewers marked, they agreed on" in told
    assert "kappa" in told

    bench.mirror()
    come_in(reader, bench, bench.force["analyst"])
    url = page.locator("a", has_text="The figure card of this result").get_attribute("href")
    reader.open(url)
    assert f"{DRAWN - failed} of {DRAWN}" in words_of(reader)

    put(bench.root, (search(n) for n in range(1, FRAME + 3)))
    come_in(reader, bench, bench.auditor)
    reader.open(f"/force/audits/runs/{run.ref}/check/")
    told = words_of(reader)
    assert "In the records themselves 4 differ by now" in told


@pytest.mark.ledger("INV-12")
def test_ten_files_by_keyboard_alone_and_a_minute_without_network(bench, reader):
    """Nobody touches a mouse; nobody loses a word, and typing is never held up."""
    put(bench.root, (search(n) for n in range(30)))
    run = bench.drawn(size=Size(total=12), second_share=0)
    page, keys = reader.page, reader.page.keyboard
    come_in(reader, bench, bench.auditor)
    reader.open(f"/force/audits/runs/{run.ref}/")
    KEYBOARD.send(page, {}, "Mark the next file")
    reader.settled()
    for file in range(10):
        weak = file == 4
        for key in ("2", "1", "1", "1", "1", "2") if weak else ("1", "1", "1", "1"):
            keys.press(key)
        if weak:
            remark(keys, "Why him?")
        assert page.evaluate("document.activeElement.hasAttribute('data-finish')")
        with page.expect_navigation():
            keys.press("Enter")
        reader.settled()
    done = Marking.objects.filter(item__run=run, done_at__isnull=False)
    assert done.count() == 10
    assert [one.answers["reasonable"] for one in done.order_by("item__position")].count("no") == 1
    assert done.get(item__position=5).words == {"cannabis-alone": "Why him?"}

    page.clock.install()
    page.reload()
    reader.settled()
    page.context.set_offline(True)
    for key in ("1", "2"):
        keys.press(key)
    page.clock.fast_forward(MINUTE)
    page.locator("[data-status]", has_text="No connection. Go on").wait_for()
    keys.press("1")
    page.clock.fast_forward(MINUTE)
    page.context.set_offline(False)
    page.clock.run_for(LONGEST_WAIT)
    page.locator("[data-status]", has_text="Saved at").wait_for()
    held = Marking.objects.get(item__run=run, done_at=None)
    assert held.answers == {"reasonable": "yes", "person": "no", "item": "yes"}

    page.context.set_offline(True)
    keys.press("3")
    keys.press("Enter")
    page.locator("[data-status]", has_text="The file is finished here").wait_for()
    page.clock.fast_forward(MINUTE)
    page.context.set_offline(False)
    with page.expect_navigation():
        page.clock.run_for(LONGEST_WAIT)
    reader.settled()
    held.refresh_from_db()
    assert held.done_at is not None
    assert held.answers["fact"] == "unclear"
    without = [one for one in reader.complaints if "ERR_INTERNET_DISCONNECTED" not in one]
    assert without == []


def remark(keys, words):
    """A remark on the last question, back from the button and on to it again."""
    for key in ("Shift+Tab", "Enter", "Tab"):
        keys.press(key)
    keys.type(words)
    keys.press("Tab")


def push(reader, name):
    """The button of this name."""
    with reader.page.expect_navigation():
        reader.page.get_by_role("button", name=name, exact=True).click()
    reader.settled()


def saved(page, link, folder):
    """The file behind this link, as a browser keeps it."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=f"{link} (CSV)").click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def drawn_elsewhere(line, frame, drawn):
    """The line of the page, run beside the downloaded files by a Python without Peelian."""
    words = shlex.split(line)
    assert words[1:3] == ["redraw_sample.py", frame.name]
    assert words[-1] == drawn.name
    return subprocess.run(
        [sys.executable, "-I", SCRIPT, *words[2:]], cwd=frame.parent, capture_output=True, text=True
    )


def answer(page, reasonable):
    """Every question of the file at hand."""
    for key, said in ANSWERS[reasonable].items():
        page.locator(f'[name="answer-{key}"][value="{said}"]').check(force=True)


def finish(reader):
    """The button at the end of the file, and the next file or the page of the run."""
    with reader.page.expect_navigation():
        reader.page.locator("[data-finish]").click()
    reader.settled()


def settle_the_rest(bench, run):
    """All other files, marked by their reviewers while nobody looks; of one they differ.

    One in ten does not pass.
    """
    table = bench.tables.table(StopSearch)
    files = {row["record_id"]: row for row in bench.tables.to_arrow(table).to_pylist()}
    items = Item.objects.filter(run=run, settled_at=None).order_by("position")
    between = items.filter(second=True).exclude(markings__done_at__isnull=False).first()
    for item in items:
        said = "no" if item.position % 10 == 0 else "yes"
        for turn, name in ((Turn.FIRST, "auditor"), (Turn.SECOND, "auditor-2")):
            if turn == Turn.FIRST or item.second:
                other = item == between and turn == Turn.SECOND
                marked(bench, item, turn, name, {"yes": "no", "no": "yes"}[said] if other else said)
        settle_if_done(item, GROUNDS_AUDIT, files[item.of_id], at=AT)


def marked(bench, item, turn, name, said):
    """A finished review, unless there is one."""
    Marking.objects.filter(item=item, turn=turn, done_at=None).delete()
    Marking.objects.get_or_create(
        item=item,
        turn=turn,
        defaults={
            "user": bench.force[name],
            "officer_ref": f"no-{name}",
            "answers": ANSWERS[said],
            "passed": ANSWERS[said]["reasonable"],
            "blind": True,
            "taken_at": AT,
            "done_at": AT,
        },
    )
