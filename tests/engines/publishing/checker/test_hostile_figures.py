"""Figures with which nobody reckoned end no check (T43, T48): noughts, huge ones, no end."""

import time

import pytest

from engines.publishing.checker.claims.told import document
from peelian.engines.publishing.checker import checking
from peelian.engines.publishing.checker.checking import CLAIMS, check
from peelian.engines.publishing.checker.findings import Verdict
from peelian.engines.publishing.checker.language.text import MOST_CHARACTERS, text_of
from peelian.engines.publishing.checker.marking import marked

NOUGHTS = [
    "There were 0 of 0 complaints (0 percent).",
    "£0 of £0 (50 percent) was spent.",
    "Of 748 files, 542 (1.5 million percent) were sound.",
    "The mean is at least 2.5, and half waited five or more.",
    "The mean wait was 2 days, and 400 percent waited more than 60 days.",
    "The average fell from 0.4 hours to 0 hours, by 100 percent.",
    "It rose from 0 to 5, by 50 percent.",
    "It was 0.0 percent of 3 (0 of 3).",
    "Between 950–1.5 million flights were made.",
    "The fund made 0 grants worth £0.0 in all, an average of £0.",
    "The charity spends 0p of every £0: £0 million out of £0 million.",
    "A rate of 5 per 0, 0 per 1,000 in a population of 0.",
    "80 percent ± 5 of 0 agreed (n = 0).",
    "Calls fell by 7% between January (3,214) and June (0).",
    "1e400 percent of 0, 1,000,000,000 percent of 5 of 0.",
]


@pytest.mark.parametrize("sentence", NOUGHTS)
@pytest.mark.parametrize("find", CLAIMS, ids=lambda find: find.__module__.rpartition(".")[2])
def test_noughts_end_no_kind_of_claim(find, sentence):
    for one in find(text_of(document(sentence))):
        assert one.verdict in Verdict


def test_a_kind_of_claim_that_fails_is_named_and_the_others_go_on(monkeypatch):
    def failing(text):
        yield from ()
        raise ZeroDivisionError("words of the report")

    monkeypatch.setattr(checking, "CLAIMS", (failing, *CLAIMS))
    checked = check(document("Of 748 files, 587 were sound, which is 78.4 percent."))

    assert checked.counted()[Verdict.DOES_NOT_FOLLOW] == 1
    ((place, why),) = checked.unread
    assert place == "the whole report"
    assert "some figure was one that cannot be reckoned with" in why
    assert "words of the report" not in why


def test_what_is_too_long_for_a_sentence_is_named_and_not_taken_apart():
    text = text_of(
        document("of 10 " * MOST_CHARACTERS + ". Of 10 files, 5 (60 percent) were late.")
    )

    assert [len(one.row) > 0 for one in text.sentences] == [False, True]
    assert text.unread[0].why.startswith("a sentence of 60,001 characters")


def test_marks_take_time_in_proportion_to_their_number():
    """They are set in the server, and not in the child whose time is limited."""
    many = 10_000
    marks = [(at, Verdict.AGREES, (at * 4, at * 4 + 2)) for at in range(many)]

    began = time.process_time()
    page = marked("12, " * many, marks, classes={Verdict.AGREES: "agrees"})

    assert page.count("<mark ") == many
    assert time.process_time() - began < 10
