"""Values and intervals of the five kinds, against pandas, numpy and the scalar arithmetic."""

import statistics
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ibis import _

from engines.measures.measure_samples import (
    ask,
    count,
    only,
    rate,
    ratio,
    share,
    typical,
    world,
)
from peelian.areas.crime.recorded_examples import NEIGHBOURHOODS
from peelian.engines.measures.declared import Example, Version
from peelian.engines.measures.drafts import Draft
from peelian.engines.measures.figures import People, figures
from peelian.numbers.medians import quantile_interval
from peelian.numbers.rates import byar
from peelian.numbers.ratios import log_rate_ratio
from peelian.numbers.shares import wilson
from peelian.spine.crime import Crime

ROWS = """
    crime_id | crime_type | lsoa_code | longitude
    a1       | Drugs      | E01000001 | -2.5
    a1       | Drugs      | E01000001 | -2.0
    a2       | Drugs      | E01000002 | -1.0
             | Drugs      |           |
    a3       | Burglary   | E01000001 | -1.5
    a4       | Burglary   |           | -1.0
    a5       | Robbery    | E01000002 | -3.0
    """
WORLD = world({Crime: ROWS, **NEIGHBOURHOODS})
COUNTS = st.integers(0, 5_000)


def frame():
    lines = [[cell.strip() for cell in line.split("|")] for line in ROWS.strip().splitlines()]
    table = pd.DataFrame(lines[1:], columns=lines[0]).replace("", None)
    return table.assign(longitude=table["longitude"].astype(float))


def test_a_count_is_a_number_of_rows():
    cell = only(count(), WORLD)

    assert (cell.numerator, cell.denominator, cell.value) == (4, None, 4)
    assert (cell.lower, cell.upper, cell.method, cell.unknown) == (None, None, "", 0)


def test_a_distinct_count_leaves_out_what_has_no_identifier_and_says_how_many():
    cell = only(count(distinct="crime_id"), WORLD)

    assert (cell.value, cell.unknown) == (
        frame().query("crime_type == 'Drugs'").crime_id.nunique(),
        1,
    )


def test_a_share_of_rows():
    cell = only(share(), WORLD)

    assert (cell.numerator, cell.denominator, cell.value) == (4, 7, 4 / 7)
    limits = wilson(4, 7)
    assert (cell.lower, cell.upper) == pytest.approx((limits.lower, limits.upper), abs=1e-12)
    assert (cell.method, cell.unknown) == ("wilson", 0)


def test_a_share_says_how_many_rows_are_not_known():
    cell = only(share(known=_.lsoa_code.notnull()), WORLD)

    assert (cell.numerator, cell.denominator, cell.unknown) == (4, 7, 2)


def test_a_distinct_share_counts_each_identifier_once():
    cell = only(share(distinct="crime_id"), WORLD)

    drugs = frame().query("crime_type == 'Drugs'").crime_id.nunique()
    assert (cell.numerator, cell.denominator, cell.unknown) == (
        drugs,
        frame().crime_id.nunique(),
        1,
    )


def test_a_thing_that_is_counted_on_one_row_and_not_on_another_counts():
    rows = """
        crime_id | crime_type
        a1       | Drugs
        a1       | Burglary
        a2       | Burglary
        """

    cell = only(share(distinct="crime_id"), world({Crime: rows}))

    assert (cell.numerator, cell.denominator) == (1, 2)


def test_a_rate_is_per_thousand_residents_of_the_force():
    cell = only(rate(), WORLD)

    assert (cell.numerator, cell.denominator, cell.value) == (4, 2000, 2.0)
    limits = byar(4, 2000)
    assert (cell.lower, cell.upper) == pytest.approx((limits.lower, limits.upper), abs=1e-12)
    assert cell.method == "byar"


def test_a_rate_can_be_per_another_number():
    assert only(rate(base=100_000), WORLD).value == 200.0


def test_a_ratio_carries_both_counts_both_populations_and_bounds():
    cell = only(ratio(), WORLD)

    assert (cell.numerator, cell.denominator, cell.unknown) == (2, 1, 1)
    assert cell.value == pytest.approx((2 / 1500) / (1 / 500))
    limits = log_rate_ratio(2, 1500, 1, 500)
    assert (cell.lower, cell.upper) == pytest.approx((limits.lower, limits.upper))
    assert cell.method == "log_rate_ratio"
    assert cell.parts == pytest.approx(
        {
            "population": 1500,
            "population compared": 500,
            "lowest if all unknown were compared": (2 / 1500) / (2 / 500),
            "highest if all unknown were counted": (3 / 1500) / (1 / 500),
        }
    )


def test_a_typical_value_is_the_median_with_its_centile_and_share_over_a_limit():
    east = {"over": _.longitude > -1.5, "over_words": "lie east of 1.5 degrees west"}
    cell = only(typical(**east, mean=True), WORLD)

    known = frame().longitude.dropna()
    assert cell.value == statistics.median(known)
    assert (cell.numerator, cell.denominator, cell.unknown) == (6, None, 1)
    assert cell.parts == {
        "n": 6,
        "90th centile": pytest.approx(known.quantile(0.9)),
        "over the limit": (known > -1.5).sum(),
        "limit known": 6,
        "share over limit": (known > -1.5).mean(),
        "mean": pytest.approx(known.mean()),
    }
    limits = quantile_interval(known, 0.5)
    assert (cell.lower, cell.upper, cell.method) == (
        limits.lower,
        limits.upper,
        "order_statistics",
    )


def test_too_few_values_have_a_median_and_no_interval():
    cell = only(typical(), WORLD, where={"type": "Burglary"})

    assert (cell.value, cell.lower, cell.upper, cell.method) == (-1.25, None, None, "")
    assert "share over limit" not in cell.parts


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
@pytest.mark.parametrize("make", [count, share, rate, ratio, typical])
def test_engines_agree_on_every_kind_and_breakdown(make, engine):
    asked = {"by": ["type"]}

    there = ask(make(), WORLD, "duckdb", **asked).cells

    assert ask(make(), WORLD, engine, **asked).cells == there


@pytest.mark.parametrize(
    ("measure", "drafted", "refusal"),
    [
        (share(), (Draft(0, 0), People()), "There were no rows here."),
        (share(), (Draft(0, 0, 3), People()), "There were no rows here. 3 are not known."),
        (share(), (Draft(), People()), "There were no rows here."),
        (
            rate(),
            (Draft(3), People()),
            "No usual residents are known here for the forces whose files are loaded.",
        ),
        (
            ratio(),
            (Draft(groups={"1": 4, "10": 0}), People(groups={"1": 9, "10": 9})),
            "The second group has no events, so nothing can be divided by its rate; show the two "
            "counts instead. They are 4 and 0.",
        ),
        (
            ratio(),
            (Draft(groups={"10": 4}), People(groups={"1": 9, "10": 9})),
            "The first group has no events, and the log method needs at least one in each group; "
            "show the two counts instead. They are 0 and 4.",
        ),
        (
            ratio(),
            (Draft(groups={"1": 4, "10": 2}), People(groups={"1": 9})),
            "No usual residents in deprivation tenth (1 is most deprived) 10.",
        ),
        (
            typical(),
            (Draft(0, unknown=2), People()),
            "There were no rows with a known value here.",
        ),
    ],
)
def test_what_has_no_figure_says_why(measure, drafted, refusal):
    (figure,) = figures(measure, [drafted])

    assert figure.refusal == refusal
    assert (figure.numerator, figure.value, figure.lower, figure.upper) == (None,) * 4


@given(st.lists(st.tuples(COUNTS, COUNTS), max_size=20))
def test_shares_are_those_of_the_scalar_arithmetic(pairs):
    drafts = [Draft(min(pair), max(pair)) for pair in pairs]

    for draft, figure in zip(
        drafts, figures(share(), [(d, People()) for d in drafts]), strict=True
    ):
        if not draft.denominator:
            assert figure.refusal
            continue
        limits = wilson(draft.numerator, draft.denominator)
        assert figure.value == draft.numerator / draft.denominator
        assert (figure.lower, figure.upper) == pytest.approx((limits.lower, limits.upper), abs=1e-9)
        assert 0 <= figure.lower <= figure.value <= figure.upper <= 1


@given(st.lists(st.tuples(COUNTS, st.integers(0, 2_000_000)), max_size=20))
def test_rates_are_those_of_the_scalar_arithmetic(pairs):
    made = figures(rate(), [(Draft(events), People(people)) for events, people in pairs])

    for (events, people), figure in zip(pairs, made, strict=True):
        if not people:
            assert figure.refusal
            continue
        limits = byar(events, people)
        assert figure.value == pytest.approx(1000 * events / people)
        assert (figure.lower, figure.upper) == pytest.approx((limits.lower, limits.upper), abs=1e-9)


@given(st.lists(st.integers(0, 40), min_size=1, max_size=80), st.integers(0, 40))
def test_typical_values_are_those_of_numpy(values, limit):
    histogram = {float(value): values.count(value) for value in values}

    over = sum(value > limit for value in values)
    draft = Draft(len(values), values=histogram, over=over, limited=len(values))
    asked = typical(over=_.longitude > limit, over_words="are more", mean=True)

    (figure,) = figures(asked, [(draft, People())])

    assert figure.value == pytest.approx(np.median(values))
    assert figure.parts["90th centile"] == pytest.approx(np.quantile(values, 0.9))
    assert figure.parts["share over limit"] == pytest.approx(np.mean(np.array(values) > limit))
    assert figure.parts["mean"] == pytest.approx(np.mean(values))
    limits = quantile_interval(values, 0.5)
    assert (figure.lower, figure.upper) == (
        (limits.lower, limits.upper) if limits else (None, None)
    )


def test_every_cell_bears_the_version_that_made_it():
    changed = count(
        versions=(*count().versions, Version(2, date(2026, 6, 1), "Attempts count too."))
    )

    assert only(changed, WORLD).version == 2


def test_a_cell_is_found_by_its_dimensions():
    (cell, *_rest) = ask(count(), WORLD, by=["force", "type"]).cells

    assert (cell.at("force"), cell.at("type")) == ("staffordshire", "Drugs")
    assert cell.unit == "staffordshire"


def test_a_blank_value_of_an_example_is_unremarkable():
    example = Example(says="", shows="", rows={Crime: "crime_type | longitude\nDrugs |"})

    assert only(typical(), example).status == "not_computable"
