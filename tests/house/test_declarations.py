"""A measure without an owner, a reason, a review date or an example is not finished."""

from datetime import date

import pytest

from peelian.catalogue import AREAS, declared_measures, measures
from peelian.records.openness import OPENLY_PUBLISHED
from peelian.sources.adapters import BROUGHT_BY

MEASURES = declared_measures()


def each_measure(test):
    return pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.key)(test)


def test_there_are_measures_to_look_at():
    assert len(MEASURES) >= 8


def test_keys_are_unique():
    keys = [measure.key for measure in measures()]

    assert sorted(keys) == sorted(set(keys))


def test_keys_begin_with_their_area():
    for listed in AREAS:
        for measure in listed.measures:
            assert measure.key.split(".")[0] == listed.area.key


@each_measure
def test_someone_owns_it_and_says_why_it_matters(measure):
    assert measure.owner.strip()
    assert measure.why.strip().endswith(".")


@each_measure
def test_it_is_due_for_review_on_a_day(measure):
    """A date and never "n/a": a review that may be left out is not a duty."""
    assert isinstance(measure.review_by, date)
    assert measure.review_by > max(version.since for version in measure.versions)


@each_measure
def test_it_has_worked_examples(measure):
    assert measure.examples


@each_measure
def test_a_standard_names_its_authority(measure):
    assert measure.standard is None or measure.standard.authority.strip()


@each_measure
def test_versions_count_from_one_with_dates_and_reasons(measure):
    versions = measure.versions

    assert [version.number for version in versions] == list(range(1, len(versions) + 1))
    assert [version.since for version in versions] == sorted(version.since for version in versions)
    assert all(version.reason.strip() for version in versions)


def test_what_is_called_openly_published_is_a_source():
    """A name that no source bears would open nothing, and hide that its source stayed closed."""
    assert set(OPENLY_PUBLISHED) <= set(BROUGHT_BY)
