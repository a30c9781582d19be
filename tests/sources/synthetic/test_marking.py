"""A figure that rests on invented rows says so, and one that does not stays as it was."""

import pytest

from peelian.areas.crime.measures import MEASURES
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.request import request
from peelian.engines.publishing.shown import release
from peelian.engines.publishing.table import records
from peelian.records.store.reader import open_reader

BY_KEY = {measure.key: measure for measure in MEASURES}


@pytest.fixture(scope="module")
def mixed(eight_and_a_file):
    """Invented forces beside a real file of Kent's, in one month."""
    return open_reader(eight_and_a_file.root)


def shown(tables, key, **asked):
    measure = BY_KEY[key]
    return release(calculate(request(measure, **asked), tables), measure)


def test_a_force_of_invented_rows_is_marked_and_a_real_one_is_not(mixed):
    found = {
        one.cell.unit: one
        for one in shown(mixed, "crime.recorded", by=["force"], first="2023-05", last="2023-05")
    }
    invented, real = found["cheshire"], found["kent"]
    assert invented.cell.synthetic
    assert invented.cell.notes[0] == "Synthetic: invented rows, not a real force's."
    assert invented.force == "Cheshire Constabulary (synthetic)"
    assert invented.label("force") == "cheshire (synthetic)"
    assert "by Cheshire Constabulary (synthetic) in May 2023" in invented.sentence
    assert (real.cell.synthetic, real.cell.notes) == (False, ())
    assert real.force == "Kent Police"
    assert real.label("force") == "kent"


def test_a_figure_over_both_is_marked(mixed):
    (whole,) = shown(mixed, "crime.recorded", first="2023-05", last="2023-05")
    assert whole.cell.synthetic
    assert "by all forces loaded (synthetic)" in whole.sentence
    assert next(records([whole]))["synthetic"] is True


def test_a_month_or_a_force_without_invented_rows_is_not_marked(mixed):
    (alone,) = shown(mixed, "crime.recorded", where={"force": "kent"})
    assert not alone.cell.synthetic


def test_invented_outcomes_mark_a_figure_over_crimes(mixed):
    """Charges within two months rest on the outcomes of the months after as well."""
    (one,) = shown(
        mixed,
        "crime.charged_within_2_months",
        where={"force": "cheshire"},
        first="2023-05",
        last="2023-05",
    )
    assert one.cell.synthetic
