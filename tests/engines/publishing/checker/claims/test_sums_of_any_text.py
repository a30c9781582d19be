"""Whatever the words, sums, shares of money and lists come to an end and mark what is printed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engines.publishing.checker.claims.told import document
from peelian.engines.publishing.checker.claims.lists import lists
from peelian.engines.publishing.checker.claims.money import money
from peelian.engines.publishing.checker.claims.sums import sums
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.text import text_of

WORDS = st.sampled_from(
    sorted(
        words(
            "of the remaining other rest 12 307 127 £89m £2.5 36% 8p one two million officers "
            "were which leaving made up total and , ; : ( ) - . / half 70:30 including posts "
            "joined left by in all altogether every £1 making 0 about over some not men women split"
        )
    )
)
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=30).map(" ".join), min_size=1, max_size=5)


@settings(max_examples=60)
@given(LINES, st.booleans())
@pytest.mark.parametrize("find", [sums.find, money.find, lists.find])
def test_marks_stand_in_the_text_and_the_judged_figure_first(find, lines, listed):
    text = "\n".join(
        f"- {line}" if listed and number else line for number, line in enumerate(lines)
    )
    read = document(text)
    for one in find(text_of(read)):
        passage = read.parts[one.part].text
        start, end = one.marks[0]
        assert passage[start:end].strip() == one.printed.strip()
        assert all(0 <= start < end <= len(passage) for start, end in one.marks)


def test_a_long_run_of_numbers_is_no_sentence():
    text = "Of 12 " + "(3 ; 4 : 5 and the remaining 6 " * 5_000
    assert list(sums.find(text_of(document(text)))) == []
