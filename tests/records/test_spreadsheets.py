"""What a spreadsheet would evaluate is written so that it does not, and can be read again."""

import pytest

from peelian.records.spreadsheets import harmless


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "＋1", "－1", "＠1"],
)
def test_text_that_a_spreadsheet_would_evaluate_is_made_harmless(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("value", ["Burglary", "", "a=b", "1-2", None, -1.5, 0, True])
def test_numbers_and_plain_text_stay_as_they_are(value):
    assert harmless(value) is value


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a;=1+1", "a;'=1+1"),
        ("a; @SUM(A1)", "a; '@SUM(A1)"),
        ("a|-1", "a|'-1"),
        ("a\t+1", "a\t'+1"),
        ("a\n=1", "a\n'=1"),
        ('"=1', "\"'=1"),
        ("=1;=2", "'=1;'=2"),
    ],
)
def test_nothing_is_evaluated_behind_another_separator(text, written):
    assert harmless(text) == written
