"""Which months are compared where nobody names them."""

import pytest

from engines.measures.measure_samples import share, world
from peelian.engines.comparisons.span import span
from peelian.engines.measures.cover import Cover
from peelian.engines.measures.examples import ExampleTables
from peelian.records.months import between
from peelian.spine.crime import Crime


def chosen(held, **asked):
    """The span for forces that have files from one month to another."""
    loaded = [(slug, month) for slug, ends in held.items() for month in between(*ends)]
    tables = ExampleTables(world({}, {Crime: loaded}), "duckdb")
    found = span(Cover(share(), tables.snapshot, ()), **asked)
    return (found.first, found.last) if found else None


YEARS = ("2020-01", "2021-12")


def test_a_year_up_to_the_newest_month_where_all_forces_have_it():
    held = dict.fromkeys(("kent", "essex", "surrey", "dorset"), YEARS)

    assert chosen(held) == ("2021-01", "2021-12")


def test_one_force_that_is_early_does_not_decide():
    held = {**dict.fromkeys(("kent", "essex", "surrey"), YEARS), "dorset": ("2020-01", "2022-01")}

    assert chosen(held) == ("2021-01", "2021-12")


def test_one_force_that_is_late_or_has_a_longer_past_does_not_decide():
    held = {
        "kent": ("2021-01", "2021-12"),
        **dict.fromkeys(("essex", "surrey", "dorset", "gwent"), ("2021-11", "2021-12")),
        "cumbria": ("2021-10", "2021-11"),
    }

    assert chosen(held) == ("2021-11", "2021-12")


def test_a_span_ends_at_a_month_that_too_few_have():
    half_a_year = dict.fromkeys(("kent", "essex", "surrey"), ("2021-07", "2021-12"))

    assert chosen(half_a_year) == ("2021-07", "2021-12")


def test_forces_that_are_not_among_the_43_have_no_say():
    held = {**dict.fromkeys(("kent", "essex", "surrey"), YEARS), "btp": ("2022-01", "2022-06")}

    assert chosen(held) == ("2021-01", "2021-12")


def test_with_too_few_forces_it_is_the_newest_year_of_any():
    assert chosen({"kent": YEARS}) == ("2021-01", "2021-12")
    assert chosen({"kent": ("2021-12", "2021-12")}) == ("2021-12", "2021-12")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"first": "2020-03", "last": "2020-05"}, ("2020-03", "2020-05")),
        ({"first": "2021-10"}, ("2021-10", "2021-12")),
        ({"last": "2021-06"}, ("2020-07", "2021-06")),
        ({"last": "2020-02"}, ("2020-01", "2020-02")),
        ({"first": "2023-01"}, ("2023-01", "2023-01")),
    ],
)
def test_an_end_that_is_asked_for_stands(asked, found):
    held = dict.fromkeys(("kent", "essex", "surrey"), YEARS)

    assert chosen(held, **asked) == found


def test_there_is_none_where_nothing_is_loaded():
    assert chosen({}) is None
