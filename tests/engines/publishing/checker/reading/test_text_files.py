"""Plain text: lines in, passages out."""

import pytest

from engines.publishing.checker.reading.shown import items, outline, tables, texts, unread
from peelian.engines.publishing.checker.reading.file import read

LONG = "The force answered the calls of the public as it had promised to do in its plan for 2023."


def places(text):
    return [(passage.place, passage.text) for _, passage in read("a", text.encode()).passages()]


def test_a_line_is_a_passage_and_its_place_is_its_line():
    assert places(f"{LONG} {LONG}\n\n{LONG} It had 45.\n") == [
        ("line 1", f"{LONG} {LONG}"),
        ("line 3", f"{LONG} It had 45."),
    ]


def test_wrapped_lines_are_joined():
    """All lines are short, and the first is full: "agreed" would not have fitted on it."""
    wrapped = """\
In our survey we found that 78.4 percent of respondents (587 of 748)
agreed with this. In the year before it was 76.1 percent. Of the 12
Staffordshire sergeants, 5 agreed.
A new line begins here, for the one above is not full.
"""

    assert places(wrapped) == [
        (
            "line 1",
            "In our survey we found that 78.4 percent of respondents (587 of 748) agreed with "
            "this. In the year before it was 76.1 percent. Of the 12 Staffordshire sergeants, "
            "5 agreed.",
        ),
        ("line 4", "A new line begins here, for the one above is not full."),
    ]


def test_in_a_text_of_long_lines_only_the_rest_of_a_sentence_is_joined():
    text = f"{LONG} {LONG}\n{LONG.removesuffix('.')} and\nafter it\nThe end\nof it"

    assert texts("a", text.encode()) == [
        f"{LONG} {LONG}",
        f"{LONG.removesuffix('.')} and after it",
        "The end",
        "of it",
    ]


def test_a_word_broken_at_the_end_of_a_line():
    """Known words stay whole, known pairs keep their hyphen, and so do figures."""
    text = """\
The information that we have for those who work in the force and its infor-
mation officers is for the years 2021-22, 2022-23 and the long-term and 2023-
24, and for the long-
term only.
"""

    assert texts("a", text.encode()) == [
        "The information that we have for those who work in the force and its information "
        "officers is for the years 2021-22, 2022-23 and the long-term and 2023-24, and for the "
        "long-term only."
    ]


def test_short_lines_before_text_are_headings():
    text = "Main findings\n\nIt answered 5 calls.\n\nHow good is it?\n\nThe end\n"

    assert outline("a", text.encode()) == [
        ("heading", "Main findings"),
        ("paragraph", "It answered 5 calls."),
        ("heading", "How good is it?"),
        ("paragraph", "The end"),
    ]


def test_lines_that_only_underline_are_no_text():
    text = "Main findings\n=============\nIt answered 5 calls.\n* * *\n"

    assert outline("a", text.encode()) == [
        ("heading", "Main findings"),
        ("paragraph", "It answered 5 calls."),
    ]


def test_items_of_one_list_belong_together_over_blank_lines():
    text = "It will:\n\n• train 5\n\n• hire 3\n• close 1.\n\nAnd it will:\n- begin\n- end\n"

    assert items("a", text.encode()) == [
        (1, 1, "train 5"),
        (1, 1, "hire 3"),
        (1, 1, "close 1."),
        (2, 1, "begin"),
        (2, 1, "end"),
    ]


def test_nested_items_by_indent_and_by_mark():
    text = "1. first\n   - inner\n   - inner too\n2. second\n• a bullet\no within it\n• a bullet\n"

    assert items("a", text.encode()) == [
        (1, 1, "first"),
        (1, 2, "inner"),
        (1, 2, "inner too"),
        (1, 1, "second"),
        (1, 2, "a bullet"),
        (1, 3, "within it"),
        (1, 2, "a bullet"),
    ]


def test_an_item_goes_on_in_the_lines_under_it():
    text = "- it trained 94 sergeants,\n  who are all it has\n\n  They liked it.\n- it hired 3\n"

    assert outline("a", text.encode()) == [
        ("item", "it trained 94 sergeants, who are all it has"),
        ("paragraph", "They liked it."),
        ("item", "it hired 3"),
    ]
    assert {number for number, _, _ in items("a", text.encode())} == {1}


def test_a_wrapped_line_may_begin_like_an_item():
    text = "The force found this in the reports of its inspectors, of which section\n3. says so.\n"

    assert texts("a", text.encode()) == [text.replace("\n", " ").strip()]


@pytest.mark.parametrize(
    "text",
    [
        "| Area | 2022 | 2023 |\n|---|---|---|\n| North | 1,200 | 1,300 |\n",
        "Area\t2022\t2023\nNorth\t1,200\t1,300\n",
    ],
)
def test_tables_of_pipes_and_tabs(text):
    assert tables("a", text.encode()) == [
        (1, (("Area", "2022", "2023"), ("North", "1,200", "1,300")))
    ]


def test_tables_by_wide_gaps_may_have_nothing_over_the_names():
    text = "         2022    2023\nNorth   1,200   1,300\nSouth      10      20\n"

    assert tables("a", text.encode()) == [
        (1, (("", "2022", "2023"), ("North", "1,200", "1,300"), ("South", "10", "20")))
    ]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("587 of 748¹ agreed.", "587 of 748 agreed."),
        ("587 of 748 ¹. Then", "587 of 748. Then"),
        ("It rose¹,² to 5.", "It rose to 5."),
        ("It covers 5 km² and 3 m².", "It covers 5 km² and 3 m²."),
        ("That is 3 × 10⁵ calls.", "That is 3 × 10⁵ calls."),
        (
            "80 percent (+/-\n5.0) of the calls that it had in the year.",
            "80 percent (+/- 5.0) of the calls that it had in the year.",
        ),
        ("It rose[3] to 5.", "It rose to 5."),
        ("the ﬁrst eﬃcient oﬃce", "the first efficient office"),
        ("co\xadoperate,\u200b then", "cooperate, then"),
        ("1\xa0600 of\xa0the 2\u202f000", "1\xa0600 of the 2\u202f000"),
        ("two  spaces\tand a tab", "two spaces and a tab"),
    ],
)
def test_characters_are_put_in_order(written, read_as):
    assert texts("a", written.encode()) == [read_as]


@pytest.mark.parametrize(
    "content",
    [
        "Café: £5 – 78 %".encode(),
        b"\xef\xbb\xbf" + "Café: £5 – 78 %".encode(),
        "\ufeffCafé: £5 – 78 %".encode("utf-16-le"),
        "\ufeffCafé: £5 – 78 %".encode("utf-16-be"),
        "Café: £5 – 78 %".encode("cp1252"),
    ],
)
def test_encodings(content):
    assert texts("a", content) == ["Café: £5 – 78 %"]
    assert unread("a", content) == []


def test_characters_that_had_to_be_replaced_are_reported():
    content = "£5 for 12 calls \x81 and more, with 100 of 200 answered.".encode("latin-1")

    assert unread("a", content) == [("the file", "1 of its characters could not be decoded")]


def test_line_ends_of_all_systems_and_ends_of_pages():
    assert places("First one.\r\nSecond one.\rThird one.\n\fFourth one.") == [
        ("line 1", "First one."),
        ("line 2", "Second one."),
        ("line 3", "Third one."),
        ("line 4", "Fourth one."),
    ]


def test_a_wrapped_line_that_closes_a_bracket_goes_on():
    text = b"""\
Most of those who were found in the whole year were from the UK (24%;
1,105), Albanian (17%; 791) and Vietnamese (11%; 493), and the others from
other countries, as in all of the years before this one (of whom there were
25) and are not told here.
- of them a few are known (about
12) by name
- one is lost
"""
    assert texts("a.txt", text) == [
        "Most of those who were found in the whole year were from the UK (24%; 1,105), Albanian "
        "(17%; 791) and Vietnamese (11%; 493), and the others from other countries, as in all of "
        "the years before this one (of whom there were 25) and are not told here.",
        "of them a few are known (about 12) by name",
        "one is lost",
    ]


def test_items_with_brackets_of_their_own_stay_apart():
    assert texts("a.txt", b"We asked (twice):\n\n1) 748 officers\n2) 235 staff\n") == [
        "We asked (twice):",
        "748 officers",
        "235 staff",
    ]
