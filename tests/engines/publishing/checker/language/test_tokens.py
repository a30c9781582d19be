"""Words, numbers and signs, each where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian.engines.publishing.checker.language.tokens import Form, tokens

REPORTS = st.text(
    alphabet="abn no.:;,-–%()/£0123456789½²\u00a0\u00ad\u2009\n'’\"±+=<>[]@x", max_size=80
)


def forms(text):
    return [(one.form.value, one.text) for one in tokens(text)]


@pytest.mark.parametrize(
    ("text", "form", "read"),
    [
        ("1,234,567", Form.NUMBER, "1,234,567"),
        ("1\u00a0234", Form.NUMBER, "1 234"),
        ("84·9", Form.NUMBER, "84·9"),
        (".05", Form.NUMBER, ".05"),
        ("12-month", Form.LABEL, "12-month"),
        ("PIP2", Form.LABEL, "pip2"),
        ("24/7", Form.LABEL, "24/7"),
        ("1.2.3", Form.LABEL, "1.2.3"),
        ("0300 123 4567", Form.LABEL, "0300 123 4567"),
        ("21st", Form.LABEL, "21st"),
        ("1990s", Form.LABEL, "1990s"),
        ("4x4", Form.LABEL, "4x4"),
        ("10:30", Form.LABEL, "10:30"),
        ("10.30 AM", Form.LABEL, "10.30 am"),
        ("31/03/2023", Form.LABEL, "31/03/2023"),
        ("2023-03-31", Form.LABEL, "2023-03-31"),
        ("https://example.org/748?of=9", Form.LABEL, "https://example.org/748?of=9"),
        ("desk.748@example.org", Form.LABEL, "desk.748@example.org"),
        ("force’s", Form.WORD, "force's"),
        ("re\u2010open", Form.WORD, "re-open"),
        ("per\u00adcent", Form.WORD, "percent"),
        ("+/-", Form.SIGN, "+/-"),
        ("±", Form.SIGN, "±"),
        ("–", Form.SIGN, "-"),
        ("％", Form.SIGN, "%"),
    ],
)
def test_one_token(text, form, read):
    assert [(one.form, one.text) for one in tokens(text)] == [(form, read)]


def test_a_full_stop_that_shortens_a_word_before_a_number_is_no_sign():
    assert forms("approx. 5") == [("word", "approx"), ("number", "5")]
    assert forms("No. 5, p. 7") == [
        ("word", "no"),
        ("number", "5"),
        ("sign", ","),
        ("word", "p"),
        ("number", "7"),
    ]
    assert forms("The answer was no. Then") == [
        *(("word", word) for word in ("the", "answer", "was", "no")),
        ("sign", "."),
        ("word", "then"),
    ]


def test_counts_with_a_slash_are_two_numbers():
    assert forms("542/748") == [("number", "542"), ("sign", "/"), ("number", "748")]


def test_what_nobody_sees_is_no_token():
    assert forms("748\u200b people\ufeff") == [("number", "748"), ("word", "people")]


def test_a_number_longer_than_any_count_is_a_label():
    assert forms("9" * 5000)[0][0] == "label"


@given(text=st.one_of(st.text(max_size=60), REPORTS))
def test_tokens_stand_in_order_within_the_text(text):
    last = 0
    for one in tokens(text):
        assert last <= one.start < one.end <= len(text)
        assert one.text
        last = one.end
