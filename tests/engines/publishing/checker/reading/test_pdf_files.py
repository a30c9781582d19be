"""PDF: letters on pages in, passages out."""

import pytest

from engines.publishing.checker.reading.pdf_writer import Box, Ink, paragraph, written
from engines.publishing.checker.reading.shown import items, outline, tables, texts, unread
from peelian.engines.publishing.checker.reading.errors import Unreadable
from peelian.engines.publishing.checker.reading.file import read

CALLS = (
    "The force answered the calls of the public as it had promised to do in its plan, and in 2023 "
    "it answered 542 of 748 within ten seconds, of which Staffordshire had 5."
)
STAFF = "It had 94 sergeants. This is 29 percent of all its sergeants in the year, as planned."


def places(content):
    return [(passage.place, passage.text) for _, passage in read("a", content).passages()]


def test_lines_of_a_paragraph_are_joined_and_paragraphs_kept_apart():
    page = [*paragraph(CALLS, 70, 700), *paragraph(STAFF, 70, 650)]

    assert texts("a", written(page)) == [CALLS, STAFF]


def test_paragraphs_that_are_only_indented_are_kept_apart():
    """Nothing but the indent of its first line tells where the second begins."""
    second = paragraph(STAFF, 70, 0)
    lines = paragraph(CALLS, 70, 700, width=410)
    y = lines[-1].y - 12
    page = [*lines, Ink(second[0].text, 85, y), Ink(second[1].text, 70, y - 12)]

    assert texts("a", written(page)) == [CALLS, STAFF]


def test_headings_are_larger_or_bold_and_may_take_two_lines():
    page = [
        *paragraph("How well the force answers the calls of the public", 70, 760, size=18),
        *paragraph(CALLS, 70, 690),
        Ink("Main findings", 70, 640, bold=True),
        *paragraph(STAFF, 70, 626),
    ]

    assert outline("a", written(page)) == [
        ("heading", "How well the force answers the calls of the public"),
        ("paragraph", CALLS),
        ("heading", "Main findings"),
        ("paragraph", STAFF),
    ]


def test_raised_digits_are_marks_of_notes():
    start = Ink("It reached 587 of 748", 70, 700)
    note = Ink("12", start.end, 704, 6)
    unit = Ink(" people in 5 km", note.end, 700)
    square = Ink("2", unit.end, 704, 6)
    ordinal = Ink(" by the 1", square.end, 700)
    page = [start, note, unit, square, ordinal, Ink("st", ordinal.end, 704, 6)]
    page += [Ink("1", 70, 104, 5), Ink("All 800 officers.", 73, 100, 8)]

    assert texts("a", written(page)) == [
        "It reached 587 of 748 people in 5 km² by the 1st",
        "All 800 officers.",
    ]


def test_bullets_written_and_drawn_with_their_levels():
    page = [
        Ink("It will:", 70, 720),
        Ink("•", 80, 700),
        *paragraph("train the 94 sergeants that it has in the north and hire", 92, 700, width=200),
        Ink("–", 100, 670),
        Ink("in May", 112, 670),
        Ink("•", 80, 655),
        Ink("hire 3.", 92, 655),
        Ink("And then it will:", 70, 635),
        Box(82, 617, 3, 3),
        Ink("begin", 92, 615),
        Box(102, 602, 3, 3),
        Ink("in June", 112, 600),
    ]

    assert items("a", written(page)) == [
        (1, 1, "train the 94 sergeants that it has in the north and hire"),
        (1, 2, "in May"),
        (1, 1, "hire 3."),
        (2, 1, "begin"),
        (2, 2, "in June"),
    ]


def test_hyphens_at_the_ends_of_lines():
    page = [
        Ink("The information on the long-term plan of the infor-", 70, 700),
        Ink("mation officers for 2021-22 and 2022-23 and the long-", 70, 688),
        Ink("term use.", 70, 676),
    ]

    assert texts("a", written(page)) == [
        "The information on the long-term plan of the information officers for 2021-22 and "
        "2022-23 and the long-term use."
    ]


def test_columns_are_read_one_after_the_other():
    left = paragraph(CALLS + " " + STAFF, 70, 700, width=200)
    half = left[: len(left) // 2]
    rest = [Ink(one.text, 320, 700 - 12 * at) for at, one in enumerate(left[len(half) :])]

    assert texts("a", written([*half, *rest])) == [CALLS + " " + STAFF]


def test_a_sentence_goes_on_over_the_end_of_a_page_and_its_notes():
    lines = paragraph(CALLS, 70, 700)
    first = [*lines[:2], Ink("1 All 800 officers.", 70, 90, 7), Ink("12", 300, 30)]
    second = [Ink(one.text, 70, 760 - 12 * at) for at, one in enumerate(lines[2:])]

    assert places(written(first, [*second, Ink("13", 300, 30)])) == [
        ("page 1", CALLS),
        ("page 1", "1 All 800 officers."),
    ]


def test_running_heads_and_page_numbers_are_left_out():
    """Heads that repeat, that change with the chapter beside a number, and numbers alone."""
    pages = [
        [
            Ink("Calls in 2023", 70, 800, 8),
            Ink(f"Chapter {number // 2}: findings", 70, 815, 8),
            Ink(f"{number}", 500, 815, 8),
            *paragraph(f"The force answered {number} calls. {CALLS}", 70, 760),
            Ink(f"Page {number} of 4", 250, 30, 8),
        ]
        for number in range(1, 5)
    ]

    assert texts("a", written(*pages)) == [
        f"The force answered {number} calls. {CALLS}" for number in range(1, 5)
    ]


def test_what_is_repeated_in_the_text_is_not_left_out():
    """It is no line or two at the edge, apart from all else."""
    page = [*paragraph(f"{CALLS} {STAFF}", 70, 790), *paragraph(STAFF, 70, 600)]

    assert texts("a", written(page, page, page)) == [f"{CALLS} {STAFF}", STAFF] * 3


def test_plain_tables_are_tables_and_others_stay_lines():
    rows = [("Area", "2022", "2023"), ("North", "1,200", "1,300"), ("South", "10", "20")]
    page = [*paragraph(CALLS, 70, 740)]
    for number, row in enumerate(rows):
        page += [Ink(cell, 70 + 100 * at, 690 - 14 * number) for at, cell in enumerate(row)]
    page += [Ink("Total", 70, 620), Ink("1,210", 170, 620), *paragraph(STAFF, 70, 606)]

    content = written(page)
    assert tables("a", content) == [(1, tuple(rows))]
    assert texts("a", content) == [CALLS, "Total | 1,210", STAFF]


def test_lists_of_contents_are_left_out():
    page = [Ink("Main findings . . . . . . . . . . . 12", 70, 700), *paragraph(STAFF, 70, 650)]

    assert texts("a", written(page)) == [STAFF]


def test_lines_stretched_to_the_width_are_no_cells():
    """Three words on a line, far apart, since the line is stretched to where the others end."""
    lines = [
        "The words of these lines are",
        "as wide as the column in it",
        "and are stretched to there",
    ]
    page = []
    for number, line in enumerate([*lines, *lines, "constabularies and noteworthy"]):
        words = line.split(" ")
        spare = (200 - sum(6 * len(word) for word in words)) / (len(words) - 1)
        x = 70.0
        for word in words:
            page.append(Ink(word, x, 700 - 12 * number))
            x = page[-1].end + spare

    assert texts("a", written(page)) == [
        " ".join([*lines, *lines, "constabularies and noteworthy"])
    ]


def test_a_page_without_text_is_reported():
    pages = [[Ink("It rose by 5.", 70, 700)], [Box(50, 50, 400, 700)], [], [Ink("End.", 70, 700)]]

    assert unread("a", written(*pages)) == [("page 2", "it holds a picture and no text")]
    assert read("a", written(*pages)).pages == 4


def test_a_file_of_pictures_only_is_refused_with_what_to_do():
    with pytest.raises(Unreadable, match=r"holds no text to check.*\(OCR\)"):
        read("a", written([Box(50, 50, 400, 700)]))


def test_too_many_pages():
    with pytest.raises(Unreadable, match=r"more than 600 pages\. Split the report"):
        read("a", written(*[[]] * 601))


def test_a_page_turned_on_its_side_is_read_as_it_is_seen():
    """Wide tables often stand so; a mark across the page is no text."""
    upright = [*paragraph(CALLS, 70, 500), *paragraph(STAFF, 70, 450)]

    assert texts("a", written(upright, turned=True)) == [CALLS, STAFF]
    assert texts("a", written([*upright, Ink("DRAFT 9", 200, 300, 40, askew=True)])) == [
        CALLS,
        STAFF,
    ]


def test_a_damaged_page_is_reported_and_the_others_read():
    content = written([Ink("It rose.", 70, 700)], [Ink("It fell.", 70, 700)])
    broken = content.replace(b"/Kids [6 0 R 8 0 R]", b"/Kids [6 0 R 9 0 R]")

    assert texts("a", broken) == ["It rose."]
    assert unread("a", broken) == [("page 2", "it is damaged")]


def test_rows_whose_cells_cannot_be_told_apart_are_no_table():
    """The figures stand no farther apart than words do: they stay on lines of their own."""
    rows = ["North 1,200 1,300", "South 1,500 1,600", "West 1,700 1,800"]
    page = [Ink(row, 70, 700 - 12 * number) for number, row in enumerate(rows)]

    assert tables("a", written(page)) == []


def test_a_locked_file_is_refused_with_what_to_do():
    with pytest.raises(Unreadable, match=r"locked with a password\. Save it without one"):
        read("a", written([Ink("It rose.", 70, 700)], locked=True))


def test_marks_of_notes_that_stand_half_a_line_higher():
    """Some programs raise them by half the size of the text, and the line goes on after them."""
    start = Ink("It reached 587 of 748", 70, 700)
    note = Ink("12", start.end, 705, 8)
    page = [start, note, Ink("respondents (78.4 percent) in May.", note.end + 6, 700)]

    assert texts("a", written(page)) == ["It reached 587 of 748 respondents (78.4 percent) in May."]


def test_bullets_drawn_after_all_the_text():
    page = [
        *paragraph("The force will train its staff and officers in:", 70, 720),
        Ink("bias;", 92, 700),
        Ink("conflict; and", 92, 685),
        Ink("the law.", 92, 670),
        *paragraph(STAFF, 70, 640),
        *(Ink("•", 80, y) for y in (700, 685, 670, 300)),
    ]

    assert outline("a", written(page)) == [
        ("paragraph", "The force will train its staff and officers in:"),
        ("item", "bias;"),
        ("item", "conflict; and"),
        ("item", "the law."),
        ("paragraph", STAFF),
    ]


def test_notes_whose_number_stands_in_a_column_of_its_own():
    """The figure goes on in the next column, and the number of the note is none of it."""
    left = paragraph(
        "The course has been attended by 94 sergeants and by 246 (39", 70, 200, width=200
    )
    note = [
        Ink("20", 70, 80),
        *paragraph("Source of it is the survey, asked in the spring.", 100, 80, width=170),
    ]
    right = paragraph("percent) of all supervisors of its staff.", 320, 700, width=200)

    assert texts("a", written([*left, *note, *right])) == [
        "The course has been attended by 94 sergeants and by 246 (39 percent) of all supervisors "
        "of its staff.",
        "Source of it is the survey, asked in the spring.",
    ]


def test_a_sentence_goes_on_after_boxes_and_quotations_on_the_next_page():
    """The box is as large as the text, and the quotation larger; both are whole."""
    lines = paragraph(CALLS, 70, 100)
    box = paragraph("Key facts: the survey had 748 answers.", 320, 300, width=150)
    quotation = paragraph("The force has done well.", 320, 500, size=14, width=200)
    rest = [Ink(one.text, 70, 760 - 12 * at) for at, one in enumerate(lines[2:])]

    assert texts("a", written(lines[:2], [*quotation, *box, *rest])) == [
        CALLS,
        "The force has done well.",
        "Key facts: the survey had 748 answers.",
    ]


def test_lines_that_a_box_makes_shorter():
    beside = paragraph(f"{STAFF} {CALLS}", 70, 700, width=250)
    under = paragraph(STAFF, 70, 500, width=400)
    box = paragraph("Key facts: the survey had 748 answers.", 360, 700, width=110)

    assert texts("a", written([*beside, *under, *box])) == [
        f"{STAFF} {CALLS}",
        STAFF,
        "Key facts: the survey had 748 answers.",
    ]


def test_contents_without_dots_are_left_out():
    """Under their title, where the numbers of the pages only go up."""
    entries = [("Summary", 1), ("How the force answers 999 calls", 1), ("Its staff", 2), ("End", 2)]
    contents = [Ink("Contents", 70, 760, 16, bold=True)]
    for number, (entry, page) in enumerate(entries):
        contents += [Ink(entry, 70, 720 - 20 * number), Ink(f"{page}", 400, 720 - 20 * number)]

    assert texts("a", written(contents, paragraph(STAFF, 70, 700))) == ["Contents", STAFF]


def test_the_first_half_of_a_broken_word_may_be_a_word():
    """ "as" and "on" are words of their own, but "sessed" and "reas" are nowhere in the text."""
    page = [
        Ink("The force was as-", 70, 700),
        Ink("sessed on it, and", 70, 688),
        Ink("this was the reas-", 70, 676),
        Ink("on for it as such.", 70, 664),
    ]

    assert texts("a", written(page)) == [
        "The force was assessed on it, and this was the reason for it as such."
    ]


def test_an_upright_page_that_viewers_lay_on_its_side_keeps_its_order():
    content = written([*paragraph(CALLS, 70, 700), *paragraph(STAFF, 70, 650)])

    assert texts("a", content.replace(b"/Rotate 0 ", b"/Rotate 90")) == [CALLS, STAFF]
