"""Texts that were made to keep a reader busy, or to show a person other figures (T43, T48)."""

import time

import pytest

from engines.publishing.checker.reading.shown import texts, unread
from peelian.engines.publishing.checker.reading.signatures import format_of

SLOW = [
    ("x.html", b"<!---->" * 585 + b"x"),
    ("x.html", b"<!--" * 1000),
    ("x.txt", b"|||||||\n" * 20_000),
    ("x.md", b"[^1]: a\n" + b"b\n" * 150_000),
]


@pytest.mark.parametrize(("name", "content"), SLOW, ids=["comments", "open", "rules", "note"])
def test_no_text_keeps_a_reader_busy(name, content):
    began = time.process_time()
    texts(name, content)

    assert time.process_time() - began < 5


def test_a_page_may_still_begin_with_comments():
    assert format_of("x", b"<!-- a --> <!-- b -->\n<html><p>x") == "html"


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200c", "\u061c", "\U000e0041"])
def test_signs_that_turn_or_hide_figures_are_taken_out(sign):
    """Behind U+202E a browser shows 78.4 as 4.87, and the check would read another figure."""
    assert texts("x.txt", f"It was {sign}78.4 percent.".encode()) == ["It was 78.4 percent."]
    assert unread("x.txt", f"It was 7{sign}8.4 percent.".encode()) == []
