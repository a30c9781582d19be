"""The band of a suspect: points that the force sets, reasons that anyone can read (OFF-02)."""

import pytest

from peelian.areas.offenders.band import FACTORS, SETTINGS, SuspectFacts, band_of

NUMBERS = {one.key: one.default for one in SETTINGS}
NOTHING = {
    "domestic_abuse": False,
    "threat": False,
    "weapon": False,
    "child": False,
    "managed": False,
    "recalled": False,
    "failed_bail": False,
    "days_outstanding": 0,
}


def banded(numbers=NUMBERS, **known):
    return band_of(SuspectFacts(**{**NOTHING, **known}), numbers)


def test_nothing_dangerous_is_standard_and_says_how_it_was_counted():
    found = banded()
    assert (found.band, found.points) == ("Standard", 0)
    assert found.reasons == ("0 points: high from 5, medium from 2.",)


@pytest.mark.ledger("OFF-02")
def test_reasons_are_sentences_with_their_points():
    found = banded(domestic_abuse=True, weapon=True, days_outstanding=28)
    assert found.band == "High"
    assert found.reasons == (
        "7 points: high from 5, medium from 2.",
        "3 points: it is domestic abuse.",
        "3 points: a weapon is thought to be at hand.",
        "1 point: the suspect is outstanding for 28 days or more.",
    )


@pytest.mark.parametrize(
    ("known", "band"),
    [
        ({"threat": True}, "High"),
        ({"child": True}, "High"),
        ({"domestic_abuse": True}, "Medium"),
        ({"failed_bail": True}, "Medium"),
        ({"days_outstanding": 27}, "Standard"),
        ({"days_outstanding": 28}, "Standard"),
    ],
)
def test_each_factor_by_itself(known, band):
    assert banded(**known).band == band


def test_what_is_not_known_adds_nothing_and_is_said():
    found = banded(threat=None, managed=None)
    assert found.band == "Standard"
    assert found.reasons[1:] == (
        "Not known whether the suspect threatens somebody now.",
        "Not known whether the suspect is managed as an offender.",
    )


def test_a_force_sets_points_and_bands_of_its_own():
    own = {**NUMBERS, "offenders.band_bail": 9, "offenders.band_high": 9}
    assert banded(own, failed_bail=True).band == "High"
    assert banded(own, threat=True).band == "Medium"


def test_every_factor_is_a_setting_of_its_own():
    keys = [one.points.key for one in FACTORS]
    assert len(set(keys)) == len(FACTORS) == 8
