"""The sentences on which the grammar was tuned: every error found, and no other figure flagged."""

from pathlib import Path

import pytest

from engines.publishing.checker.scoring import Case, cases, flagged, score

CASES = cases(Path(__file__).with_name("tuning.toml"))
WRONG = [case for case in CASES if case.wrong]

KNOWN_MISSES = ("Almost all the respondents (97%, or 1,261 people)",)
"""How the paragraphs begin whose error is not found; the fewer the better."""


def known(case):
    return case.text.startswith(KNOWN_MISSES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nothing_but_the_error_is_flagged(case):
    _, false = flagged(case)

    assert false == []


@pytest.mark.parametrize(
    "case", [case for case in WRONG if not known(case)], ids=lambda case: case.name
)
def test_the_error_is_found(case):
    found, _ = flagged(case)

    assert found, case.why


@pytest.mark.parametrize("start", KNOWN_MISSES)
def test_a_known_miss_is_still_missed(start):
    (case,) = (case for case in WRONG if case.text.startswith(start))

    assert flagged(case)[0] == [], "it is found now: take it off the list"


def test_half_of_the_sentences_are_right():
    assert 0.4 < len(WRONG) / len(CASES) < 0.6


def test_a_score_counts_hits_misses_and_false_alarms():
    text = "A plan was made in 587 of 748 files (78.4%)."
    three = [
        Case(1, text, "percentage and counts", ("78.4%",), ""),
        Case(2, text, "percentage and counts", (), ""),
        Case(3, "Nothing is here.", "percentage and counts", ("5",), ""),
    ]

    found = score(three)

    assert (found.hits, found.misses, found.false_alarms, found.right) == ((1,), (3,), (2,), 1)
    assert found.written().splitlines()[0] == "wrong = 2"
