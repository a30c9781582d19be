"""Attachments: what is kept, where, who gets it, and what is swept."""

import io
import os
import stat
import zipfile
from datetime import timedelta

import pytest
from django.conf import settings

from peelian.access.decide import NotAllowed
from peelian.areas.investigation.models import Investigation
from peelian.engines.registers.attachments import (
    attach,
    attachments_of,
    read_attachment,
    sweep_attachments,
)
from peelian.engines.registers.contents import EXCEL, WORD, examine, tidy_name
from peelian.engines.registers.errors import NoSuchRecord, WrongAttachment
from peelian.engines.registers.models import Attachment
from peelian.engines.registers.vault import Lost
from peelian.trail.models import Entry
from people import NOW, investigation

MEGABYTE = 1024 * 1024
PDF = b"%PDF-1.7\n%%EOF\n"


def archive(*names, types=b"<Types/>", packing=zipfile.ZIP_DEFLATED, **contents):
    """A document with parts of these names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing) as opened:
        opened.writestr("[Content_Types].xml", types)
        for name in names:
            opened.writestr(name, contents.get("of", b"<x/>"))
    return made.getvalue()


def examined(name, content):
    return examine(name, content, most_bytes=MEGABYTE)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.pdf", PDF, "application/pdf"),
        ("a.PNG", b"\x89PNG\r\n\x1a\nrest", "image/png"),
        ("a.jpeg", b"\xff\xd8\xff\xe0rest", "image/jpeg"),
        ("a.txt", "Élan".encode(), "text/plain"),
        ("a.csv", b"a,b\r\n1,2\r\n", "text/csv"),
        ("a.docx", archive("word/document.xml"), WORD),
        ("a.xlsx", archive("xl/workbook.xml", "xl/worksheets/sheet1.xml"), EXCEL),
    ],
)
def test_what_is_kept_is_told_by_its_content(name, content, kind):
    assert examined(name, content).kind == kind


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"x" * (MEGABYTE + 1), "larger than 1 MB"),
        ("a.exe", b"MZ\x90\x00", "not kept"),
        ("a.html", b"<script>", "right name"),
        ("a.pdf", b"plain text", "right name"),
        ("a.svg", b"<svg onload='x'/>", "right name"),
        ("a.txt", b"a\x00b", "not kept"),
        ("a.zip", archive("notes.txt"), "Archives are not kept"),
        ("a.docx", archive("word/document.xml", "word/vbaProject.bin"), "macros"),
        (
            "a.docx",
            archive("word/document.xml", types=b"<x ContentType='a.macroEnabled.main+xml'/>"),
            "macros",
        ),
        ("a.xlsx", archive("xl/workbook.xml", "xl/externalLinks/externalLink1.xml"), "links"),
        ("a.docx", archive("word/document.xml", "word/embeddings/oleObject1.bin"), "embedded"),
        ("a.docx", archive("word/document.xml", types=b"<!DOCTYPE x>"), "entities"),
        ("a.docx", archive("word/document.xml", "../../etc/passwd"), "lead out"),
        ("a.docx", archive("word/document.xml", "/etc/passwd"), "lead out"),
        ("a.docx", archive("word/document.xml", of=b"0" * 5_000_000), "unpacks to far more"),
        ("a.docx", archive("word/document.xml", *(f"p{n}" for n in range(1001))), "1,000 parts"),
        ("a.docx", archive("word/document.xml")[:-30], "damaged"),
    ],
)
def test_what_runs_lies_or_swells_is_not_kept(name, content, says):
    """T44."""
    with pytest.raises(WrongAttachment, match=says):
        examined(name, content)


@pytest.mark.parametrize(
    ("name", "tidied"),
    [
        ("a.pdf", "a.pdf"),
        ("../../etc/a.pdf", "a.pdf"),
        ("C:\\files\\a.pdf", "a.pdf"),
        ("a\u202efdp.exe", "afdp.exe"),
        ("a\r\nX: y.pdf", "aX: y.pdf"),
        ("x" * 200 + ".pdf", "x" * 116 + ".pdf"),
        ("", "file"),
    ],
)
def test_names_hold_no_folders_and_no_hidden_signs(name, tidied):
    assert tidy_name(name) == tidied


@pytest.fixture
def vault(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "ATTACHMENTS_ROOT", tmp_path / "attachments")
    return tmp_path / "attachments"


def attached(user, tables, content=PDF, name="notes.pdf", record_id="investigation-A"):
    return attach(
        Investigation, record_id, name=name, content=content, actor=user, at=NOW, tables=tables
    )


def read(user, tables, found, record_id="investigation-A"):
    return read_attachment(user, Investigation, record_id, found.pk, tables, at=NOW)


def test_a_file_is_kept_under_its_hash_for_the_server_alone_and_handed_out_harmlessly(
    force, tables, vault
):
    investigation("A")

    found = attached(force["patrol-officer"], tables)

    (path,) = vault.glob("*/*")
    assert path.name == found.sha256
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    served = read(force["investigator"], tables, found)
    assert (served.content, served.kind) == (PDF, "application/pdf")
    assert served.headers["Content-Disposition"] == "attachment; filename*=UTF-8''notes.pdf"
    assert served.headers["X-Content-Type-Options"] == "nosniff"
    assert [entry.verb for entry in Entry.objects.order_by("sequence")] == [
        "collected",
        "disclosed",
    ]


def test_who_may_not_change_the_record_attaches_nothing(force, tables, vault):
    investigation("A")

    with pytest.raises(NotAllowed):
        attached(force["investigator"], tables)
    with pytest.raises(NoSuchRecord):
        attached(force["other-team"], tables)
    assert not list(vault.glob("*/*"))


def test_who_sees_only_facts_or_nothing_of_the_record_gets_no_file(force, tables, vault):
    investigation("A")
    investigation("B")
    found = attached(force["patrol-officer"], tables)

    assert attachments_of(force["analyst"], Investigation, "investigation-A", tables, at=NOW) == ()
    for role, record_id in (
        ("analyst", "investigation-A"),
        ("other-team", "investigation-A"),
        ("patrol-officer", "investigation-B"),
    ):
        with pytest.raises(NoSuchRecord):
            read(force[role], tables, found, record_id)


def test_a_content_that_was_changed_on_disk_is_not_handed_out(force, tables, vault):
    investigation("A")
    found = attached(force["patrol-officer"], tables)
    (path,) = vault.glob("*/*")
    path.write_bytes(b"%PDF-1.7\nother")

    with pytest.raises(Lost, match="not what it was"):
        read(force["patrol-officer"], tables, found)


def test_only_old_orphans_are_swept(force, tables, vault):
    """T45: a content without a row is left by a kill, or is about to get its row."""
    investigation("A")
    kept = attached(force["patrol-officer"], tables)
    orphan = attached(force["patrol-officer"], tables, b"%PDF-1.7\norphan")
    young = attached(force["patrol-officer"], tables, b"%PDF-1.7\nyoung")
    Attachment.objects.exclude(pk=kept.pk).delete()
    day_before = (NOW - timedelta(hours=25)).timestamp()
    for digest, when in (
        (kept.sha256, day_before),
        (orphan.sha256, day_before),
        (young.sha256, NOW.timestamp()),
    ):
        os.utime(vault / digest[:2] / digest, (when, when))

    assert sweep_attachments(at=NOW) == 1
    assert {path.name for path in vault.glob("*/*")} == {kept.sha256, young.sha256}
