"""The whole report with its figures marked: by itself, escaped, and with verdicts in words."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engines.publishing.checker.made_up import CHECKED, DOCUMENT, FINDINGS, NOTHING
from peelian.engines.publishing.checker.annotated import CLASSES, annotated
from peelian.engines.publishing.checker.documents import Document, Passage, Table
from peelian.engines.publishing.checker.findings import Checked, Verdict
from peelian.engines.publishing.checker.marking import marked


class Page(HTMLParser):
    """What stands in a page: its elements, attributes and text, and that all is closed again."""

    EMPTY = frozenset({"meta"})

    def __init__(self, text):
        super().__init__()
        self.elements, self.attributes, self.words, self.open = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        self.attributes.extend(attrs)
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return "".join(self.words)

    def values(self, name):
        return [value for attribute, value in self.attributes if attribute == name]


@pytest.fixture
def page():
    return Page(annotated(DOCUMENT, CHECKED, title="A <report> & more"))


def test_every_passage_and_cell_is_there_with_its_place(page):
    assert "What we found line 1" in page.text
    for words in ("Not sound", "Files by kind & year (line 7)", "Some ", "were sound. In 587 of"):
        assert words in page.text


def test_a_marked_figure_says_its_verdict_in_words(page):
    assert "(72.5 percent [agrees, note 1]) were sound" in page.text
    assert "(73.4 percent [does not follow, note 2]) a plan" in page.text
    assert "Some 61 percent [cannot be checked, note 3] <b>agreed</b>." in page.text
    assert "750 [does not follow, note 4]" in page.text


def test_the_summary_and_what_does_not_follow_stand_first(page):
    order = [
        page.text.index(words)
        for words in (
            "2 figures do not follow from others in the report, 1 agrees, 1 cannot be checked.",
            "It does not know whether a figure is true",
            "What could not be read",
            "What does not follow (2)",
            "587 of 748 is 78.48 percent; rounding allows 78.4 to 78.5 percent",
            "What agrees (1)",
            "What cannot be checked (1)",
            "The report as it was read",
        )
    ]

    assert order == sorted(order)


def test_each_note_leads_to_its_figure_and_back(page):
    ids, links = page.values("id"), page.values("href")

    assert len(ids) == len(set(ids))
    assert {link[1:] for link in links} <= set(ids)
    for number in range(1, 5):
        assert f"#note-{number}" in links
        assert f"#figure-{number}" in links
    # Of the cells of a table only the one that is judged leads to the note.
    assert links.count("#note-4") == 1


def test_it_stands_by_itself_and_runs_nothing(page):
    assert not {"script", "link", "img", "iframe", "object", "form", "base"} & set(page.elements)
    assert not page.values("src")
    assert not page.values("style")
    assert all(link.startswith("#") for link in page.values("href"))
    assert not [name for name, _value in page.attributes if name.startswith("on")]
    assert ("lang", "en-GB") in page.attributes
    assert page.elements.count("h1") == 1
    assert page.open == []


def test_what_came_from_the_report_stays_words(page):
    assert "b" not in page.elements
    assert "A <report> & more" in page.text


HOSTILE = "\"><script>alert(1)</script><!--'</style>"


def test_no_field_of_a_finding_or_a_report_opens_an_element():
    parts = (Passage(HOSTILE, HOSTILE), Table(((HOSTILE,),), HOSTILE, HOSTILE))
    found = [
        replace(
            FINDINGS[0], sentence=HOSTILE, place=HOSTILE, part=part, start=0, end=len(HOSTILE),
            marks=mark, printed=HOSTILE, computed=HOSTILE, allowed=HOSTILE, because=HOSTILE,
        )
        for part, mark in ((0, ((0, 4),)), (0, ()), (1, ((0, 0),)), (1, ((9, 9),)))
    ]  # fmt: skip
    document = Document(HOSTILE, parts)
    page = Page(annotated(document, Checked(tuple(found), CHECKED.read), title=HOSTILE))

    assert "script" not in page.elements
    assert page.elements.count("style") == 1
    for number in range(1, 5):
        assert f"figure-{number}" in page.values("id")


def test_a_report_without_findings_is_shown_as_it_was_read():
    page = Page(annotated(DOCUMENT, NOTHING))

    assert "nothing to check" in page.text
    assert "note" not in page.values("class")
    assert "In 587 of 748 files (73.4 percent)" in page.text


spans = st.tuples(st.integers(0, 14), st.integers(0, 14)).map(sorted).map(tuple)


@given(
    text=st.text("ab<&", max_size=12),
    marks=st.lists(st.tuples(st.integers(1, 4), st.sampled_from(Verdict), spans), max_size=4),
)
def test_overlapping_marks_lose_no_word_and_no_note(text, marks):
    page = Page(marked(text, marks, classes=CLASSES))

    assert re.sub(r" \[[a-z ]+, note \d\]", "", page.text) == text
    ids = page.values("id")
    assert sorted(ids) == sorted({f"figure-{number}" for number, _verdict, _span in marks})
    assert page.open == []


def test_where_marks_overlap_the_gravest_gives_its_look():
    written = marked(
        "75 percent",
        [(1, Verdict.AGREES, (0, 10)), (2, Verdict.DOES_NOT_FOLLOW, (0, 2))],
        classes=CLASSES,
    )

    assert '<mark class="wrong">75</mark>' in written
    assert '<mark class="agrees"> percent</mark>' in written
