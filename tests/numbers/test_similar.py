"""Nearest by stated variables, each on the same footing."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial.distance import cdist
from scipy.stats import zscore

from peelian.numbers.ratios import NotComputable
from peelian.numbers.similar import nearest

quick = settings(deadline=None, database=None, max_examples=100)


def test_a_variable_in_thousands_weighs_no_more_than_one_in_units():
    # Both columns have the mean in the middle and a deviation of 1 and of 1,000.
    places = {"a": (1, 4_000), "b": (2, 3_000), "c": (3, 5_000)}
    # Standardised: a (-1, 0), b (0, -1), c (1, 1).
    assert nearest(places, "a", count=2) == (
        ("b", pytest.approx(math.sqrt(2))),
        ("c", pytest.approx(math.sqrt(5))),
    )


def test_units_equally_far_stand_in_the_order_of_their_keys():
    line = {"middle": [0], "west": [-1], "east": [1], "far": [9]}
    assert [key for key, _ in nearest(line, "middle", count=2)] == ["east", "west"]


def test_a_unit_is_never_its_own_neighbour_but_a_twin_is_at_distance_nought():
    pairs = {"a": (1, 5), "twin": (1, 5), "other": (2, 7)}
    assert nearest(pairs, "a", count=5)[0] == ("twin", 0.0)
    assert [key for key, _ in nearest(pairs, "a", count=5)] == ["twin", "other"]


def test_a_variable_that_is_the_same_everywhere_adds_nothing():
    # Three times 0.1 averages to a hair off 0.1 in floating point.
    with_constant = {"a": (1, 0.1), "b": (2, 0.1), "c": (4, 0.1)}
    without = {key: row[:1] for key, row in with_constant.items()}
    assert nearest(with_constant, "a", count=2) == nearest(without, "a", count=2)


@quick
@given(
    table=st.integers(1, 5).flatmap(
        lambda width: st.lists(
            st.lists(st.integers(-1_000, 1_000), min_size=width, max_size=width),
            min_size=3,
            max_size=20,
        )
    )
)
def test_distances_agree_with_scipy(table):
    values = {f"unit {number:02}": row for number, row in enumerate(table)}
    columns = np.array(table, dtype=float)
    with np.errstate(invalid="ignore"):
        scores = np.nan_to_num(zscore(columns[:, np.ptp(columns, axis=0) > 0], ddof=1))
    expected = cdist(scores[:1], scores[1:])[0] if scores.size else np.zeros(len(table) - 1)
    found = dict(nearest(values, "unit 00", count=len(table)))
    assert [found[key] for key in list(values)[1:]] == pytest.approx(list(expected), abs=1e-9)


@quick
@given(
    rows=st.lists(
        st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=3, max_size=12, unique=True
    ),
    factor=st.integers(1, 1_000),
)
def test_the_unit_of_a_variable_changes_no_distance(rows, factor):
    plain = {str(number): row for number, row in enumerate(rows)}
    scaled = {key: (factor * first + 7, second) for key, (first, second) in plain.items()}
    before, after = (dict(nearest(table, "0", count=99)) for table in (plain, scaled))
    assert before == pytest.approx(after, rel=1e-9)


@pytest.mark.parametrize("lacking", [(2.0,), (2.0, math.nan), (2.0, math.inf)])
def test_a_unit_that_lacks_a_variable_is_named(lacking):
    table = {"a": (1, 1), "b": lacking, "c": (3, 3)}
    with pytest.raises(NotComputable, match="b lacks one of the 2 variables"):
        nearest(table, "a", count=1)


def test_the_nearest_of_two_is_no_finding():
    with pytest.raises(NotComputable, match=r"There are 2 units, .* needs 3 or more"):
        nearest({"a": (1,), "b": (2,)}, "a", count=1)


def test_without_variables_no_unit_is_nearer():
    with pytest.raises(NotComputable, match="No variable is given"):
        nearest({"a": (), "b": (), "c": ()}, "a", count=1)


def test_a_unit_that_is_not_in_the_table_is_refused():
    with pytest.raises(ValueError, match="of is 'd': give the key of one of the 3 units"):
        nearest({"a": (1,), "b": (2,), "c": (3,)}, "d", count=1)


def test_asking_for_no_neighbour_is_refused():
    with pytest.raises(ValueError, match="count is 0: give how many units to name, 1 or more"):
        nearest({"a": (1,), "b": (2,), "c": (3,)}, "a", count=0)
