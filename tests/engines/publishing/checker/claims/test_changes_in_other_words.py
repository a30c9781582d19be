"""Changes told in other words and another order: asides, points, two sentences, what it led to."""

import pytest

from engines.publishing.checker.claims.worked import refused, told
from peelian.engines.publishing.checker.claims.changes.changes import find


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        # Who said it stands between, and "with" opens the two figures.
        ("Net income advanced 22 percent to $61 million from $57 million.", "22 percent"),
        (
            "Thefts jumped 60 percent this summer, the sheriff said, with 512 reported versus 410 "
            "last summer.",
            "60 percent",
        ),
        (
            "Break-ins were down 30 percent, police said, with 210 recorded against 250.",
            "30 percent",
        ),
        # Points of several kinds.
        ("Support stands at 31%, down four points from 44% in January.", "four"),
        ("The rate dropped from 5.2 per cent to 4.9 per cent, down 60 basis points.", "60"),
        ("It edged up to 4.9%, 0.7 points higher than the 4.6% of the last quarter.", "0.7"),
        ("Women scored 61% and men 54%, a gap of 12 percentage points.", "12 percentage points"),
        ("She leads by 49 percent to 44 percent, a lead of 8 points.", "8"),
        # Measured at two visits, with a sign.
        ("Weight fell from 98.2 kg at baseline to 91.7 kg at week 12, a change of -9.5 kg.", "9.5"),
        ("It fell by 11.5%, from 668 in Q1 23/24 to 559 in Q2 23/24.", "11.5%"),
        # The verb goes on, years stand between, the same change is said again.
        ("The caseload more than halved, falling from 88 to 51.", "halved"),
        ("Prices nearly tripled between 2020 and 2024, from £4.10 to £6.60.", "tripled"),
        ("Staff now number 48,200, some 6,000 up on the 44,900 of a year ago.", "6,000"),
        ("Profits sank 35% to £78m (2024: £98m).", "35%"),
        ("Killings fell 12%, down from 578 to 562.", "12%"),
        ("There were 671 victims of fires in homes last year, 33 fewer (14%).", "14%"),
        (
            "Hate crime rose from 1,240 offences to 1,488, an increase of 25 per cent on the year.",
            "25 per cent",
        ),
        # By the piece as well, which is left out.
        ("Profit fell 26% to $29.7 million, or 13 cents a share, from $35.5 million.", "26%"),
        # A difference, its percentage and where it led.
        ("It rose 7.42% or 46.75 points to trade at 966.70.", "7.42%"),
        (
            "The price fell by 11 per cent or £41,524, making a home worth around £507,000.",
            "11 per cent",
        ),
        # The earlier figure in a clause of its own.
        (
            "They made 558,973 searches, an increase of 32% compared with the year before, in "
            "which there were 366,912 searches.",
            "32%",
        ),
    ],
)
def test_a_change_in_other_words_is_recomputed(text, figure):
    assert refused(find, text) == [figure]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            "We helped 5,640 people, compared with 4,700 in the year before. The number of people "
            "helped has therefore grown by 940, an increase of 17%.",
            "17%",
        ),
        (
            "Crews lost 6,420 hours in March, compared with 5,350 last March. That is an "
            "additional 1,270 hours.",
            "1,270 hours",
        ),
        ("In 2023 there were 128,300 referrals. This increased 9.3% from 122,213.", "9.3%"),
        (
            "Burglaries rose 45 percent. There were 333 burglaries in 2024 and 270 in 2023.",
            "45 percent",
        ),
        (
            "Having stood at 410 in 2020, the count was put at 369 last summer. This decline of "
            "41 nests, or 17 per cent, follows two wet springs.",
            "17 per cent",
        ),
        (
            "The median wait was 12 weeks in June and 17 weeks in December. Patients told us what "
            "this lengthening, of eight weeks, had meant.",
            "eight weeks",
        ),
    ],
)
def test_the_two_figures_may_stand_in_the_sentence_before_or_after(text, figure):
    assert refused(find, text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        # "With" opens figures of another thing.
        "Robberies went up 45 percent, the chief said, with 333 arrests made versus 270 last year.",
        "Thefts were down 8 percent overall, police said, with bicycle thefts at 210 against 250.",
        "Complaints rose 40 per cent over five years, she said, with 1,320 received against 1,100.",
        (
            "Homicides rose 10 percent nationally, with the city recording 52 versus 61 a year "
            "earlier."
        ),
        "Turnout fell six points, with 21,300 votes cast against 24,100 in 2019.",
        # Another basis.
        "Profit advanced 18 percent at constant exchange rates to $236 million from $215 million.",
        "Weight fell from 98.2 to 91.7 kg, a change of -5.9 kg (95% CI -7.1 to -4.7).",
        "Costs fell from £12.4m to £9.3m, saving £4.1m once lower fees are counted.",
        "Crime rose from 1,240 offences in 2019 to 1,488, an increase of 9 per cent on the year.",
        # The change says itself what it is compared with.
        (
            "In all 97.1% of boys passed, down 0.2 percentage points on 2017, compared with 98% "
            "of girls."
        ),
        "The wait was 217 days, down from 221 the year before. It was 121% higher than in 2012.",
        "Offences rose from 14,369 to 15,512. This is less than the 26 per cent rise elsewhere.",
        "This was down by 74, or 2% from the 2017 total, and up 2909, or 165%, from that of 2010.",
        (
            "It fell by 6 minutes in a month, to 27 minutes 25 seconds – and down from 31 "
            "minutes in May."
        ),
        # No level, but a number of changes, a total, or the next item of a list.
        "There were 4,500 offences, a 1% decrease after four year-on-year increases.",
        (
            "It came sixth with $10.1 million, a 50% increase from last week bringing it to "
            "$29.7 million."
        ),
        "There were 1,229 thefts, a rise of 19 per cent on the previous year 129 frauds, a fall.",
        "Some 520,000 people in 270,000 homes replied, up from 490,000 people in 262,000 homes.",
        (
            "They added 23.1 million, but as one lost 1.31 million, the total came down to 21.9 "
            "million."
        ),
        # No direction, or one of its own.
        "Going from 480 ms to 300 ms is a 37.5% gain.",
        "Revenue growth slowed from 3.9% in 2022 to 2.5%.",
        "Users fell from 431.21 million to 429.23 million, a growth of -0.46 percent.",
        "It leapt from 19% last year to 19.9%, more than halving the gap between the two groups.",
        # Rounded: both counts end in a nought, and a currency before the number.
        "The number was 6,690 in May. This increased 4.3% from 6,410 in the quarter before.",
        "Revenue per user increased by 5.4 percent, from Rs 80 in June to Rs 84 in September.",
        # A difference beside the figure that it is measured from.
        (
            "We gave 11.96 million – 570,263 or 5% more than in the same year (11.39 million in "
            "March)."
        ),
        # In two sentences that are of two things.
        (
            "Burglaries rose 45 percent in the north. There were 333 burglaries in 2024 and 270 "
            "in 2023."
        ),
        "Burglaries rose 45 percent. There were 333 domestic burglaries in 2024 and 270 in 2023.",
        "We helped 5,640 people, compared with 4,700 before. The number of calls has grown by 17%.",
        (
            "They lost 6,420 hours, compared with 5,350 last year. An additional 1,270 hours "
            "were spent."
        ),
    ],
)
def test_a_change_of_something_else_is_left_alone(text):
    assert refused(find, text) == []


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Lets rose from 200 to 300, an increase of 50%.", ["agrees"]),
        # 19.5 to 20.5 over 18.5 to 19.5 is anything from 0 to 11 percent.
        ("Energy use rose by 4%. It is 20% of the bill in May, against 19% in April.", []),
    ],
)
def test_a_fit_that_could_be_chance_is_no_agreement(text, verdicts):
    found = [one for one in told(find, text) if one[0] != "cannot be checked"]
    assert [verdict for verdict, _, _ in found] == verdicts
