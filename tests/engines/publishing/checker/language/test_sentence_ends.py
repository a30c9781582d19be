"""Where one sentence ends, and full stops that end none."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian.engines.publishing.checker.language.sentences import sentences

_NUMBERED = ("Of 30 files 12 were sound.", "The rest were lost.")


def split(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It was approx. 5 per cent of all.",
        "J. Peel founded it in 1829.",
        "See No. 5 for 12 of them.",
        "It made Rs. 87 million.",
        "Of 3.5 million, 12 left.",
        "The rate was 2019.4 a day.",
        "It was 1.4 million - about 12 of 30.",
        "The force - 748 officers - grew.",
        "Fig. 2 shows 78.4 percent.",
        "In St. Peter 12 were found.",
        "They (i.e. 12 of 30) agreed.",
        "Of these, e.g. 12, some left.",
        "It rose 78.4 percent",
        "The list etc. ended.",
    ],
)
def test_one_sentence(text):
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("We saw 748. Of these, 542 were sound.", "We saw 748.", "Of these, 542 were sound."),
        ("Was it 5%? It was not.", "Was it 5%?", "It was not."),
        ("It was 78.4 percent.) 12 left.", "It was 78.4 percent.)", "12 left."),
        ("He said “12.” Then 13.", "He said “12.”", "Then 13."),
        ("12 of 30\n5 of 9", "12 of 30", "5 of 9"),
        ("They had bags etc. Twelve left.", "They had bags etc.", "Twelve left."),
        (
            "Of 900, 504 said no. Of the rest, 12 did.",
            "Of 900, 504 said no.",
            "Of the rest, 12 did.",
        ),
        ("It was so last year.A fall followed.", "It was so last year.", "A fall followed."),
        (
            "It fell by 12% last year.4 It rose since.",
            "It fell by 12% last year.",
            "It rose since.",
        ),
        ("1.2 Of these, 12 left.\n1.3 Five stayed.", "Of these, 12 left.", "Five stayed."),
        ("- 12 (37%) were held - Five went", "- 12 (37%) were held", "Five went"),
        ("Of 30: • 12 were held", "Of 30:", "12 were held"),
        ("Key points: - 12 (37%) were held", "Key points:", "12 (37%) were held"),
        ("- stopped 12 people - fined five", "- stopped 12 people", "fined five"),
        ("12% of the officers4. 83% of us", "12% of the officers4.", "83% of us"),
        ("1. Of 30 files 12 were sound. 2. The rest were lost.", *_NUMBERED),
        ("1.1 Of 30 files 12 were sound. 1.2 The rest were lost.", *_NUMBERED),
    ],
)
def test_two_sentences(text, first, second):
    assert split(text) == [first, second]


def test_nothing_has_no_sentences():
    assert split("") == []
    assert split(" \n ") == []


@given(text=st.text(alphabet="aB1. !?\n)\"'’…", max_size=60))
def test_sentences_hold_every_word_in_order(text):
    spans = list(sentences(text))

    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    # The number of a paragraph and the mark of a footnote are in none.
    assert _letters("".join(split(text))) == _letters(text)


def _letters(text):
    return "".join(one for one in text if one.isalpha())


@pytest.mark.parametrize("text", ["." * 50_000, "a. b. " * 10_000, '.")' * 20_000])
def test_time_is_linear_in_the_text(text):
    before = time.process_time()
    list(sentences(text))
    assert time.process_time() - before < 2


@pytest.mark.parametrize(
    "text",
    ["It made 9. 8 billion in the year.", "It was 45. 8 per cent.", "There are 0. 99 deaths each."],
)
def test_a_decimal_torn_apart_ends_no_sentence(text):
    assert split(text) == [text]


def test_a_number_may_end_a_sentence_before_another():
    assert split("It rose to 45. 8 people died. In 2019. 12 per cent left.") == [
        "It rose to 45.",
        "8 people died.",
        "In 2019.",
        "12 per cent left.",
    ]
