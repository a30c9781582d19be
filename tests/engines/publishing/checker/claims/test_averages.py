"""Averages beside a tail: which it forbids, which it allows, and which are of other things."""

import pytest

from engines.publishing.checker.claims.worked import findings, refused, told
from peelian.engines.publishing.checker.claims.averages.averages import find

TWO_AVERAGES = (
    "While the average time to attend all grade 2 incidents was 11 hours, the average attendance "
    "time for grade 2 domestic abuse-related incidents was 22 hours. And in 41 percent of those "
    "incidents, it took more than seven days for callers to receive a response. "
    "Only 8 percent of these incidents were attended within 4 hours."
)


def test_only_the_average_of_the_group_named_last_is_refused():
    """0.405 x 168 hours = 68.04 before anybody else is counted."""
    (found,) = findings(find, TWO_AVERAGES)
    assert (found.verdict, found.printed) == ("does not follow", "22 hours")
    assert found.computed == "0.41 x 168 = 68.9, which is more than 22"
    assert found.allowed == "68.04 hours or more"
    assert found.because.endswith("it could be a median")
    marked = [TWO_AVERAGES[start:end] for start, end in found.marks]
    assert marked == ["22 hours", "41 percent", "seven days"]


@pytest.mark.parametrize(
    ("text", "figure", "least"),
    [
        (
            "The mean time from report to charge was nine days, yet 30% of cases took more than "
            "40 days.",
            "nine days",
            "11.8 days or more",
        ),
        (
            "Ambulances took 31 minutes on average (mean) to arrive, and 40% of patients waited "
            "for longer than two hours.",
            "31 minutes",
            "47.4 minutes or more",
        ),
        (
            "Those sentenced had a mean of 2.1 previous convictions, and half of them had five "
            "or more.",
            "2.1",
            "2.25 or more",
        ),
        (
            "The mean payment was £1,900, with one claimant in ten receiving more than £25,000.",
            "£1,900",
            "2,380.95 or more",
        ),
        (
            "It took more than seven days to attend in 41 percent of incidents. "
            "The mean attendance time was 22 hours.",
            "22 hours",
            "68.04 hours or more",
        ),
        (
            "On average, calls were answered in 40 seconds. One call in four waited longer than "
            "an hour.",
            "40 seconds",
            "810 seconds or more",
        ),
        (
            "Average handling time: 7 minutes. Yet 20% of calls lasted at least 45 minutes.",
            "7 minutes",
            "8.78 minutes or more",
        ),
        (
            "The average sentence was 18 months. Of those sentenced, 40% received more than five "
            "years.",
            "18 months",
            "23.7 months or more",
        ),
        (
            "The average length of service was 6 years, and 45 percent had more than 15 years' "
            "service.",
            "6 years",
            "6.67 years or more",
        ),
        (
            "The average number of calls per shift was 40; on one in five shifts there were more "
            "than 250.",
            "40",
            "45.45 or more",
        ),
        (
            "The mean wait was 2 days, but 40 percent of victims did not wait less than a week.",
            "2 days",
            "2.77 days or more",
        ),
    ],
)
def test_a_mean_below_what_its_tail_alone_makes_is_refused(text, figure, least):
    assert told(find, text) == [("does not follow", figure, least)]


@pytest.mark.parametrize(
    "text",
    [
        "On average victims waited 22 days for a decision, and 5% waited for more than 90 days.",
        "The mean response time was 11.4 minutes, although 10% of responses took longer than an "
        "hour.",
        # 0.405 x 168 = 68.04: a mean printed as 68 may be 68.4
        "The mean attendance time was 68 hours. In 41 percent of cases it took more than 7 days.",
    ],
)
def test_a_mean_that_its_tail_allows_agrees(text):
    assert [one.verdict for one in findings(find, text)] == ["agrees"]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The median wait was 22 hours, but 60 percent waited over 2 days.", "22 hours"),
        ("The median wait was 5 days, and 60 percent waited under 3 days.", "5 days"),
        ("The median wait was 22 hours, but most of the victims waited over 2 days.", "22 hours"),
        (
            "The median response time was 15 minutes, while two-thirds of incidents took more "
            "than half an hour.",
            "15 minutes",
        ),
        ("The typical wait was 22 hours, but 60 percent waited over 2 days.", "22 hours"),
        (
            "The median number of stops per officer was 2, although most officers carried out "
            "more than 5.",
            "2",
        ),
    ],
)
def test_a_median_on_the_wrong_side_of_more_than_half_is_refused(text, figure):
    assert refused(find, text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "The median wait was 14 days, although one victim in ten waited longer than 200 days.",
        "The typical wait was 22 hours, but 41 percent of victims waited over 7 days.",
        "The average was 31 days, while half of all cases were dealt with within 12 days.",
        "The mean time was 3 hours, and 95 percent of incidents were attended within 2 hours.",
    ],
)
def test_a_tail_that_leaves_the_average_free_says_nothing(text):
    assert refused(find, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Grade 1 incidents were attended in 5 hours on average. In grade 2, 40 percent took more "
        "than 3 days.",
        "The average wait for victims was 3 hours and 40% of suspects waited over 12 hours.",
        "The average was 5 days in 2022 and 9 days in 2023. In 2023, 40% took more than 30 days.",
        "In 2022 the average wait was 5 days. In 2023, 40% of victims waited more than 30 days.",
        "The national average was 5 hours. In the force, 41 percent of incidents took more than "
        "three days.",
        "On average, officers wait 20 days for an appointment, and 41 percent of officers have "
        "more than two years' service.",
        "The average time to answer was 10 seconds. In 41 percent of cases it took more than "
        "seven days to send an officer.",
        "On average, victims waited three days longer than in 2022, and 41 percent waited more "
        "than seven days.",
        "The average award was £1,900, and 40 percent of claimants had costs of over £10,000.",
        "On average, 3.2 officers attended each incident, and 20 percent of incidents had more "
        "than 20 calls.",
        "The average time was 5 hours. The target is that no more than 60 percent take more than "
        "3 days.",
        "The average response time is 8 minutes. In rural areas, 30 percent of calls took more "
        "than 40 minutes.",
        "The average wait was 5 days. Of 60 complaints, 41 percent of those from victims who "
        "waited more than 30 days were upheld.",
        "The median number of stops per officer was 2. Most officers who carried out more than 5 "
        "were in the city.",
        "The average wait was 5 hours, which fell by 41 percent to more than 3 hours.",
    ],
)
def test_averages_of_other_groups_times_places_and_units_are_left_alone(text):
    assert findings(find, text) == []


@pytest.mark.parametrize(
    ("text", "figure", "least"),
    [
        # The group is named before the brackets that hold its share.
        (
            "The mean time on hold was 3 minutes. Nearly half of callers (48%) held for over 8 "
            "minutes.",
            "3 minutes",
            "3.8 minutes or more",
        ),
        (
            "The average time on scene was 9 minutes, although 30 percent of visits took more "
            "than one hour.",
            "9 minutes",
            "17.7 minutes or more",
        ),
        (
            "The median age of those stopped was 21 years, yet 62 percent of them were older "
            "than 25 years.",
            "21 years",
            "25 years or more",
        ),
    ],
)
def test_shares_in_brackets_and_limits_in_words_are_read(text, figure, least):
    assert told(find, text) == [("does not follow", figure, least)]


FURTHER = (
    "Suspects were held for a mean of {} hours: 30 per cent for 15 hours or more and a further 40 "
    "per cent for between 10 and 15 hours; the other 30 per cent were held for at least 2 hours."
)


def test_tails_of_others_each_are_added():
    """0.295 x 15 + 0.395 x 10 + 0.295 x 2 = 8.965, with the shares rounded up as far as can be."""
    (found,) = findings(find, FURTHER.format("8.1"))
    assert (found.verdict, found.printed) == ("does not follow", "8.1 hours")
    assert found.allowed == "8.96 hours or more"
    assert [one.verdict for one in findings(find, FURTHER.format("9.1"))] == ["agrees"]


def test_a_tail_of_the_same_people_is_not_added():
    """Those who waited over 14 days are among the half who waited over 8."""
    text = (
        "The mean wait was 6 days. A quarter of victims waited more than 14 days and half waited "
        "at least 8 days."
    )
    assert refused(find, text) == []
    assert refused(find, text.replace("and half", "and a further half")) == ["6 days"]


@pytest.mark.parametrize(
    ("text", "figure", "allowed"),
    [
        (
            "No visitor waited longer than 20 minutes, but the average wait was 25 minutes.",
            "25 minutes",
            "20 minutes or less",
        ),
        (
            "All complaints were closed within 40 days. The average time to close a complaint was "
            "52 days.",
            "52 days",
            "40 days or less",
        ),
        (
            "All 60 files were completed within 5 days, with a mean of 7 days.",
            "7 days",
            "5 days or less",
        ),
        (
            "Every one of the 60 files took at least 5 days, the mean being 4 days.",
            "4 days",
            "5 days or more",
        ),
        (
            "Every trainee passed with more than 60 marks, though the average mark was 58.",
            "58",
            "60 or more",
        ),
        (
            "No officer had fewer than 10 cases, and the average caseload was 8.",
            "8",
            "10 or more",
        ),
        (
            "Waits never exceeded 30 minutes, although the mean was 34 minutes.",
            "34 minutes",
            "30 minutes or less",
        ),
    ],
)
def test_what_holds_of_all_holds_of_their_average(text, figure, allowed):
    assert told(find, text) == [("does not follow", figure, allowed)]


@pytest.mark.parametrize(
    "text",
    [
        "Almost all complaints were closed within 40 days. The average time to close a complaint "
        "was 52 days.",
        "Not all complaints were closed within 40 days. The average time to close a complaint was "
        "52 days.",
        "All complaints should be closed within 40 days. The average was 52 days.",
        "All urgent calls were answered within 45 seconds; the average time to answer was 52 "
        "seconds.",
        "The average wait was 12 minutes, and each call that took more than an hour was reviewed.",
        "The average wait was 12 minutes and all calls over 20 minutes were reviewed.",
        "The average wait was 35 days. All cases were closed within 28 days, except two.",
        "The average time taken was 12 minutes. All who waited more than an hour complained.",
        "The average wait was 9 days. All 14 victims waited more than 10 days in the north.",
        "The average wait was 9 days. All victims we spoke to had waited more than 10 days.",
        "In 2019 no caller waited more than 20 seconds. The average wait was 25 seconds.",
    ],
)
def test_words_for_all_that_are_not_said_of_all_are_left_alone(text):
    assert findings(find, text) == []


@pytest.mark.parametrize(
    ("text", "figure", "allowed"),
    [
        (
            "260 of the 400 callers waited more than 10 minutes, and the mean wait was 5 minutes.",
            "5 minutes",
            "6.5 minutes or more",
        ),
        (
            "In 120 of the 300 cases it took more than 10 days to arrest the suspect. The mean was "
            "3 days.",
            "3 days",
            "4 days or more",
        ),
        (
            "Of 400 callers, 260 waited more than 40 seconds, and the median wait was 25 seconds.",
            "25 seconds",
            "40 seconds or more",
        ),
        (
            "Only 30 percent of callers waited less than 40 seconds, yet the median was 25 "
            "seconds.",
            "25 seconds",
            "40 seconds or more",
        ),
        (
            "The average fraud victim lost £900. Some 25 percent of victims lost £5,000 or more.",
            "£900",
            "1,100 or more",
        ),
    ],
)
def test_tails_in_counts_and_medians_from_the_other_side(text, figure, allowed):
    assert told(find, text) == [("does not follow", figure, allowed)]


@pytest.mark.parametrize(
    "text",
    [
        "In 12 of the 60 cases it took more than 10 days to arrest the suspect. The mean was 3 "
        "days.",
        "Of 400 callers, 260 waited more than 40 seconds, and the median wait was 55 seconds.",
        "Only 30 percent of callers waited less than 40 seconds, and the median was 55 seconds.",
        # Those who were never attended are in neither share.
        "Only 30 percent of incidents were attended within 40 minutes, and the median was 25 "
        "minutes.",
    ],
)
def test_tails_in_counts_that_leave_the_average_free(text):
    assert refused(find, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The mean was 9 weeks in the port; in the valley 40 percent waited more than 30 weeks.",
        "Officers spent 2 hours on average at each call, although 40% of victims waited 9 hours "
        "or longer.",
    ],
)
def test_a_tail_of_another_place_or_of_other_people_says_nothing(text):
    assert told(find, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "On average, crews arrived 3 hours after the alarm, although half of the callers waited 8 "
        "hours or longer.",
        "Wardens had a mean round of 6 streets, yet a third of them were responsible for 24 or "
        "more.",
    ],
)
def test_those_who_wait_wait_for_those_who_come(text):
    assert [verdict for verdict, *_ in told(find, text)] == ["does not follow"]
