"""How old the data of a comparison are, and whose have changed."""

from dataclasses import replace

import pytest

from engines.comparisons.comparison_samples import held
from engines.measures.measure_samples import share
from peelian.areas.crime.measures import charged_share, charged_within_2_months
from peelian.engines.comparisons.dates import DataDates, data_dates
from peelian.engines.measures.examples import ExampleSnapshot
from peelian.engines.measures.periods import Period
from peelian.records.months import between
from peelian.records.store.snapshot import snapshot_of

MARCH = Period("2021-03", "2021-03")


def snapshot():
    """Kent's and Essex's files of March to August; each month was loaded on that day of May."""
    parts = held(
        (slug, month) for slug in ("kent", "essex") for month in between("2021-03", "2021-08")
    ).parts
    made = [
        replace(part, type_key=kind, loaded_at=f"2026-05-{part.month[5:]}T09:00:00+00:00")
        for part in parts
        for kind in ("crime", "outcome")
    ]
    return snapshot_of(made, made_at="", made_by="")


def restated(found, **which):
    parts = [
        replace(part, restated=all(getattr(part, key) == value for key, value in which.items()))
        for part in found.parts
    ]
    return snapshot_of(parts, made_at="", made_by="")


@pytest.mark.parametrize(
    ("measure", "day"), [(share(), "03"), (charged_within_2_months, "05"), (charged_share, "08")]
)
def test_the_newest_file_that_can_matter_counts(measure, day):
    found = data_dates(measure, snapshot(), MARCH, {"kent"})

    assert found == DataDates(f"2026-05-{day}T09:00:00+00:00")


def test_forces_whose_file_was_replaced_are_named():
    changed = restated(snapshot(), force_id="essex", month="2021-03")

    assert data_dates(share(), changed, MARCH, {"kent", "essex"}).restated == ("essex",)
    assert data_dates(share(), changed, MARCH, {"kent"}).restated == ()


def test_rows_of_an_example_have_no_dates():
    assert data_dates(share(), ExampleSnapshot({}, ""), MARCH, {"kent"}) == DataDates()
