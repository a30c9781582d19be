"""Agreement of two reviewers: kappa and its interval, against an independent library."""

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa

from peelian.numbers.agreement import Agreement, cohen_kappa

quick = settings(deadline=None, database=None, max_examples=150)

ANSWERS = ("yes", "no", "unclear")
PAIRS = st.lists(st.tuples(st.sampled_from(ANSWERS), st.sampled_from(ANSWERS)), max_size=60)


def pairs(both_yes, yes_no, no_yes, both_no):
    return (
        [("yes", "yes")] * both_yes
        + [("yes", "no")] * yes_no
        + [("no", "yes")] * no_yes
        + [("no", "no")] * both_no
    )


def test_a_textbook_table():
    # 20 + 15 of 50 alike; chance alone brings 25 of 50 to agree: (0.7 - 0.5) / (1 - 0.5).
    found = cohen_kappa(pairs(20, 5, 10, 15))

    assert (found.n, found.agreed, found.share) == (50, 35, 0.7)
    assert found.kappa == pytest.approx(0.4)
    assert found.method == "Kappa, large samples, 95%"


def test_two_who_say_yes_to_nearly_all_agree_by_chance():
    found = cohen_kappa(pairs(81, 9, 9, 1))

    assert found.share == 0.82
    assert found.kappa == pytest.approx(0)


@quick
@given(PAIRS)
def test_the_library_gives_the_same(found):
    ours = cohen_kappa(found)
    if ours.lower is None:
        return
    table = np.zeros((3, 3))
    for one, other in found:
        table[ANSWERS.index(one), ANSWERS.index(other)] += 1
    with warnings.catch_warnings():
        # It also reckons a test of kappa against 0, which some tables do not have.
        warnings.simplefilter("ignore", RuntimeWarning)
        theirs = cohens_kappa(table)

    assert ours.kappa == pytest.approx(theirs.kappa)
    limits = max(-1, theirs.kappa_low), min(1, theirs.kappa_upp)
    assert (ours.lower, ours.upper) == pytest.approx(limits, abs=1e-9)


@quick
@given(PAIRS)
def test_kappa_never_leaves_its_scale(found):
    ours = cohen_kappa(found)

    assert ours.kappa is None or -1 <= ours.kappa <= 1
    assert ours.lower is None or -1 <= ours.lower <= ours.kappa <= ours.upper <= 1


def test_no_pairs_no_agreement():
    assert cohen_kappa([]) == Agreement(
        0, 0, None, None, None, None, "No file was marked by two reviewers."
    )


def test_where_both_only_ever_say_yes_chance_explains_all():
    found = cohen_kappa([("yes", "yes")] * 30)

    assert (found.share, found.kappa) == (1, None)
    assert "cannot be told from chance" in found.why


def test_full_agreement_has_no_width():
    found = cohen_kappa(pairs(20, 0, 0, 10))

    assert (found.kappa, found.lower) == (1, None)
    assert "no width" in found.why
