"""A small invented force with planted misuse: the nightly list finds most of it, and could fail to.

`python -m bench.lookups` is the long run, of a million look-ups.
"""

from dataclasses import replace

import pytest

from bench.lookups import SeedAlreadyUsed, made
from bench.lookups import main as bench
from bench.lookups_fit import fit, labelled
from bench.lookups_habits import TRAINING, TRYING, UNSEEN
from bench.lookups_replay import replay
from peelian.engines.oversight.evidence import Signal
from peelian.engines.oversight.rules import Rules
from peelian.engines.oversight.weights import read_weights

COUNT = 20_000
# Eighty staff would have one alert a night; two leave room for fourteen cases among the noise.
TWO_A_NIGHT = Rules(alerts_per_day=100)
FLOOR = 0.75


@pytest.fixture(scope="module")
def small():
    return made(12, TRYING, COUNT)


def found(small, weights):
    outcome = replay(*small, weights, TWO_A_NIGHT)
    return len(outcome.found) / outcome.planted.total()


def test_the_frozen_weights_find_most_of_what_is_planted(small):
    assert found(small, read_weights()) >= FLOOR


def test_an_order_by_nothing_but_the_missing_tie_does_not(small):
    """So the floor is one that a broken review falls through."""
    frozen = read_weights()
    only_tie = dict.fromkeys(Signal, 0.0) | {Signal.NO_TIE: 1.0}

    assert found(small, replace(frozen, of=only_tie, floor=0.5)) < FLOOR


def test_no_night_lists_more_than_its_cap(small):
    outcome = replay(*small, read_weights(), TWO_A_NIGHT)

    assert max(len(night) for night in outcome.nights) <= 2


def test_the_same_seed_gives_the_same_look_ups():
    first, second = (made(5, TRAINING, COUNT)[1] for _ in range(2))

    assert (first.hours == second.hours).all()
    assert (first.person == second.person).all()


def test_there_are_exactly_as_many_as_asked_and_all_misuse_is_among_them(small):
    _, sights = small

    assert len(sights.hours) == COUNT
    assert sum(len(case.hours) for case in sights.cases) == (sights.case >= 0).sum()


def test_fitted_weights_are_never_below_nought_and_a_stronger_signal_is_no_lighter():
    weights = fit([labelled(*made(5, TRAINING, COUNT))], worth=0.02, origin="a small force")

    assert min(weights.of.values()) >= 0
    assert weights.of[Signal.AGAIN_MANY_DAYS] >= weights.of[Signal.AGAIN_ANOTHER_DAY]


def test_the_unseen_habits_differ_from_those_that_were_fitted():
    assert len({TRAINING, TRYING, UNSEEN}) == 3


def test_a_seed_that_was_fitted_is_not_scored_as_unseen():
    with pytest.raises(SeedAlreadyUsed):
        bench(["score", "--seed", "1"])
