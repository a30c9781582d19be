"""A report as sentences: what stands before one, where a figure stands, and what is too long."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engines.publishing.checker.language.seen import text_in
from peelian.engines.publishing.checker.checking import check
from peelian.engines.publishing.checker.documents import Document, Kind, Passage
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.text import text_of, with_figures

PIECES = sorted(
    words(
        "Of the 748 files 542 (72.5%) were of them . ; , or 30 a third rose from to by 5 points "
        "± 3 mean average twice total remaining most n = 9 per 1,000"
    )
)


def listed(*texts, opening="We read 748 files:"):
    found = [Passage(one, "line 2", Kind.ITEM, list=1, level=1) for one in texts]
    return text_of(Document("text", (Passage(opening, "line 1"), *found)))


def test_sentences_and_figures_have_their_places_in_the_passage():
    text = text_in("Heading 5", "We saw 748. Of these, 542 (72.5%) were sound.")
    last = text.sentences[-1]

    assert (last.part, last.number, last.start) == (1, 2, 12)
    passage = text.document.parts[1].text
    assert passage[last.start : last.end] == last.text
    assert [passage[one.start : one.end] for one in last.quantities] == ["542", "72.5%"]
    assert {one.part for one in last.quantities} == {1}


def test_before_a_sentence_stand_those_of_its_passage_nearest_first():
    text = text_in("Elsewhere 9.", "We saw 748. We read 30. Of these, 12 left.")

    before = text.before(text.sentences[-1])

    assert [one.text for one in before] == ["We read 30.", "We saw 748."]
    assert text.before(text.sentences[1]) == ()


def test_an_item_refers_to_the_items_before_it_and_the_words_that_open_the_list():
    text = listed("542 were sound", "206 were not")

    before = text.before(text.sentences[-1])

    assert [one.text for one in before] == ["542 were sound", "We read 748 files:"]
    assert text.opening(text.sentences[-1]).text == "We read 748 files:"
    assert text.opening(text.sentences[0]) is None


def test_words_that_end_otherwise_open_no_list():
    text = listed("542 were sound", opening="We read 748 files.")

    assert text.before(text.sentences[-1]) == ()
    assert text.opening(text.sentences[-1]) is None


def test_a_figure_is_found_in_its_sentence():
    text = text_in("Of 9, 5.", "We saw 748. Of these, 542 were sound. Then 12 left.")

    for sentence in with_figures(text):
        assert {text.around(one).number for one in sentence.quantities} == {sentence.number}


@pytest.mark.parametrize(
    "passage",
    [
        "word " * 5000,
        "12 " * 2000,
        "12 of " * 2000,
        "12 of 30 ( " * 1500,
        "12 (40%) " * 1500,
        "5 of " + "the " * 5000,
        "5 and " * 2000 + "10%",
        "Of the 748, 542 (72.5%), " * 700,
        "5 per 1,000 population " * 800,
        "1,234" * 5000,
        "9" * 20_000,
        "@" * 5000,
    ],
    ids=lambda passage: passage[:12],
)
def test_a_sentence_without_end_takes_no_time_and_is_named_as_unread(passage):
    before = time.process_time()

    checked = check(Document("text", (Passage(passage, "page 3"),)))

    assert time.process_time() - before < 2
    unread = [place for place, why in checked.unread if "words and signs" in why]
    assert unread == ["page 3"] or checked.findings == ()


def test_a_sentence_too_long_says_how_long_it_is_and_leaves_the_others():
    text = text_in("12 " * 2000 + ". We saw 748 files.")

    assert [(one.place, one.why) for one in text.unread] == [
        (
            "line 1",
            "a sentence of 2,001 words and signs with 2,000 figures: "
            "no more than 400 and 60 are read",
        )
    ]
    assert [one.text for one in with_figures(text)] == ["We saw 748 files."]


@settings(max_examples=60)
@given(
    texts=st.lists(
        st.one_of(
            st.text(max_size=60),
            st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
        ),
        max_size=4,
    )
)
def test_any_report_can_be_checked(texts):
    document = Document("text", tuple(Passage(one, "x") for one in texts))

    for one in check(document).findings:
        passage = document.parts[one.part]
        assert 0 <= one.start < one.end <= len(passage.text)
        assert passage.text[one.start : one.end] == one.sentence
        assert all(0 <= start < end <= len(passage.text) for start, end in one.marks)
