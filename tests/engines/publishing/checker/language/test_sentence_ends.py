"""Where one sentence ends, and full stops that end none."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian.engines.publishing.checker.language.sentences import sentences


def split(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It was approx. 5 per cent of all.",
        "J. Peel founded it in 1829.",
        "See No. 5 for 12 of them.",
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
    ],
)
def test_two_sentences(text, first, second):
    assert split(text) == [first, second]


def test_nothing_has_no_sentences():
    assert split("") == []
    assert split(" \n ") == []


@given(text=st.text(alphabet="aB1. !?\n)\"'’…", max_size=60))
def test_sentences_hold_all_but_space_in_order(text):
    spans = list(sentences(text))

    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert "".join("".join(split(text)).split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["." * 50_000, "a. b. " * 10_000, '.")' * 20_000])
def test_time_is_linear_in_the_text(text):
    before = time.process_time()
    list(sentences(text))
    assert time.process_time() - before < 2
