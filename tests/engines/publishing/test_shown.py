"""Only what has passed a door can be shown, and what cannot be released does not pass."""

from dataclasses import replace

import pytest

from engines.publishing.published import CHARGED, RATE, RECORDED, answer, cell
from peelian.engines.measures.status import Status
from peelian.engines.publishing.shown import (
    Internal,
    NotPublished,
    NotReleasable,
    Released,
    internal,
    release,
)

FIGURE = cell(
    CHARGED,
    numerator=382,
    denominator=6049,
    value=382 / 6049,
    lower=0.0573,
    upper=0.0696,
    unknown=1200,
)


def test_openly_published_rows_are_released_as_they_are():
    (shown,) = release(answer(CHARGED, FIGURE), CHARGED)

    assert type(shown) is Released
    assert shown.cell is FIGURE


@pytest.mark.parametrize("profile", ["person", "sensitive"])
def test_figures_about_people_are_not_shown_to_the_public_as_computed(profile):
    measure = replace(CHARGED, profile=profile)

    with pytest.raises(NotReleasable, match="released by two people"):
        release(answer(measure, FIGURE), measure)


@pytest.mark.parametrize("profile", ["exact", "person", "sensitive"])
def test_within_the_force_every_figure_is_shown(profile):
    measure = replace(CHARGED, profile=profile)
    (shown,) = internal(answer(measure, FIGURE), measure)

    assert type(shown) is Internal


def test_a_figure_in_words():
    (shown,) = release(answer(CHARGED, FIGURE), CHARGED)

    assert shown.ok
    assert shown.value == "6.3%"
    assert shown.unit == "share"
    assert shown.counts == "382 of 6,049"
    assert (shown.numerator, shown.denominator, shown.unknown) == ("382", "6,049", "1,200")
    assert (shown.lower, shown.upper) == ("5.7%", "7.0%")
    assert shown.likely_range == "likely range 5.7% to 7.0%"
    assert shown.address == "crime.charged_within_2_months@1;2021-03;force=staffordshire"
    assert shown.reads_on == "of crimes recorded led to a charge within two months"
    assert shown.sentence.startswith("6.3% of crimes recorded")


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.OK}))
def test_without_a_number_every_word_for_it_is_a_status_or_blank(status):
    (shown,) = release(answer(RECORDED, cell(RECORDED, status=status)), RECORDED)

    assert not shown.ok
    assert shown.value == status.in_words
    assert (shown.numerator, shown.denominator, shown.unknown, shown.counts) == ("", "", "", "")
    assert (shown.lower, shown.upper, shown.likely_range) == ("–", "–", "")


def test_groups_are_named_as_readers_know_them():
    figure = cell(RATE, breakdown=(("type", "Drugs"), ("lsoa", None)))
    (shown,) = release(answer(RATE, figure, by=("type", "lsoa")), RATE)

    assert shown.label("type") == "Drugs"
    assert shown.label("lsoa") == "place not recorded"


def test_figures_over_records_that_are_not_published_stay_within_the_force():
    """One closed cell is enough: whoever has the others could work it out."""
    held = answer(CHARGED, FIGURE, replace(FIGURE, closed=True))

    with pytest.raises(NotPublished, match="rest on records that are not published"):
        release(held, CHARGED)
    assert len(internal(held, CHARGED)) == 2
