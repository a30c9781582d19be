"""A question is checked before it is computed; what is wrong is said with what would be right."""

import pytest

from engines.measures.measure_samples import count, ratio
from peelian.areas.crime.measures import asb, outcomes, recorded
from peelian.engines.measures.request import BadRequest, request

EVERY_WAY = "force, type, district, lsoa, deprivation_decile"
PERIODS = "month, quarter, financial_year, year_to_date, rolling_twelve, same_period_last_year"


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (
            {"by": ["forse"]},
            "crime.recorded cannot be broken down by 'forse'. Perhaps 'force'. "
            f"You can choose from: {EVERY_WAY}, {PERIODS}.",
        ),
        (
            {"by": ["outcome_type"]},
            "crime.recorded cannot be broken down by 'outcome_type'. "
            f"You can choose from: {EVERY_WAY}, {PERIODS}.",
        ),
        ({"by": ["type", "type"]}, "The breakdown names something twice: type, type."),
        (
            {"by": ["month", "type", "quarter"]},
            "A breakdown can hold one kind of period, not several: month, type, quarter.",
        ),
        (
            {"where": {"distrct": "Stafford"}},
            "crime.recorded cannot be filtered by 'distrct'. Perhaps 'district'. "
            f"You can choose from: {EVERY_WAY}.",
        ),
        (
            {"where": {"month": "2021-03"}},
            "'month' is no condition: choose months by the first and the last of the span.",
        ),
        (
            {"where": {"type": ()}},
            "The condition 'type' has no value; give one or leave it out.",
        ),
        ({"where": {"type": "Burglery"}}, "'Burglery' is no crime type: perhaps 'Burglary'."),
        (
            {"where": {"type": ("Burglary", "Drug")}},
            "'Drug' is no crime type: perhaps 'Drugs'.",
        ),
        (
            {"where": {"force": "stafordshire"}},
            "'stafordshire' is not a force. Write its data.police.uk slug, for example "
            "staffordshire, hertfordshire, bedfordshire.",
        ),
        (
            {"where": {"force": ""}},
            "Every row has its force: name one, for example staffordshire.",
        ),
        (
            {"first": "March 2021"},
            "'March 2021' is not a month. Write it as YYYY-MM, for example 2021-03.",
        ),
        (
            {"last": "2021-13"},
            "'2021-13' is not a month. Write it as YYYY-MM, for example 2021-03.",
        ),
        (
            {"first": "2021-12", "last": "2021-03"},
            "The span ends (2021-03) before it begins (2021-12); swap the two.",
        ),
    ],
)
def test_what_cannot_be_asked_is_said_with_what_can(asked, sentence):
    with pytest.raises(BadRequest) as refused:
        request(recorded, **asked)

    assert str(refused.value) == sentence


def test_every_measure_offers_its_own_breakdowns():
    with pytest.raises(BadRequest, match=r"choose from: force, district, lsoa, deprivation_decile"):
        request(asb, by=["type"])
    assert request(outcomes, by=["outcome_type"]).dimensions[0].key == "outcome_type"
    with pytest.raises(BadRequest, match=r"choose from: force, type, month"):
        request(ratio(), by=["deprivation_decile"])


def test_a_breakdown_keeps_the_order_in_which_it_was_asked():
    asked = request(recorded, by=["type", "month", "force"])

    assert asked.by == ("type", "month", "force")
    assert [dimension.key for dimension in asked.dimensions] == ["type", "force"]
    assert asked.grain == "month"


def test_the_whole_span_is_meant_where_no_period_is_named():
    assert request(recorded, by=["type"]).grain == "span"


def test_conditions_are_the_same_in_whatever_order_they_are_written():
    one = request(recorded, where={"type": ["Drugs", "Burglary"], "force": "cheshire"})
    other = request(recorded, where={"force": "cheshire", "type": ["Burglary", "Drugs", "Drugs"]})

    assert one == other
    assert one.where == (("force", ("cheshire",)), ("type", ("Burglary", "Drugs")))


def test_rows_without_a_value_are_asked_for_by_the_empty_text():
    assert request(recorded, where={"type": ""}).where == (("type", ("",)),)


def test_the_forces_asked_for_are_known_and_none_means_all():
    assert request(count()).forces == ()
    assert request(count(), where={"force": ["kent", "essex"]}).forces == ("essex", "kent")
