"""Numbers that count nothing, and those that only look so."""

import pytest

from engines.publishing.checker.language.seen import kinds, letters


@pytest.mark.parametrize(
    "text",
    [
        "grade 2",
        "PIP 2",
        "PIP2",
        "section 60",
        "No. 5",
        "pp. 12–14",
        "para. 4.2",
        "questions 3, 4 and 7",
        "aged 16",
        "aged 16 or 17",
        "ages 16 to 24",
        "aged 18-34",
        "aged between 16 and 24",
        "under the age of 18",
        "aged over 65",
        "victims were under 18, or so they said",
        "a 16-year-old",
        "2023/24",
        "2019-2020",
        "31 March 2023",
        "March 2023",
        "1–31 March 2023",
        "12 to 31 March",
        "5 May",
        "in 1987",
        "31/03/2023",
        "24/7",
        "8am",
        "8 am",
        "the 2010s",
        "999 calls",
        "dial 101",
        "999, 101 and 112 emergency calls",
        "emergency (999) calls",
        "a 12-month plan",
        "COVID-19",
        "(line:1, col:5)",
        "OpenLib 2.70 and OpenLib 2.74",
        "TLSv1.3",
        "a 64 bit system",
        "Sept. 30",
        "at 1313/4p, down 13/4p",
    ],
)
def test_these_hold_no_figure(text):
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("111 sergeants", ["count 111"]),
        ("(Yes:55%, No:45%)", ["percent 55", "percent 45"]),
        ("OpenLib 2.7 per cent, McDonald 1.5", ["percent 2.7", "count 1.5"]),
        ("OpenLib 2.7 million", ["count 2.7e+06"]),
        ("999 of 1,200 calls", ["count 999", "count 1200"]),
        ("101 and 85 respectively", ["count 101", "count 85"]),
        ("officers (101)", ["count 101"]),
        ("584 out of 1929 (30.3%)", ["count 584", "count 1929", "percent 30.3"]),
        ("it went out of 1929", []),
        ("1987/2450", ["count 1987", "count 2450"]),
        ("n = 2010", ["base 2010"]),
        ("aged 16 to 24, 542 of them", ["count 542"]),
        ("aged over 65, 748 people", ["count 748"]),
        ("people over 60 of whom", ["count 60"]),
        ("victims were over 60 percent of them", ["percent 60"]),
        ("grade 2 and 12 officers", ["count 12"]),
        ("section 60 – 748 searches", ["count 748"]),
        ("question 3, 56 percent", ["percent 56"]),
        ("in 2023 542 files", ["count 542"]),
        ("they may see 5", ["count 5"]),
        ("2,023 people", ["count 2023"]),
    ],
)
def test_these_do(text, figures):
    assert kinds(text) == figures


def test_dates_and_labels_have_their_own_tags():
    assert letters("On 31 March 2023 the 12-month plan at grade 2 began.") == "wdwlwwwlw."
    assert letters("They may go in May 2023.") == "wwwwd."


@pytest.mark.parametrize("text", ["²", "7² m", "³ March", "① of ②", "٣ of ٤", "1²"])
def test_digits_of_other_kinds_break_nothing(text):
    assert len(letters(text)) > 0


def test_a_number_on_which_a_hyphen_hangs_counts_nothing():
    """ "16- to 24-year-olds" and "two- to four-bedroom" name kinds."""
    assert letters("Of 300 people 16- to 24-year-olds were 40") == "onwl-wlwn"
