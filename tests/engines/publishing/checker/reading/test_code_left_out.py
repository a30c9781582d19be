"""Code and what a terminal shows are left out, and said to be; plain words in a block are read."""

import pytest

from engines.publishing.checker.reading.shown import tables, texts, unread
from peelian.engines.publishing.checker.reading.code import is_code

SHELL = "(yes 7 | head -11; echo 1) | sort --lines=1 -S32b -u"
LEFT_OUT = "code, which is not checked"


@pytest.mark.parametrize(
    "text",
    [
        SHELL,
        "$ count --all 748\n$ count --found 587",
        "for (let i = 0; i < 748; i++) {\n  total[i] += 5;\n}",
        'reader.js n=2500 size="16" *** -3.76 % ±1.36%\nwriter.js n=2500 size="16" 2.1 %',
        ">>> mean(5, 748)\n>>> share(5, of_all=748)",
        "<dl>\n<dt>748</dt>\n</dl>",
    ],
)
def test_code(text):
    assert is_code(text)


@pytest.mark.parametrize(
    "text",
    [
        "We asked 748 officers; 587 (78.5%) agreed, and 161 did not.",
        "See https://example.org/report for the 748 files and/or the notes.",
        "Avon & Somerset 450\nDevon & Cornwall 300",
        "Base: n=748; sound: n=587",
        "t = 3.4, p < .001, n = 748",
        "5 -> 6 cases a day, about 20% more than in the year before it",
        "* theft (300)\n* fraud (450)",
    ],
)
def test_no_code(text):
    assert not is_code(text)


def test_a_fenced_block_of_a_named_language():
    page = b"We asked 748.\n\n```python\ncount 5 of 9\n```\n\nThey agreed.\n\n```sh\nls 5\n```\n"
    assert texts("a.md", page) == ["We asked 748.", "They agreed."]
    assert unread("a.md", page) == [("line 3 and 1 more place", LEFT_OUT)]


def test_a_fenced_block_of_plain_words_is_read():
    page = b"```text\nWe asked 748 officers.\n```\n\n```\nOf them 587 agreed.\n```\n"
    assert texts("a.md", page) == ["We asked 748 officers.", "Of them 587 agreed."]
    assert unread("a.md", page) == []


def test_preformatted_blocks_of_a_page():
    page = f"<p>Before.<pre>{SHELL}</pre><p>After.<pre>The force has 748 officers.</pre>"
    assert texts("a.html", page.encode()) == ["Before.", "After.", "The force has 748 officers."]
    assert unread("a.html", page.encode()) == [("after paragraph 1", LEFT_OUT)]
    named = b'<p>Before.<div class="highlight"><pre>count 5 of 9</pre></div>'
    assert texts("a.html", named) == ["Before."]


def test_indented_lines_of_a_text():
    code = f"The tests were:\n\n    {SHELL}\n    echo $HOME | count -l\n\nAll passed.\n"
    assert texts("a.txt", code.encode()) == ["The tests were:", "All passed."]
    assert unread("a.txt", code.encode()) == [("line 3", LEFT_OUT)]
    plain = b"The force said:\n\n    We have 748 officers.\n    Of them 587 are trained.\n"
    assert texts("a.txt", plain) == [
        "The force said:",
        "We have 748 officers. Of them 587 are trained.",
    ]


def test_an_indented_table_with_bars_is_a_table():
    table = b"The areas:\n\n    | Area  | Calls |\n    |-------|-------|\n    | North | 5     |\n"
    assert tables("a.txt", table) == [(1, (("Area", "Calls"), ("North", "5")))]
