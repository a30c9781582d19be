"""Rates per population: what count and population give, and what population a rate implies."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engines.publishing.checker.claims.worked import findings, refused, told
from peelian.engines.publishing.checker.claims.rates.rates import find


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "We recorded 1,234 offences, a rate of 12.3 per 1,000 population (population 100,200).",
            "1,234 over 100,200 is 12.31 to 12.32 per 1,000",
        ),
        (
            "There were 5.4 homicides per million people: 31 in a population of 5.74 million.",
            "31 over 5.74 million is 5.4 to 5.41 per 1,000,000",
        ),
        (
            "The borough has 506,000 residents in 220,000 households. There were 3,124 burglaries, "
            "a rate of 14.2 per 1,000 households.",
            "3,124 over 220,000 is 13.88 to 14.53 per 1,000",
        ),
        (
            "Over the three years to March 2025, 54 people died on the roads. That is 2.4 deaths a "
            "year per 100,000 of its 750,000 residents.",
            "54 over 750,000 over three years is 2.38 to 2.42 per 100,000",
        ),
        (
            "Spending was £236.5 million, or £215 for each of the area's 1.1 million residents.",
            "£236.5 million over 1.1 million is 205.61 to 225.29 per resident",
        ),
        (
            "The rate rose to 0.10% of pupils, which is equivalent to around 10 pupils per 10,000.",
            "0.1 per cent is 9.5 to 10.5 per 10,000",
        ),
    ],
)
def test_rates_that_count_and_population_give(text, says):
    (found,) = findings(find, text)
    assert (found.verdict, found.computed) == ("agrees", says)


@pytest.mark.parametrize(
    ("text", "figure", "says"),
    [
        (
            "The town (population 48,350) saw 1,310 reports of nuisance, equal to 31.1 per 1,000 "
            "people.",
            "31.1",
            "1,310 over 48,350 is 27.09 per 1,000",
        ),
        (
            "The hospital reported 23 infections in 64,200 bed days, a rate of 3.6 per 100,000 bed "
            "days.",
            "3.6",
            "23 over 64,200 is 35.8 to 35.85 per 100,000",
        ),
        (
            "Last year 7,915 of these calls came from the area's 412,600 residents; that is 24.8 "
            "calls per 1,000 residents.",
            "24.8",
            "7,915 over 412,600 is 19.18 to 19.19 per 1,000",
        ),
        (
            "There were 1,234 offences in a population of 100,200. The rate was 15.3 per 1,000.",
            "15.3",
            "1,234 over 100,200 is 12.31 to 12.32 per 1,000",
        ),
        (
            "The unit of 40 officers handled 1,200 referrals, 35 per officer.",
            "35",
            "1,200 over 40 is 30 per officer",
        ),
        (
            "There are 240 officers per 100,000 people in the county and 1,980 officers in total "
            "for its population of 900,000.",
            "240",
            "1,980 over 900,000 is 218.78 to 221.23 per 100,000",
        ),
    ],
)
def test_rates_that_count_and_population_do_not_give(text, figure, says):
    (found,) = findings(find, text)
    assert (found.verdict, found.printed, found.computed) == ("does not follow", figure, says)
    assert found.because == "the count and the population give another rate"


def test_a_rate_beside_its_count_implies_a_population():
    """£246.5 to £247.5 million over £215.342 a head."""
    (found,) = findings(
        find,
        "The force received a total of £247 million in funding, equivalent to £215,342 per 1,000 "
        "population.",
    )
    assert (found.verdict, found.printed) == ("cannot be checked", "£215,342")
    assert found.computed == (
        "£247 million at £215,342 per 1,000 implies 1,144,691 to 1,149,335 people"
    )


@pytest.mark.parametrize(
    ("second", "verdict"),
    [("390 robberies, or 3.0", "agrees"), ("486 robberies, or 5.4", "does not follow")],
)
def test_two_rates_of_one_population_imply_the_same(second, verdict):
    text = f"The town recorded 1,560 thefts, or 12.0 per 1,000 residents, and {second} per 1,000 "
    found = findings(find, text + "residents.")
    assert verdict in {one.verdict for one in found}
    assert "1,560 at 12.0 per 1,000 implies 129,461 to 130,544 people" in found[-1].computed


@pytest.mark.parametrize(
    "text",
    [
        "Norfolk recorded 1,560 thefts, or 12.0 per 1,000 residents, and Suffolk recorded 486, or "
        "5.4 per 1,000 residents.",
        "In 2021 there were 1,560 thefts, or 12.0 per 1,000 residents. In 2023 there were 486, or "
        "5.4 per 1,000 residents.",
        "There were 412 deaths among the region's 2.4 million people in 2023, an age-standardised "
        "rate of 21.7 deaths per 100,000.",
        "There were 1,234 offences in a population of 100,200; nationally the rate is 15.3 per "
        "1,000.",
        "The city has 100,200 residents. It had 1,234 offences, a monthly rate of 1.03 per 1,000.",
        "The rate of burglary fell from 8.1 to 7.7 per 1,000 households, while the population grew "
        "to 612,000.",
        "There were 155 offences, or 18 per 100,000 people, against 21 per 100,000 a year earlier, "
        "among 860,000 residents.",
        "The country has 56 million people. Kent had 1,234 offences, or 12.3 per 1,000 residents.",
        "Officers dealt with 183 falls per 1,000 people over 65, in an area of 208,000 people.",
        "The force area has 1.1 million people. It gets 1,050 calls a day, about 348 calls per "
        "1,000 people a year.",
    ],
)
def test_rates_of_another_place_time_or_kind_are_not_refused(text):
    assert refused(find, text) == []


def test_a_rate_with_nothing_beside_it_is_left_open():
    (found,) = findings(find, "In the year the force received 200 calls per 1,000 population.")
    assert found.verdict == "cannot be checked"
    assert found.because == "the report gives no count and no population beside it"


def test_amounts_per_measure_are_no_rates():
    assert told(find, "The limit is 80mg of alcohol per 100 ml of blood.") == []


VOCABULARY = re.findall(
    r"\S+",
    "1,234 offences 0 £247 million a rate of 12.3 per 1,000 population per officer per million "
    "residents 100,200 people , or ( ) : - for each of the in the six months a year 0 months 0% "
    "0.1% over under about one between 5-10 and doubled",
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(VOCABULARY), min_size=3, max_size=30))
def test_no_sentence_however_garbled_breaks_it(said):
    for found in findings(find, " ".join(said)):
        assert found.printed
        assert found.verdict == "agrees" or found.because
