"""Changes beside the two figures they lead between: what follows, and what does not."""

import pytest

from engines.publishing.checker.claims.worked import findings, refused, told
from peelian.engines.publishing.checker.checking import settled
from peelian.engines.publishing.checker.claims.changes.changes import find


def agreed(*lines):
    """The printed figures that follow, and the range that rounding allows for them."""
    return [
        (figure, allowed) for verdict, figure, allowed in told(find, *lines) if verdict == "agrees"
    ]


def test_a_rise_is_recomputed_from_its_two_figures():
    """86 of 412 are 20.87 per cent, which rounds to 20.9."""
    text = "Offences rose from 412 to 498, an increase of 20.9 percent."
    (found, *_) = findings(find, text)
    assert (found.verdict, found.about) == ("agrees", "difference or growth")
    assert found.computed == "From 412 to 498 is a rise of 20.87 per cent"
    assert found.allowed == "20.87 per cent"
    assert [text[start:end] for start, end in found.marks] == ["20.9 percent", "412", "498"]


@pytest.mark.parametrize(
    ("text", "figure", "allowed"),
    [
        ("We saw an 8 per cent fall, from 1,250 to 1,150.", "8 per cent", "8 per cent"),
        ("There were 498 crimes, 86 more than the 412 of the year before.", "86", "86"),
        ("Burglary: 498 compared with 412 in 2022 (+20.9%).", "20.9%", "20.87 per cent"),
        ("Road deaths fell from 48 to 36 (a 25% fall).", "25%", "25 per cent"),
        (
            "The backlog stood at 2,310, down 14 per cent on the 2,686 recorded a year earlier.",
            "14 per cent",
            "14 per cent",
        ),
        (
            "By March the queue had fallen to 1,612, 20% below its level of a year before (2,015).",
            "20%",
            "20 per cent",
        ),
        (
            "Visits fell by 7% between January (3,214) and June (2,989).",
            "7%",
            "7 per cent",
        ),
        ("Arrests rose by 36.4 per cent (4,120 \u2192 5,618).", "36.4 per cent", "36.36 per cent"),
        (
            "Callers: 350 in 2011, rising to 363 in 2012 \u2013 up 3.7 per cent.",
            "3.7 per cent",
            "3.71 per cent",
        ),
        ("Numbers fell by a fifth from 2,015 to 1,612.", "a fifth", "20 per cent"),
        ("Reports rose 120 per cent, from 50 to 110.", "120 per cent", "120 per cent"),
        (
            "There were 3,200 in April and 2,400 in May, a fall of a quarter.",
            "a quarter",
            "25 per cent",
        ),
        ("Overtime grew from £4.2m to £5.6m, up £1.4m.", "£1.4m", "£1,300,000 to £1,500,000"),
        ("Waits went from 11 to 22 hours, twice as long.", "twice", "1.87 to 2.14 times"),
        (
            "It fell from 4 minutes 20 seconds to 2 minutes 10 seconds, a fall of 50 percent.",
            "50 percent",
            "49.71 to 50.29 per cent",
        ),
        (
            "The rate fell from 84.2 to 79.1 per 1,000, down 6 percent.",
            "6 percent",
            "5.94 to 6.17 per cent",
        ),
        ("The unit grew from 1.2 to 1.4 million, a rise of 17%.", "17%", "8 to 26.09 per cent"),
        (
            "It made 547,003 searches, 3% up on the previous year (530,970).",
            "3%",
            "3.02 per cent",
        ),
        (
            "It has the greatest rise (50.8 per cent, 32,338 to 48,776) of all.",
            "50.8 per cent",
            "50.83 per cent",
        ),
        (
            "It made 663,036 arrests, up 3% compared to the year before in which it made 645,225.",
            "3%",
            "2.76 per cent",
        ),
        (
            "The wait fell from 22 hours to 11 hours, half what it was.",
            "half",
            "0.47 to 0.53 times",
        ),
        ("The team was cut by 16 to 24, a 40 percent cut.", "40 percent", "40 per cent"),
    ],
)
def test_a_change_that_follows_is_said_so(text, figure, allowed):
    assert refused(find, text) == []
    assert (figure, allowed) in agreed(text)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Offences rose from 412 to 498, an increase of 25.9 percent.", "25.9 percent"),
        ("We saw an 18 per cent fall, from 1,250 to 1,150.", "18 per cent"),
        ("There were 498 crimes, 96 more than the 412 of the year before.", "96"),
        ("Burglary: 498 compared with 412 in 2022 (+25.9%).", "25.9%"),
        ("Officers are up 312 on last year, from 2,104 to 2,316.", "312"),
        (
            "Losses came to £2.6 million, £0.9 million more than in 2022 (£2.1 million).",
            "£0.9 million",
        ),
        ("The median wait was 52 days, 21 days longer than the year before (41 days).", "21 days"),
        ("Overall, 61% felt valued, 19 points more than in 2021 (52%).", "19"),
        ("Turnout rose six percentage points from 58% to 67%.", "six percentage points"),
        ("Confidence saw a nine-point fall, from 71 to 59 per cent.", "nine-point"),
        ("It fell by 12 per cent, from 1,410 to 1,198.", "12 per cent"),
        ("Weapons offences were up 40% (198, compared with 161 in 2022).", "40%"),
        ("Tests went from 2,100 a month to 3,150 a month, a 40% rise.", "40%"),
        ("The group is three times as large as in 2019 (12 members then, 24 now).", "three times"),
        ("Men were 6.1 times more likely to die (20.5 per 1,000) than women (5.0).", "6.1 times"),
        (
            "Boys were four times as likely as girls to be hurt: 12% of boys and 6% of girls.",
            "four times",
        ),
        ("The fleet fell from 240 cars to 210, 30 fewer than in 2020, a cut of 18.5%.", "18.5%"),
        ("It rose from 20.0% to 25.0%, a relative increase of 5.0 per cent.", "5.0 per cent"),
        ("There were 80 percent fewer complaints: 48 rather than 120.", "80 percent"),
        ("In 2021 it had 8 officers; it now has 12, an increase of 70 percent.", "70 percent"),
        ("Of them 412 were men, more than three times as many as women (198).", "three times"),
        ("At least three times as many men (412) as women (198) were searched.", "three times"),
        ("Burglaries, at 3,540, were 460 below the 4,100 of 2022.", "460"),
        ("Calls about noise increased sixfold, from 110 to 440.", "sixfold"),
        ("Cases more than halved, from 412 to 280.", "halved"),
        ("Numbers trebled from 40 to 85.", "trebled"),
        ("Waits rose from 11 hours to 22 hours, three times as long.", "three times"),
        (
            "Women are half as likely as men to be stopped (3.8 per 1,000 against 4.2 per 1,000).",
            "half",
        ),
    ],
)
def test_a_change_that_does_not_follow_is_refused(text, figure):
    assert refused(find, text) == [figure]


def test_a_difference_is_judged_beside_a_percentage_that_follows():
    """2,220 is 11 per cent, and 220, more than 2,000."""
    text = "Visits rose by 11% to 2,220, which is 320 more than the 2,000 of last year."
    verdicts = {one.printed: str(one.verdict) for one in settled(findings(find, text))}
    assert verdicts == {"11%": "agrees", "320": "does not follow"}


@pytest.mark.parametrize(
    "text",
    [
        "Satisfaction went from 38 percent to 31 percent, a fall of 7 percentage points.",
        "Satisfaction went from 38 percent to 31 percent, a fall of 18 percent.",
        "Satisfaction went from 38 percent to 31 percent, a fall of 7 percent.",
    ],
)
def test_percent_of_a_percentage_may_be_meant_either_way(text):
    assert refused(find, text) == []
    assert agreed(text)


def test_percentage_points_are_never_the_relative_change():
    """From 18 to 24 is six points, and a third more."""
    text = "The share rose from 18% to 24%, up by 33 percentage points."
    (found,) = [one for one in findings(find, text) if one.verdict == "does not follow"]
    assert found.printed == "33 percentage points"
    assert found.allowed == "5 to 7 percentage points"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It went from 900 to 990 (10%) and then to 1,089 (10%).", []),
        ("It went from 900 to 990 (10%) and then to 1,089 (14%).", ["14%"]),
        ("Sales fell 8 per cent, from 1,250 to 1,150, and then by 10 per cent to 1,035.", []),
    ],
)
def test_each_leg_of_a_series_has_its_own_change(text, wrong):
    assert refused(find, text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Robbery rose from 90 to 85.", ["85"]),
        ("Complaints fell from 612 to 655 in the year.", ["655"]),
        ("Robbery rose from 85 to 90.", []),
        ("The force rose from 9 to 4 in the ranking.", []),
        ("Performance fell from 8 seconds to 12 seconds.", []),
        (
            "Spending fell from £14.2 billion to £11.3 billion before recovering to £13.9 billion.",
            [],
        ),
        ("Numbers never rose from 90 to 85.", []),
    ],
)
def test_a_rise_in_words_is_no_fall_in_figures(text, wrong):
    assert refused(find, text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Fraud was three times higher in the city (36 against 12).", []),
        ("Fraud was three times higher in the city (48 against 12).", []),
        ("Fraud was three times higher in the city (60 against 12).", ["three times"]),
        ("Cases almost halved, from 412 to 215.", []),
        ("Cases nearly tripled, from 210 to 598.", []),
        ("Cases nearly tripled, from 210 to 398.", ["tripled"]),
    ],
)
def test_words_for_factors_are_loose_but_not_without_end(text, wrong):
    assert refused(find, text) == wrong


@pytest.mark.parametrize(
    "text",
    [
        # Two things, each with its own change.
        "Robbery rose from 1,250 to 1,420 and burglary fell by 8 percent.",
        "Complaints rose from 612 to 655, up 7%, while commendations fell 12% to 301.",
        "In town the rise was 12 percent; in the county, from 1,250 to 1,420, it was 14 percent.",
        "Crime rose from 61,000 to 63,400, with burglary up 12 percent and robbery down 8 percent.",
        # Comparisons with somebody else are no change from the earlier figure.
        "Custody numbers fell from 24 to 18, against a national fall of 12 percent.",
        "Arrests rose from 900 to 990, 31 percent more than the national average.",
        "The council set aside £3.6 million, 12% more than the year before, out of £41 million.",
        # Other measures of the same change.
        "Outcomes rose 3.4 percent a year, from 1,000 to 1,182 over five years.",
        "The budget rose from £247m to £278m, or 2 percent in real terms.",
        "Staff numbers rose from 412 in 2022 to 498 in 2023, up 60% on 2012.",
        # Durations that are the period of a report.
        "For the 12 months to June compared to the 12 months before, crime rose by 24.8 per cent.",
        "In nine years numbers dropped by 81%, and in the last 12 months by 8%.",
        # Shares beside the figures are no growth.
        "The number satisfied fell from 240 (60%) to 210 (52%).",
        "Arrests rose from 900 to 990 (12%).",
        "It had 1,312 referrals, 212 more than before: 700 from schools and 612 from police.",
        "It had 4,100 crimes, a rate of 3.6 per 1,000, up from 3,700 (3.3 per 1,000) before.",
        # Figures of two things, and thresholds.
        "Callers from 12 stations to 5 control rooms waited 8 percent longer.",
        "Some 92.5% were below 185% of the poverty level, and 51.6% of them were women.",
        "The number of detectives fell short of 400, from 380 in May to 350 in June.",
        "Burglary stood at 412 in 2023 and robbery at 98 in 2023, up 5 percent.",
        "Knife crime fell by 12% and by a further 8%: a fall of 19% over the two years.",
        "Half as many again were helped: 180 after 120.",
        # A factor with a base of its own.
        "The backlog fell from 12,600 to 6,280, yet it is three times the 2,100 of 2019.",
        "The backlog rose from 600 to 6,280, three times as many as in 2019 (2,093).",
    ],
)
def test_what_is_no_change_between_two_figures_is_not_refused(text):
    assert refused(find, text) == []
