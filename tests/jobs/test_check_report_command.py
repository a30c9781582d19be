"""`peelian check-report`: the findings in three forms, or a sentence on why there are none."""

import io
import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from engines.publishing.checker.made_up import CHECKED, DOCUMENT, FINDINGS
from peelian.engines.publishing.checker.apart import TookTooLong
from peelian.engines.publishing.checker.as_json import from_json
from peelian.engines.publishing.checker.findings import Verdict
from peelian.engines.publishing.checker.reading.limits import FILE_BYTES
from peelian.jobs.cli import as_modules
from peelian.jobs.management.commands import check_report as command

REPORT = "Of 748 files, 542 were sound, which is 72.5 percent.\n"


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(REPORT)
    return path


@pytest.fixture
def found(monkeypatch):
    """What the check is said to find; gathers what it was asked."""
    asked = []

    def check(name, content, *, seconds):
        asked.append((name, content))
        return DOCUMENT, CHECKED

    monkeypatch.setattr(command, "check_apart", check)
    return asked


def said(capsys, *words):
    call_command("check_report", *map(str, words))
    return capsys.readouterr().out


def refusal(*words):
    with pytest.raises(CommandError) as error:
        call_command("check_report", *map(str, words))
    assert error.value.returncode == 2
    return str(error.value)


def test_a_line_for_each_finding_and_the_count_of_verdicts_last(capsys, report, found):
    lines = said(capsys, report).splitlines()

    assert found == [("report.txt", REPORT.encode())]
    assert "line 3  does not follow    73.4 percent  587 of 748 is 78.48 percent" in lines[2]
    assert lines[-1] == "agrees 1, does not follow 2, cannot be checked 1"


def test_sentences_and_one_verdict_alone(capsys, report, found):
    lines = said(capsys, report, "--sentences", "--only", "cannot-be-checked").splitlines()

    assert [line.split("  ")[1] for line in lines if line.startswith("line 5")] == [
        "cannot be checked"
    ]
    assert "    Some 61 percent <b>agreed</b>." in lines
    assert not [line for line in lines if line.startswith("line 3")]


def test_json_and_html_hold_everything(capsys, report, found, tmp_path):
    assert from_json(said(capsys, report, "--format", "json")) == (DOCUMENT, CHECKED)

    page = tmp_path / "page.html"
    assert said(capsys, report, "--format", "html", "--output", page) == ""
    written = page.read_text()
    assert "<title>report.txt</title>" in written
    assert written.count("<mark") >= len(FINDINGS)


def test_strict_ends_with_one_where_something_does_not_follow(capsys, report, found, monkeypatch):
    with pytest.raises(SystemExit) as end:
        said(capsys, report, "--strict")
    assert end.value.code == 1
    assert capsys.readouterr().out.endswith("cannot be checked 1\n")

    sound = tuple(one for one in FINDINGS if one.verdict is not Verdict.DOES_NOT_FOLLOW)
    monkeypatch.setattr(
        command, "check_apart", lambda *a, **k: (DOCUMENT, replace(CHECKED, findings=sound))
    )
    assert said(capsys, report, "--strict").endswith("does not follow 0, cannot be checked 1\n")


def test_what_cannot_be_checked_is_told_with_what_would_be_right(tmp_path, report, monkeypatch):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "large.txt").write_bytes(b"x" * (FILE_BYTES + 1))

    assert refusal(tmp_path / "none.txt") == f"There is no file {tmp_path / 'none.txt'}."
    assert "is a folder. Give one report." in refusal(tmp_path)
    assert refusal(tmp_path / "empty.txt") == "empty.txt is empty."
    assert "large.txt is larger than 10 MB. Split it" in refusal(tmp_path / "large.txt")
    assert "would write over the report itself" in refusal(report, "--output", report)
    assert "belong to the table" in refusal(report, "--format", "json", "--sentences")


def test_what_the_check_refuses_names_the_file(report, monkeypatch):
    def check(name, content, *, seconds):
        raise TookTooLong("The check was stopped after 300 seconds.")

    monkeypatch.setattr(command, "check_apart", check)

    assert refusal(report) == "report.txt: The check was stopped after 300 seconds."


def test_an_output_that_cannot_be_written_is_said(report, found, tmp_path):
    assert "could not be written: No such file" in refusal(
        report, "--output", tmp_path / "none" / "page.html"
    )


def test_standard_input_is_told_by_its_content(capsys, found, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))

    said(capsys, "-")

    assert found == [("", REPORT.encode())]


def test_a_word_that_is_no_verdict_is_answered_with_those_there_are(capsys, report):
    with pytest.raises(CommandError, match="Choose from agrees, does-not-follow, cannot-be-ch"):
        call_command("check_report", str(report), "--only", "wrong")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["peelian", "check-report", "my-report.txt"], ["check_report", "my-report.txt"]),
        (["peelian", "help", "check-report"], ["help", "check_report"]),
        (["peelian", "--version"], ["--version"]),
        (["peelian"], []),
    ],
)
def test_a_command_of_two_words_is_typed_with_a_dash(typed, meant):
    assert as_modules(typed) == ["peelian", *meant]


PROGRAM = "import sys; sys.argv[0] = 'peelian'; from peelian.jobs.cli import main; main()"


def run(home, *words, **more):
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        env={**os.environ, "PEELIAN_HOME": str(home)},
        capture_output=True,
        text=True,
        **more,
    )


def test_it_works_in_an_empty_home_and_prepares_nothing_there(tmp_path, report):
    ran = run(tmp_path / "home", "check-report", "-", "--format", "json", input=REPORT)

    assert (ran.returncode, ran.stderr) == (0, "")
    shape = json.loads(ran.stdout)
    assert shape["report"]["parts"][0]["text"] == REPORT.strip()
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["secret-key"]

    refused = run(tmp_path / "home", "check-report", "no-such-file.pdf")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == "CommandError: There is no file no-such-file.pdf.\n"


def test_its_help_names_it_as_people_type_it(tmp_path):
    assert run(tmp_path, "check-report", "--help").stdout.startswith("usage: peelian check-report ")


def test_the_name_of_a_file_steers_no_terminal(capsys, tmp_path):
    with pytest.raises(CommandError) as refused:
        call_command("check_report", str(tmp_path / "a\x1b[31m\udcff.txt"))

    assert "\x1b" not in str(refused.value)
    assert str(refused.value).endswith("a[31m.txt.")
