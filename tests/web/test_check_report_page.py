"""The page that checks a report: the answer first, what does not follow in full, nothing kept."""

import io
import json
import logging
import re
import tempfile
from base64 import b64decode
from dataclasses import replace
from html import unescape

import pytest
from django.apps import apps
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from engines.publishing.checker.made_up import CHECKED, DOCUMENT, FINDINGS, NOTHING
from peelian.engines.publishing.checker.as_json import from_json
from peelian.engines.publishing.checker.findings import Verdict
from peelian.engines.publishing.checker.reading.errors import Unreadable
from peelian.engines.publishing.checker.reading.limits import FILE_BYTES
from peelian.web.public import check_shown, check_turn
from peelian.web.uploads import InMemoryAlone

pytestmark = pytest.mark.django_db
ADDRESS = "/check-a-report/"
CANARY = "Canary7f3a"
REPORT = f"Of 748 files, 542 were sound, which is 72.5 percent. {CANARY}.\n"


@pytest.fixture(autouse=True)
def quiet(monkeypatch):
    """Nobody has asked yet, and everything is served at once."""
    monkeypatch.setattr(check_turn.CHECKS, "_seen", {})
    monkeypatch.setattr(check_turn, "PATIENCE_SECONDS", 0.01)


@pytest.fixture
def check(monkeypatch):
    """What a check is said to find, and what it was asked."""

    class Check:
        document, checked, refused = DOCUMENT, CHECKED, ""
        asked = []

        def __call__(self, name, content, *, seconds):
            self.asked.append((name, content))
            if self.refused:
                raise Unreadable(self.refused)
            return self.document, self.checked

    made = Check()
    made.asked = []
    monkeypatch.setattr(check_turn, "check_apart", made)
    return made


def upload(content=None, name="report.txt"):
    return SimpleUploadedFile(name, REPORT.encode() if content is None else content, "text/plain")


def words(answer):
    """The text of a page without its elements, on one line."""
    main = answer.content.decode().partition("<main")[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def test_the_page_says_what_it_does_what_it_cannot_and_that_nothing_is_kept(client):
    answer = client.get(reverse("check-report"))

    assert answer.wsgi_request.path == ADDRESS
    said = words(answer)
    assert "which of its figures do not follow from each other" in said
    assert "It does not know whether a figure is true." in said
    assert "Nothing is kept." in said
    assert "Text, Markdown, HTML, PDF or Word (.docx), up to 10 MB and 600 pages" in said
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("page", ["home", "manual"])
def test_other_public_pages_lead_to_it(client, page):
    assert client.get(reverse(page)).content.decode().count(f'href="{ADDRESS}"') == 2


def test_the_answer_stands_first_then_what_does_not_follow(client, check):
    answer = client.post(ADDRESS, {"file": upload()})

    said = words(answer)
    order = [
        said.index(part)
        for part in (
            "What was found in report.txt",
            "2 figures do not follow from others in the report, 1 agrees, 1 cannot be checked.",
            "What does not follow Look at each in the report",
            "73.4 percent Does not follow In 587 of 748 files ( 73.4 percent ) a plan was made.",
            "Where Line 3 What was recomputed 587 of 748 is 78.48 percent What rounding allows "
            "78.4 to 78.5 percent Why it does not follow No rounding leads from one to the other.",
            "750 Does not follow Sound 542, Not sound 206, All 750",
            "542 of 748 is 72.46 percent",
            "No counts are given",
            "Read as Markdown: 4 sentences, 3 of them with figures, 9 figures, 1 table.",
            "line 12: a picture of text",
            "Nothing of the report is kept here.",
        )
    ]

    assert order == sorted(order)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert check.asked == [("report.txt", REPORT.encode())]


def test_pasted_text_is_checked_as_text(client, check):
    answer = client.post(ADDRESS, {"text": "In 587 of 748 files – 73.4 percent."})

    assert check.asked == [("pasted.txt", "In 587 of 748 files – 73.4 percent.".encode())]
    assert '<h1 class="govuk-heading-l peelian-path">What was found</h1>' in answer.content.decode()


def test_a_report_without_a_contradiction_is_not_called_true(client, check):
    check.checked = NOTHING

    said = words(client.post(ADDRESS, {"text": "x"}))

    assert "there was nothing to check" in said
    assert "That does not say that the figures are true." in said


def test_what_comes_from_a_report_stays_words(client, check):
    page = client.post(ADDRESS, {"file": upload(name="<i>x</i>.txt")}).content.decode()

    assert "Some 61 percent &lt;b&gt;agreed&lt;/b&gt;." in page
    assert "<b>agreed" not in page
    assert "<i>" not in page


def kept_files(answer):
    """Each file that lies in the page, by its name."""
    found = re.findall(
        r'href="data:[a-z/]+;charset=utf-8;base64,([^"]+)" download="([^"]+)"',
        answer.content.decode(),
    )
    return {name: b64decode(content).decode() for content, name in found}


def test_the_files_to_keep_lie_in_the_page(client, check):
    files = kept_files(client.post(ADDRESS, {"file": upload()}))

    assert from_json(files["checked-report.json"]) == (DOCUMENT, CHECKED)
    assert "<title>report.txt</title>" in files["checked-report.html"]
    assert files["checked-report.html"].count("[does not follow, note 2]") == 1


def test_a_file_too_large_for_a_link_is_left_out_and_the_command_named(client, check, monkeypatch):
    monkeypatch.setattr(check_shown, "LARGEST_FILE", 10)

    answer = client.post(ADDRESS, {"file": upload()})

    assert kept_files(answer) == {}
    assert "use: peelian check-report" in words(answer)


def test_more_findings_than_a_page_can_hold_are_counted(client, check, monkeypatch):
    monkeypatch.setattr(check_shown, "MOST_IN_FULL", 2)
    monkeypatch.setattr(check_shown, "MOST_IN_TABLE", 3)
    several = tuple(one for one in FINDINGS[:3] for _ in range(5))
    check.checked = replace(CHECKED, findings=several)

    answer = client.post(ADDRESS, {"file": upload()})

    said, page = words(answer), answer.content.decode()
    assert "5 figures do not follow from others in the report, 5 agree, 5 cannot" in said
    assert "7 findings are not shown on this page; the files to keep hold all of them." in said
    assert page.count('class="peelian-contradiction"') == 2
    assert len(json.loads(kept_files(answer)["checked-report.json"])["findings"]) == 15


@pytest.mark.parametrize(
    ("sent", "field", "sentence"),
    [
        ({}, "file", "Choose a file, or paste the text of a report."),
        ({"text": "   "}, "file", "Choose a file, or paste the text of a report."),
        ({"file": b""}, "file", "The file is empty. Choose another."),
        ({"file": b"x", "text": "x"}, "text", "Give a file or a text, not both."),
        ({"file": b"x" * (FILE_BYTES + 1)}, "file", "The file is larger than 10 MB."),
        ({"text": "x" * 1_000_001}, "text", "The text is longer than 1,000,000 signs."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_above(client, check, sent, field, sentence):
    given = {
        name: upload(value) if isinstance(value, bytes) else value for name, value in sent.items()
    }
    answer = client.post(ADDRESS, given)
    page = answer.content.decode()

    assert answer.status_code == 400
    assert "<title>Error:" in page
    assert f'<li><a href="#report-{field}">{sentence}' in page
    assert f'aria-describedby="report-{field}_helptext report-{field}_error"' in page
    assert check.asked == []


def test_what_a_reader_refuses_asks_to_choose_the_file_again(client, check):
    check.refused = "The PDF is locked with a password. Save it without one."

    said = words(client.post(ADDRESS, {"file": upload()}))

    assert (
        "The PDF is locked with a password. Save it without one. Then choose the file again."
        in said
    )


def test_pasted_text_is_still_there_after_an_error(client, check):
    check.refused = "It cannot be read."

    page = client.post(ADDRESS, {"text": "My words & figures"}).content.decode()

    assert "My words &amp; figures</textarea>" in page
    assert "Then choose the file again" not in page


def test_who_comes_while_all_places_are_taken_is_asked_to_come_back(client, check, monkeypatch):
    for _ in range(check_turn.AT_ONCE):
        check_turn._places.acquire()
    try:
        answer = client.post(ADDRESS, {"file": upload()})
    finally:
        check_turn._places.release(check_turn.AT_ONCE)

    assert answer.status_code == 503
    assert answer["Retry-After"] == "60"
    assert "Try again in a minute. Then choose the file again." in words(answer)
    assert client.post(ADDRESS, {"file": upload()}).status_code == 200


def test_a_place_is_free_again_after_a_check_that_failed(client, check):
    check.refused = "It cannot be read."

    statuses = [client.post(ADDRESS, {"text": "x"}).status_code for _ in range(4)]

    assert statuses == [400] * 4


def test_one_address_gets_its_share_of_ten_minutes(client, check, monkeypatch):
    monkeypatch.setattr(check_turn.CHECKS, "from_one", 2)

    answers = [client.post(ADDRESS, {"text": "x"}) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert "Wait ten minutes." in words(answers[2])
    assert client.post(ADDRESS, {"text": "x"}, REMOTE_ADDR="192.0.2.9").status_code == 200


def test_a_form_of_another_site_is_refused(check):
    strict = Client(enforce_csrf_checks=True)

    assert strict.post(ADDRESS, {"file": upload()}).status_code == 403
    assert check.asked == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("report.pdf", b"%PDF-1.7\n1 0 obj << /Length 99999999 >> stream"),
        ("report.docx", b"PK\x03\x04" + b"\x00" * 400),
        ("report.html", b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + b"<div>" * 50_000),
        ("report.txt", bytes(range(256)) * 40),
        ("../../etc/passwd", b"\x7fELF" + b"\x00" * 400),
    ],
)
def test_a_hostile_file_gets_a_sentence_or_an_answer_and_never_an_error(client, name, content):
    answer = client.post(ADDRESS, {"file": upload(content, name)})

    assert answer.status_code in (200, 400)
    assert "Traceback" not in answer.content.decode()
    if answer.status_code == 400:
        assert "Then choose the file again." in words(answer)


@pytest.fixture
def no_temporary_files(tmp_path, monkeypatch):
    """A temporary folder in which nothing may ever appear, and every attempt to make a file."""
    tried = []
    of_every_kind = tempfile._sanitize_params
    monkeypatch.setattr(settings, "FILE_UPLOAD_TEMP_DIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(
        tempfile, "_sanitize_params", lambda *a: (tried.append(a), of_every_kind(*a))[1]
    )
    return tried


def test_a_large_file_is_never_on_a_disk(client, check, no_temporary_files, tmp_path):
    """Django writes what is larger than 2.5 MB to the disk; not here."""
    large = b"x" * 3_000_000

    assert client.post(ADDRESS, {"file": upload(large)}).status_code == 200
    assert check.asked == [("report.txt", large)]
    assert no_temporary_files == []
    assert list(tmp_path.iterdir()) == []


def test_elsewhere_a_large_file_goes_the_usual_way(client, no_temporary_files):
    client.post("/people/sign-in/", {"file": upload(b"x" * 3_000_000)})

    assert len(no_temporary_files) == 1


def test_of_a_file_beyond_the_cap_nothing_is_held():
    taken = InMemoryAlone(most=10)
    taken.new_file("file", "a.txt", "text/plain", 0)
    for _ in range(3):
        taken.receive_data_chunk(b"12345", 0)

    file = taken.file_complete(15)

    assert (file.size, file.read()) == (15, b"")


def test_the_cap_is_for_all_files_of_a_request_together():
    taken = InMemoryAlone(most=10)
    held = []
    for _ in range(3):
        taken.new_file("file", "a.txt", "text/plain", 0)
        taken.receive_data_chunk(b"12345", 0)
        held.append(taken.file_complete(5).read())

    assert held == [b"12345", b"12345", b""]


def rows():
    """Every row of every table."""
    return {
        model._meta.label: sorted(map(repr, model._default_manager.values_list()))
        for model in apps.get_models()
    }


@pytest.mark.parametrize("sent", ["file", "text"])
def test_no_table_and_no_log_holds_anything_of_it(client, sent):
    """Its words, its name, or that it was there; read and checked as in earnest."""
    given = {"file": upload(name=f"{CANARY}.txt")} if sent == "file" else {"text": REPORT}
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logging.getLogger().addHandler(handler)
    before = rows()
    try:
        answer = client.post(ADDRESS, given)
    finally:
        logging.getLogger().removeHandler(handler)

    assert answer.status_code == 200
    assert CANARY in kept_files(answer)["checked-report.html"]
    assert rows() == before
    assert CANARY not in stream.getvalue()
    assert "peelian-session" not in client.cookies


def test_a_word_for_each_verdict_is_on_the_page(client, check):
    page = words(client.post(ADDRESS, {"file": upload()}))

    assert f"Does not follow ({CHECKED.counted()[Verdict.DOES_NOT_FOLLOW]})" in page
    assert "Agrees (1) Cannot be checked (1)" in page


def test_an_installation_that_takes_less_says_so(client, check, monkeypatch):
    monkeypatch.setattr(settings, "ATTACHMENT_BYTES", 3 * 1024 * 1024)

    assert "up to 3 MB and 600 pages" in words(client.get(ADDRESS))
    answer = client.post(ADDRESS, {"file": upload(b"x" * 3_200_000)})
    assert "The file is larger than 3 MB." in words(answer)


def test_a_name_turns_no_words_round_it(client, check):
    """U+202E would show the rest of the heading from right to left."""
    answer = client.post(ADDRESS, {"file": upload(name="a\u202egpj.txt")})

    assert "What was found in agpj.txt" in words(answer)
