"""The same report says the same in every format, whatever the file is called."""

import pytest

from engines.publishing.checker.reading.one_report import FILES, SENTENCES
from engines.publishing.checker.reading.shown import outline
from peelian.engines.publishing.checker.reading.file import read


@pytest.mark.parametrize("name", FILES)
def test_every_format_says_the_same(name):
    assert outline(name, FILES[name]) == SENTENCES


@pytest.mark.parametrize("name", FILES)
def test_the_format_is_told_from_the_content(name):
    """A wrong name is no failure; only Markdown and text look so alike that the name decides."""
    wrong = "report.md" if name.endswith(".md") else "report.xyz"

    assert outline(wrong, FILES[name]) == SENTENCES


def test_the_format_is_named_in_words():
    formats = [read(name, content).format for name, content in FILES.items()]

    assert formats == ["text", "Markdown", "HTML", "Word", "PDF"]


def test_places_tell_where_to_look_in_the_original():
    last = {name: read(name, content).parts[-1].place for name, content in FILES.items()}

    assert last == {
        "report.txt": "line 22",
        "report.md": "line 22",
        "report.html": "paragraph 9",
        "report.docx": "paragraph 9",
        "report.pdf": "page 1",
    }


def test_only_a_pdf_has_pages():
    assert {name: read(name, content).pages for name, content in FILES.items()} == {
        "report.txt": 0,
        "report.md": 0,
        "report.html": 0,
        "report.docx": 0,
        "report.pdf": 1,
    }
