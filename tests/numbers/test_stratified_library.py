"""Estimates of strata against samplics, a survey library that knows nothing of ours."""

import warnings

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from peelian.numbers.stratified import Stratum, stratified_share

# It is archived in favour of another one and says so on import.
with warnings.catch_warnings():
    warnings.simplefilter("ignore", FutureWarning)
    from samplics import PopParam
    from samplics.estimation import TaylorEstimator

quick = settings(deadline=None, database=None, max_examples=80)


@st.composite
def strata(draw):
    drawn = draw(st.integers(2, 40))
    among = draw(st.integers(0, drawn))
    counted = draw(st.integers(0, among))
    return Stratum(drawn + draw(st.integers(0, 500)), drawn, among, counted)


def by_samplics(found):
    """The ratio of two totals by Taylor's series, record by record."""
    rows = [
        (number, one.size / one.drawn, float(record < one.among), float(record < one.counted))
        for number, one in enumerate(found)
        for record in range(one.drawn)
    ]
    stratum, weight, among, counted = (np.array(column) for column in zip(*rows, strict=True))
    estimate = TaylorEstimator(PopParam.ratio)
    estimate.estimate(
        y=counted,
        x=among,
        samp_weight=weight,
        stratum=stratum,
        # The library takes the part of each stratum that was not drawn.
        fpc={number: 1 - one.drawn / one.size for number, one in enumerate(found)},
    )
    return estimate.point_est, estimate.stderror


def test_an_audit_with_a_small_group_drawn_densely():
    """200 of 6,000 searches of White people and 100 of 500 of others are drawn."""
    found = [Stratum(6000, 200, 200, 164), Stratum(500, 100, 96, 61)]

    ours = stratified_share(found)

    assert (ours.value, ours.se) == pytest.approx(by_samplics(found), rel=1e-9)
    assert ours.value == pytest.approx(0.806, abs=0.001)


@quick
@given(st.lists(strata(), min_size=2, max_size=5))
def test_whatever_the_strata_share_and_standard_error_are_the_same(found):
    # The library divides by an estimate of nothing.
    assume(sum(one.counted for one in found))
    theirs = by_samplics(found)

    ours = stratified_share(found)

    assert ours.value == pytest.approx(theirs[0], rel=1e-9, abs=1e-12)
    assert ours.se == pytest.approx(theirs[1], rel=1e-7, abs=1e-9)
