"""Whatever the bytes are, the answer is a document or a sentence (T43, T44)."""

import random
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engines.publishing.checker.reading import word_writer
from engines.publishing.checker.reading.one_report import FILES
from peelian.engines.publishing.checker.reading.errors import Unreadable
from peelian.engines.publishing.checker.reading.file import read

STARTS = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<!doctype html>", b"\xff\xfe", b"{\\rtf", b"# a\n"]
TABLE = ["<table>", "<tr>", "<td>", "<td rowspan=2 colspan=3>", "</table>"]
BLOCKS = ["<ul>", "<li>", "</ul>", "<p>", "</p>", "<figure>", "<h2>", "<main>", "<form>"]
HTML_TAGS = [*TABLE, *BLOCKS, "<sup>", "</sup>", "<img>", "<br>", "1", "text."]
CELL = '<w:tcPr><w:gridSpan w:val="x"/><w:vMerge/></w:tcPr>'
STYLED = '<w:pPr><w:pStyle w:val="A"/></w:pPr>'
WORD_BLOCKS = [
    "<w:p>",
    "</w:p>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "<w:tc>",
    "<w:sdt>",
    "<w:drawing>",
]
WORD_TAGS = [*WORD_BLOCKS, "<w:r>", "<w:t>1</w:t>", "<w:ins>", "<w:del>", "<w:br/>", CELL, STYLED]
OURS = (LookupError, AttributeError, TypeError, ArithmeticError, RecursionError, AssertionError)
TIMES = 60  # changed copies of each file


def answered(name, content):
    """Read it: any error but a refusal fails the test, and so does one for a fault of ours."""
    fault = None
    try:
        assert read(name, content).parts
    except Unreadable as refusal:
        fault = refusal.__cause__
    assert not isinstance(fault, OURS), fault


def changed(content, chance):
    """A copy with a part cut out, doubled, overwritten, or cut off."""
    start = chance.randrange(len(content))
    end = min(len(content), start + chance.choice([1, 2, 8, 64, 1024]))
    middle = content[start:end]
    kind = chance.randrange(5)
    if kind == 0:
        return content[:start]
    if kind == 1:
        return content[:start] + content[end:]
    if kind == 2:
        return content[:end] + middle + content[end:]
    if kind == 3:
        return content[:start] + bytes(chance.randrange(256) for _ in middle) + content[end:]
    other = chance.randrange(len(content))
    return content[:start] + content[other : other + len(middle)] + content[end:]


def test_a_lack_of_memory_is_told_by_whoever_set_its_limit(monkeypatch):
    def lacking(content):
        raise MemoryError

    monkeypatch.setattr("peelian.engines.publishing.checker.reading.encodings.decoded", lacking)

    with pytest.raises(MemoryError):
        read("a.txt", b"It rose.")


@pytest.mark.parametrize("name", FILES)
def test_changed_bytes(name):
    chance = random.Random(20261122)

    for _ in range(TIMES):
        answered(name, changed(FILES[name], chance))


def test_changed_xml_within_a_word_file():
    """Bytes changed in a packed file only break the packing: here the parts within are changed."""
    chance = random.Random(20261122)
    with zipfile.ZipFile(BytesIO(FILES["report.docx"])) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    read_parts = ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"]

    for time in range(TIMES):
        name = read_parts[time % len(read_parts)]
        answered(
            "report.docx",
            word_writer.zipped({**members, name: changed(members[name], chance)}),
        )


@settings(max_examples=150, deadline=None)
@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=400))
def test_random_bytes(start, rest):
    answered("report", start + rest)


@settings(max_examples=100, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("ab1 .|-*•\t\n<>/#[]^:&;¹²“”—\xa0"),
        max_size=300,
    ),
    st.sampled_from(["a.txt", "a.md", "a.html"]),
)
def test_random_texts(text, name):
    answered(name, text.encode())


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(HTML_TAGS),
        max_size=60,
    )
)
def test_random_markup(tags):
    answered("a.html", b"<html>" + " ".join(tags).encode())


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORD_TAGS),
        max_size=40,
    )
)
def test_random_parts_of_a_word_file(tags):
    """Every element that is opened is closed in order, so that all this is well formed."""
    body, opened = [], []
    for tag in tags:
        if tag.startswith("</"):
            if tag[2:] not in opened:
                continue
            while (last := opened.pop()) != tag[2:]:
                body.append(f"</{last}")
        elif "/" not in tag:
            opened.append(tag[1:])
        body.append(tag)
    body += [f"</{one}" for one in reversed(opened)]

    answered("a.docx", word_writer.packed("".join(body)))
