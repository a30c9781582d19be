"""A declaration is held against its record type as soon as it is written."""

from dataclasses import replace
from datetime import date

import pytest
from ibis import _

from engines.measures.measure_samples import count, rate, ratio, share, typical
from peelian.areas.crime.dimensions import DECILE, FORCE, TYPE
from peelian.areas.crime.views import CRIMES_AND_CHARGES
from peelian.engines.measures.binding import BadView, MisspeltField, WrongExpression
from peelian.engines.measures.declared import Dimension, FollowUp, Version
from peelian.engines.measures.kinds import BadDeclaration
from peelian.spine.outcome import Outcome

FIELDS = (
    "record_id, source, force_id, crime_id, month, reported_by, falls_within, longitude, "
    "latitude, location, lsoa_code, lsoa_name, crime_type, last_outcome, context"
)


@pytest.mark.parametrize(
    ("declare", "sentence"),
    [
        (
            lambda: count(counting=_.crime_tipe == "Drugs"),
            "sample.measure: counting uses 'crime_tipe', but Crime has no such field. "
            f"Perhaps 'crime_type'. Fields you can use: {FIELDS}.",
        ),
        (
            lambda: share(among=_.crime_tipe.notnull()),
            "sample.measure: among uses 'crime_tipe', but Crime has no such field. "
            f"Perhaps 'crime_type'. Fields you can use: {FIELDS}.",
        ),
        (
            lambda: share(known=_.place.notnull()),
            "sample.measure: known uses 'place', but Crime has no such field. "
            f"Fields you can use: {FIELDS}.",
        ),
        (
            lambda: count(dated_by="mnth"),
            "sample.measure: dated_by uses 'mnth', but Crime has no such field. "
            f"Perhaps 'month'. Fields you can use: {FIELDS}.",
        ),
        (
            lambda: share(distinct="crimeid"),
            "sample.measure: distinct uses 'crimeid', but Crime has no such field. "
            f"Perhaps 'crime_id'. Fields you can use: {FIELDS}.",
        ),
        (
            lambda: count(distinct="crimeid"),
            "sample.measure: distinct uses 'crimeid', but Crime has no such field. "
            f"Perhaps 'crime_id'. Fields you can use: {FIELDS}.",
        ),
        (
            lambda: count(by=(Dimension("shift", "Shift", field="shift"),)),
            "sample.measure: shift uses 'shift', but Crime has no such field. "
            f"Fields you can use: {FIELDS}.",
        ),
        (
            lambda: count(of=CRIMES_AND_CHARGES, counting=_.charge),
            "sample.measure: counting uses 'charge', but crimes_and_charges has no such field. "
            f"Perhaps 'charged'. Fields you can use: {FIELDS}, charged.",
        ),
    ],
)
def test_a_misspelt_field_fails_with_the_fields_to_choose_from(declare, sentence):
    with pytest.raises(MisspeltField) as refused:
        declare()

    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("declare", "sentence"),
    [
        (
            lambda: count(counting=_.crime_type.lenght() > 3),
            "counting uses '.lenght', which its field does not offer",
        ),
        (lambda: count(counting=_.crime_type > 3), "counting cannot be computed: .* comparable"),
        (lambda: count(counting=_["crime_tipe"] == "Drugs"), "Column 'crime_tipe' is not found"),
        (
            lambda: count(counting=_.crime_type),
            "counting must be a condition, but it is of type string",
        ),
        (lambda: share(among=_.longitude), "among must be a condition"),
        (
            lambda: typical(counting=_.crime_type),
            "counting must be a number, but it is of type string",
        ),
    ],
)
def test_an_expression_that_cannot_answer_fails_too(declare, sentence):
    with pytest.raises(WrongExpression, match=sentence):
        declare()


@pytest.mark.parametrize(
    ("declare", "sentence"),
    [
        (lambda: count(dated_by="longitude"), "is no month written YYYY-MM"),
        (lambda: count(versions=()), "number them 1, 2, 3"),
        (
            lambda: count(versions=(Version(2, date(2026, 1, 1), "Begun in the middle."),)),
            "versions are numbered",
        ),
        (lambda: count(examples=()), "has no worked example"),
        (lambda: count(by=(FORCE, FORCE)), "each name stands once"),
        (
            lambda: count(by=(Dimension("month", "Month", field="month"),)),
            "are kept for periods",
        ),
        (
            lambda: share(distinct="crime_id", known=_.lsoa_code.notnull()),
            "leave out either distinct or known",
        ),
        (
            lambda: ratio(group=TYPE, compared=("Drugs", "Burglary"), by=(FORCE,)),
            "cannot be cut by 'type'. It can be cut by: district, lsoa, deprivation_decile",
        ),
        (lambda: ratio(by=(FORCE, DECILE)), "compares groups of 'deprivation_decile'"),
        (
            lambda: share(follow_up=FollowUp(of=Outcome, months=2, called="Outcomes")),
            "is followed up through outcome, which it does not read; it reads crime",
        ),
    ],
)
def test_a_declaration_that_contradicts_itself_fails(declare, sentence):
    with pytest.raises(BadDeclaration, match=sentence):
        declare()


def test_a_dimension_needs_a_field_or_a_place():
    with pytest.raises(ValueError, match="Dimension 'beat' needs a field or a place"):
        Dimension("beat", "Beat")


def test_a_view_adds_what_it_says_and_takes_nothing_away():
    def forgets_a_column(tables):
        return CRIMES_AND_CHARGES.build(tables).drop("location")

    for broken in (
        replace(CRIMES_AND_CHARGES, build=forgets_a_column),
        replace(CRIMES_AND_CHARGES, adds={"settled": "An outcome was given."}),
        replace(CRIMES_AND_CHARGES, adds={**CRIMES_AND_CHARGES.adds, "month": "Another month."}),
    ):
        with pytest.raises(BadView, match="The view crimes_and_charges has the columns record_id"):
            count(of=broken)


def test_a_measure_knows_what_it_rests_on():
    charged = share(
        of=CRIMES_AND_CHARGES,
        counting=_.charged,
        follow_up=FollowUp(of=Outcome, months=None, called="Outcomes"),
    )

    assert charged.reads == ("crime", "outcome")
    assert charged.maturing
    assert not replace(
        charged, follow_up=FollowUp(of=Outcome, months=2, called="Outcomes")
    ).maturing
    assert not rate().maturing


def test_the_version_in_force_is_the_last():
    later = Version(2, date(2026, 6, 1), "Attempts count too.")

    assert count().version == 1
    assert count(versions=(*count().versions, later)).version == 2
