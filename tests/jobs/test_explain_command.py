"""`peelian explain` and `peelian measures`: what a figure means, before anyone uses it."""

import io

import pytest
from django.core.management import CommandError, call_command

from peelian import catalogue

pytestmark = pytest.mark.django_db


def printed(*words):
    out = io.StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def test_explain_gives_definition_version_query_authority_and_examples(loaded_home):
    text = printed("explain", "crime.rate")
    for part in (
        "per 1,000 usual residents at mid-2020",
        "1, from 22 November 2026: First definition.",
        "Byar",
        "Office for National Statistics, mid-2020",
        "Walsall is policed by a force that is not loaded",
        "SELECT",
        "Owner: Force crime and incident registrar",
    ):
        assert part in text


@pytest.mark.parametrize("measure", catalogue.declared_measures(), ids=lambda measure: measure.key)
def test_every_measure_can_be_explained(loaded_home, measure):
    assert measure.definition in printed("explain", measure.key)


def test_explain_names_the_nearest_measures(loaded_home):
    with pytest.raises(CommandError, match=r"crime\.charged_share"):
        printed("explain", "crime.charge_share")


def test_measures_lists_every_question():
    text = printed("measures")
    for measure in catalogue.measures():
        assert measure.key in text
        assert measure.asks in text
