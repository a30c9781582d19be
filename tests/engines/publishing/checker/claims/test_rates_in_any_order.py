"""Rates in any order with their count and their population."""

import pytest

from engines.publishing.checker.claims.told import assert_told_apart, verdicts
from peelian.engines.publishing.checker.claims.rates.rates import find

ANY_ORDER = [
    (
        "Suicides fell to 33 in the province of 412,000 inhabitants, i.e. {} per 100,000.",
        "8.0",
        "9.5",
    ),
    (
        "The province, whose population is 412,000, saw 33 suicides: {} per 100,000 inhabitants.",
        "8.0",
        "9.5",
    ),
    ("There were 31 stillbirths in 5,000 births, that is, {} for each 1,000 births.", "6.2", "7.2"),
    ("31 stillbirths out of 5,000 births equates to {} per 1,000.", "6.2", "7.2"),
    ("Thirty-one of 5,000 births were stillbirths ({} per 1,000).", "6.2", "7.2"),
    ("The stillbirth rate was {} per 1,000, with 31 stillbirths in 5,000 births.", "6.2", "7.2"),
    ("Infection occurred in 18 of 12,000 operations ({} per 1,000 operations).", "1.5", "2.5"),
    ("Infections numbered 18 in 12,000 operations, which works out as {} per 1,000.", "1.5", "2.5"),
    ("With 18 infections in 12,000 operations the rate was {} per 1,000 operations.", "1.5", "2.5"),
    (
        "The team performed 12,000 operations and had 18 infections. The infection rate was {} per "
        "1,000 operations.",
        "1.5",
        "2.5",
    ),
    (
        "The force recorded 4,400 burglaries across 550,000 households, a rate of {} per 1,000 "
        "households.",
        "8.0",
        "9.0",
    ),
    (
        "Across 550,000 households there were 4,400 burglaries, or {} per thousand households.",
        "8.0",
        "9.0",
    ),
    (
        "There are 550,000 households in the area. Burglaries totalled 4,400, giving a rate of {} "
        "per 1,000 households.",
        "8.0",
        "9.0",
    ),
    ("A total of 4,400 households out of 550,000 were burgled – {} per 1,000.", "8.0", "9.0"),
    ("The town of 25,000 people has 40 doctors, or {} per 1,000 people.", "1.6", "2.0"),
    (
        "The town has 40 doctors for 25,000 people, which is {} doctors per 1,000 people.",
        "1.6",
        "2.0",
    ),
    ("Forty doctors serve a town of 25,000: {} per 1,000 residents.", "1.6", "2.0"),
    ("The town (population 25,000) has 40 doctors, {} per 1,000 residents.", "1.6", "2.0"),
    ("The town's 25,000 residents share 40 doctors, {} per 1,000.", "1.6", "2.0"),
    (
        "There were 258 cases in 2,150,000 person-years of follow-up, an incidence of {} per "
        "100,000 person-years.",
        "12.0",
        "7.4",
    ),
    (
        "Over 2,150,000 person-years 258 cases occurred, giving a rate of {} per 100,000 "
        "person-years.",
        "12.0",
        "7.4",
    ),
    (
        "In a city of 620,000, detectives logged 62 homicides, a rate of {} per 100,000.",
        "10.0",
        "14.2",
    ),
    ("Detectives logged 62 homicides in a city of 620,000 people: {} per 100,000.", "10.0", "14.2"),
    (
        "The city, home to 620,000 people, recorded 62 homicides last year. That is a rate of {} "
        "per 100,000 residents.",
        "10.0",
        "14.2",
    ),
    (
        "The city has a population of 620,000 and recorded 62 homicides, {} for every 100,000 "
        "people.",
        "10.0",
        "14.2",
    ),
    ("There were {} homicides per 100,000 people: 62 in a population of 620,000.", "10.0", "14.2"),
    (
        "The borough, with 140,000 households, recorded 840 burglaries, {} per 1,000 households.",
        "6.0",
        "8.5",
    ),
    ("Burglaries numbered 840, or {} per 1,000 of the borough's 140,000 households.", "6.0", "8.5"),
    (
        "{} burglaries per 1,000 households were recorded, 840 among 140,000 households.",
        "6.0",
        "8.5",
    ),
    ("364 of the district's 52,000 pupils were excluded: {} per 1,000.", "7.0", "9.0"),
    ("There were 45 deaths among 9,000 live births ({} per 1,000).", "5.0", "6.5"),
    ("45 infants died out of 9,000 born alive, {} per thousand.", "5.0", "6.5"),
    ("The falls rate was {} per 1,000 bed days: 312 falls in 52,000 bed days.", "6.0", "7.5"),
    ("Complaints rose to 540, which is {} per 1,000 of its 30,000 customers.", "18", "22"),
    (
        "Among the county's 64,000 children, 96 were admitted with asthma ({} per 1,000).",
        "1.5",
        "2.5",
    ),
    (
        "The admission rate was {} per 1,000 children, with 96 admissions among 64,000 children.",
        "1.5",
        "2.5",
    ),
    ("In a county of 64,000 children 96 were admitted, {} for every thousand.", "1.5", "2.5"),
    ("27 falls occurred during 9,000 patient days ({} per 1,000 patient days).", "3.0", "4.2"),
    (
        "Police recorded 1,320 thefts in the town of 110,000 people ({} thefts per 1,000 "
        "residents).",
        "12",
        "15",
    ),
    (
        "Thefts reached 1,320. With a population of 110,000, that is {} per 1,000 people.",
        "12",
        "15",
    ),
]


@pytest.mark.parametrize(("text", "right", "wrong"), ANY_ORDER)
def test_rates_in_any_order(text, right, wrong):
    assert_told_apart(find, text, right, wrong)


HONEST = [
    "The rate was 14.2 per 100,000 nationally; in a metro of 620,000, detectives logged 62 "
    "homicides.",
    "The national homicide rate was 14.2 per 100,000. A city of 620,000 logged 62 homicides.",
    "In a town of 62,000, 3.8 for each 1,000 children aged under five were injured, 45 in all.",
    "Crews attended 2,205 fires and 1,050 false alarms, 3.8 for each 1,000 of the dwellings in the "
    "region.",
]


@pytest.mark.parametrize("text", HONEST)
def test_rates_of_others_are_let_be(text):
    assert "does not follow" not in [verdict for _, verdict in verdicts(find, text)]
