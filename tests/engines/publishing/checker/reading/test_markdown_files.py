"""Markdown: text in, passages out; the place is the line in the Markdown."""

from engines.publishing.checker.reading.shown import items, outline, tables, texts
from peelian.engines.publishing.checker.reading.file import read

REPORT = b"""\
---
title: Calls
---
Calls by area
=============

We asked **748**[^1] people; *587*
agreed (78.4 %)[^n].

1. train
   - 5 sergeants
2. hire

[^1]: All 800 officers,
    less those on leave.
[^n]: Of those asked.

> quoted 5 <sup>1</sup> text

| Area | Calls |
|------|------:|
| North | 5 ~~6~~ |

<table><tr><td>a<td>b<tr><td>1<td>2</table>

    code 5
"""


def test_everything_in_order_and_notes_last():
    assert outline("a.md", REPORT) == [
        ("heading", "Calls by area"),
        ("paragraph", "We asked 748 people; 587 agreed (78.4 %)."),
        ("item", "train"),
        ("item", "5 sergeants"),
        ("item", "hire"),
        ("paragraph", "quoted 5 text"),
        ("table", (("Area", "Calls"), ("North", "5"))),
        ("table", (("a", "b"), ("1", "2"))),
        ("paragraph", "code 5"),
        ("paragraph", "All 800 officers, less those on leave."),
        ("paragraph", "Of those asked."),
    ]


def test_places_are_lines():
    assert [part.place for part in read("a.md", REPORT).parts] == [
        *("line 4", "line 7", "line 10", "line 11", "line 12", "line 18"),
        *("line 20", "line 24", "line 26", "line 14", "line 16"),
    ]


def test_lists_have_levels():
    assert items("a.markdown", REPORT) == [
        (1, 1, "train"),
        (1, 2, "5 sergeants"),
        (1, 1, "hire"),
    ]


def test_heading_rows_are_told():
    assert [heads for heads, _ in tables("a.md", REPORT)] == [1, 1]


def test_signs_of_markdown_that_are_text():
    assert texts("a.md", rb"5 \* 3 = 15 & 2 < 3 _not_ snake_case") == [
        "5 * 3 = 15 & 2 < 3 not snake_case"
    ]
