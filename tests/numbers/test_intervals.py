"""What an interval and a method promise to the pages that print them."""

import dataclasses
import math
import re

import pytest

from peelian.numbers.confidence import deviate, percentage, tail
from peelian.numbers.interval import METHODS, Interval


def test_an_interval_covers_its_limits_and_what_lies_between_them():
    interval = Interval(0.2, 0.5, "Wilson score, 95%")
    assert [interval.covers(value) for value in (0.19, 0.2, 0.35, 0.5, 0.51)] == [
        False,
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("limits", [(0.5, 0.2), (math.nan, 0.5), (0.2, math.nan)])
def test_an_interval_refuses_limits_that_are_no_interval(limits):
    with pytest.raises(ValueError, match="both must be numbers, the lower one first"):
        Interval(*limits, "Wilson score, 95%")


def test_an_interval_cannot_be_changed_after_it_was_drawn():
    interval = Interval(0.2, 0.5, "Wilson score, 95%")
    with pytest.raises(dataclasses.FrozenInstanceError):
        interval.lower = 0.1


def test_the_keys_of_the_methods_are_those_stored_with_figures():
    assert list(METHODS) == [
        "wilson",
        "exact",
        "wald",
        "wald_finite",
        "wilson_finite",
        "stratified",
        "stratified_exact",
        "stratified_wald",
        "kappa",
        "byar",
        "exact_poisson",
        "log_rate_ratio",
        "order_statistics",
        "newcombe",
        "mover",
        "pooled",
    ]


@pytest.mark.parametrize("key", METHODS)
def test_every_method_states_its_assumption_in_one_sentence_and_names_its_source(key):
    method = METHODS[key]
    assert method.key == key
    assert method.assumes.startswith("Takes ")
    assert method.assumes.endswith(".")
    # A full stop inside the sentence belongs to a number, so no space follows it.
    assert method.assumes.count(". ") == 0
    assert re.search(r" (19|20)\d\d, ", method.source)


def test_no_two_methods_share_a_name():
    assert len({method.name for method in METHODS.values()}) == len(METHODS)


def test_the_methods_cannot_be_added_to_from_outside():
    with pytest.raises(TypeError):
        METHODS["guess"] = METHODS["wilson"]


def test_a_method_labels_its_interval_with_its_name_and_the_confidence():
    interval = METHODS["wilson"].interval(0.1, 0.2, 0.998)
    assert interval == Interval(0.1, 0.2, "Wilson score, 99.8%")


@pytest.mark.parametrize(
    ("confidence", "shown"),
    [(0.9, "90%"), (0.95, "95%"), (0.998, "99.8%"), (0.999, "99.9%"), (0.57, "57%")],
)
def test_a_confidence_is_shown_as_a_percentage_without_noise(confidence, shown):
    assert percentage(confidence) == shown


@pytest.mark.parametrize(
    ("confidence", "published"),
    [(0.90, 1.644854), (0.95, 1.959964), (0.98, 2.326348), (0.99, 2.575829), (0.998, 3.090232)],
)
def test_the_normal_deviate_is_that_of_the_printed_tables(confidence, published):
    assert deviate(confidence) == pytest.approx(published, abs=5e-7)


def test_each_tail_holds_half_of_what_the_confidence_leaves():
    assert tail(0.95) == pytest.approx(0.025, abs=1e-15)


@pytest.mark.parametrize("confidence", [95, 1, 0, -0.5, math.nan])
def test_a_confidence_that_is_no_fraction_is_answered_with_one_that_is(confidence):
    with pytest.raises(ValueError, match=r"confidence is .*: give a fraction .* such as 0\.95"):
        deviate(confidence)
