"""A check in a process of its own (T43, T44, T48): whatever a file does, only that process ends."""

import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from peelian.engines.publishing.checker import apart
from peelian.engines.publishing.checker.apart import TookTooLong, check_apart
from peelian.engines.publishing.checker.reading.errors import Unreadable

REPORT = b"Of 748 files, 542 were sound, which is 72.5 percent.\n"


def test_a_report_is_read_and_checked_there():
    document, checked = check_apart("report.txt", REPORT, seconds=30)

    assert document.format == "text"
    assert [passage.text for _number, passage in document.passages()] == [REPORT.decode().strip()]
    assert checked.read.sentences == 1
    assert checked.read.with_figures == 1


def test_what_its_reader_refuses_comes_back_as_a_sentence():
    with pytest.raises(Unreadable, match="empty"):
        check_apart("report.txt", b"", seconds=30)


def test_a_name_is_one_line_and_no_part_of_the_file():
    document, _checked = check_apart(f"a\nOf 3, 2 is 50%\r{'x' * 500}.txt", REPORT, seconds=30)

    assert len(document.parts) == 1


@pytest.fixture
def child(monkeypatch):
    """Puts these lines in the place of the child, after it has given up its rights."""

    def put(lines):
        program = (
            "import json, os, resource, signal, sys, time\n"
            "from peelian.engines.publishing.checker.rights import give_up_rights\n"
            "give_up_rights(int(sys.argv[1]))\n"
        ) + textwrap.dedent(lines)
        started = subprocess.Popen

        def popen(words, **more):
            assert words[-2] == apart.CHILD
            begun.append(started([*words[:-3], "-c", program, words[-1]], **more))
            return begun[-1]

        monkeypatch.setattr(apart.subprocess, "Popen", popen)
        return begun

    begun = []
    return put


def test_what_breaks_a_reader_ends_the_child_and_says_nothing_of_the_file(child, capfd):
    child("raise ValueError('words of the file')")

    with pytest.raises(Unreadable, match="could not be read: it is damaged"):
        check_apart("report.pdf", b"x", seconds=30)
    assert "words of the file" not in "".join(capfd.readouterr())


@pytest.mark.parametrize("answer", ["", "{}", '{"version": 1}', "[" * 9_999, '{"version": 2}'])
def test_an_answer_that_is_none_is_not_believed(child, answer):
    child(f"sys.stdout.write({answer!r})")

    with pytest.raises(Unreadable, match="damaged"):
        check_apart("report.pdf", b"x", seconds=30)


@pytest.mark.parametrize("sentence", ["", "no JSON", "[" * 99_999])
def test_a_refusal_that_is_none_is_not_believed(child, sentence):
    child(f"sys.stdout.write({sentence!r})\nsys.stdout.flush()\nos._exit(3)")

    with pytest.raises(Unreadable, match="damaged"):
        check_apart("report.pdf", b"x", seconds=30)


def test_what_waits_for_ever_is_ended_with_all_that_it_has_begun(child):
    """The system forbids a second process; to whom it does not, none is left."""
    begun = child(
        """
        try:
            os.fork()
        except OSError:
            pass
        time.sleep(600)
        """
    )

    began = time.monotonic()
    with pytest.raises(TookTooLong, match="stopped after 1 second"):
        check_apart("report.pdf", b"x", seconds=1)

    assert time.monotonic() - began < 20
    assert [one.returncode for one in begun] == [-9]
    assert running_in(begun[0].pid) == []


def test_what_reckons_for_ever_is_ended_by_the_system(child):
    child("resource.setrlimit(resource.RLIMIT_CPU, (1, 2))\nwhile True: pass")

    with pytest.raises(TookTooLong):
        check_apart("report.pdf", b"x", seconds=60)


def test_what_swells_is_ended(child):
    child(
        """
        try:
            held = [bytearray(100_000_000) for _ in range(20)]
        except MemoryError:
            sys.exit(4)
        """
    )

    with pytest.raises(Unreadable, match="more memory than a check may use"):
        check_apart("report.pdf", b"x", seconds=30)


RIGHTS = {
    "memory": "resource.getrlimit(resource.RLIMIT_AS)[1] <= 1_500_000_000",
    "files written": "resource.getrlimit(resource.RLIMIT_FSIZE) == (0, 0)",
    "dumps": "resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)",
    "processes": "resource.getrlimit(resource.RLIMIT_NPROC) == (0, 0)",
    "open files": "resource.getrlimit(resource.RLIMIT_NOFILE)[1] <= 64",
    "time": "resource.getrlimit(resource.RLIMIT_CPU)[0] == 30",
    "settings": "not {name for name in os.environ if name != 'LC_CTYPE'}",
    "place": "os.getcwd() == '/'",
    "isolation": "sys.flags.isolated == 1",
}


@pytest.mark.parametrize("right", RIGHTS)
def test_the_child_has_given_up(child, monkeypatch, right):
    monkeypatch.setenv("PEELIAN_SECRET_KEY", "not for strangers")
    child(f"sys.stdout.write(json.dumps(str({RIGHTS[right]})))\nsys.stdout.flush()\nos._exit(3)")

    with pytest.raises(Unreadable) as said:
        check_apart("report.pdf", b"x", seconds=30)
    assert str(said.value) == "True"


def test_it_writes_no_byte_of_a_file(child, tmp_path):
    path = tmp_path / "kept"
    child(
        f"""
        try:
            with open({str(path)!r}, "wb") as file:
                file.write(sys.stdin.buffer.read())
        except OSError as error:
            sys.stdout.write(json.dumps(error.strerror))
            sys.stdout.flush()
            os._exit(3)
        """
    )

    with pytest.raises(Unreadable, match="too large"):
        check_apart("report.pdf", b"words of the file", seconds=30)
    assert path.read_bytes() == b""


def test_the_process_knows_no_web_framework_and_no_query_engine():
    """It would only be more that a hostile file could reach, and slower to begin."""
    said = subprocess.run(
        [
            sys.executable,
            "-I",
            "-c",
            "import sys, peelian.engines.publishing.checker.child\n"
            "print({'django', 'ibis', 'duckdb', 'pyarrow', 'http', 'ssl'} & set(sys.modules))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )

    assert said.stdout.strip() == "set()"


def test_who_asks_loads_no_reader_of_formats():
    """So that the server holds none of their code, and begins no later for them."""
    said = subprocess.run(
        [
            sys.executable,
            "-I",
            "-c",
            "import sys, peelian.engines.publishing.checker.apart\n"
            "print([one for one in sys.modules if 'checker.reading.' in one])\n"
            "print({'lxml', 'pypdf', 'docx'} & set(sys.modules))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )

    own, libraries = said.stdout.splitlines()
    assert own == "['peelian.engines.publishing.checker.reading.errors']"
    assert libraries == "set()"


def running_in(group):
    """The state of each process of a group that still runs."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _parent, of = path.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(of) == group and state not in "ZX":
            found.append(state)
    return found
