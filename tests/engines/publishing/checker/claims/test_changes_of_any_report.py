"""Changes whose level and base stand in fixed words, with much or little in between."""

import pytest

from engines.publishing.checker.claims.worked import refused, told
from peelian.engines.publishing.checker.claims.changes.changes import find


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        # "This" goes on with the two figures before the semicolon.
        (
            "The wait was 14 weeks in June and 21 weeks in December; this lengthening, of nine "
            "weeks, worried the board.",
            "nine weeks",
        ),
        ("Tonnage rose from 900 to 990; this rise, of 20 per cent, was welcome.", "20 per cent"),
        # A phrase of many words parts the size from its figures.
        (
            "A 13.2% reduction in the volume of completed audits for all kinds of firm, from "
            "107,327 to 102,777.",
            "13.2%",
        ),
        # The base has its date before it.
        ("Convictions fell, down 13% to 75,251 from 2018-19 (78,488).", "13%"),
        ("The number of claims (32,414) was 38% higher than in 2014, (25,033).", "38%"),
        (
            "The number was 1,992 in March, 2% lower than in February (2,032) but 18% higher than "
            "a year before (1,826).",
            "18%",
        ),
        # A sentence without a verb opens with the change.
        ("There were 61,410 households listed. Down 17.3% from 66,960 households.", "17.3%"),
        ("There were 142,500 new cases. An increase of 21.1% on 127,100 last year.", "21.1%"),
        ("We recorded 151,220 thefts. This marks a 24% increase from 131,584.", "24%"),
        # A word for a factor, and the two figures in the sentence after.
        (
            "It has halved its use of bed and breakfast. In April, 60 families were housed in this "
            "way; by March it was 45.",
            "halved",
        ),
        (
            "The office has halved its backlog of cases. In January there were 420 cases; in "
            "November there were 310.",
            "halved",
        ),
    ],
)
def test_what_does_not_follow_is_refused(text, figure):
    assert figure in refused(find, text)


@pytest.mark.parametrize(
    "text",
    [
        "Thefts rose from 900 to 990; this rise of 5 per cent in arrests was not expected.",
        "Thefts rose from 900 to 990; this rise, of 10 per cent, was expected.",
        "A 10 per cent saving in the running costs of the depots, from 107 vehicles to 102.",
        "There were 12 officers. An increase of 10% on the 600 offences of last year was recorded.",
        "In 2015 the number of claims (32,414) was 38% higher than in 2014, (25,033 of them new).",
        "Revenue was £40m. Up 10% on £30m a year ago, profit reached £33m.",
        "The office has halved its backlog of cases. The next town had 420 cases in May and 310 "
        "in June.",
        "The trust has halved its waits over ten years. In May, 420 were seen in this way; by June "
        "it was 310.",
        "Spending on roads has doubled. In 2019, 42 roads were mended; by 2022 it was 61 roads.",
        "It has halved its emissions from mills. In 2010 there were 42 mills; in 2020 there were "
        "31.",
        "The council has doubled its recycling. In 2019, 420 bins were bought; by 2022 it was 610.",
    ],
)
def test_what_may_be_of_something_else_is_left_alone(text):
    assert refused(find, text) == []


def test_the_base_of_a_sentence_without_a_verb_is_held_against_the_one_before():
    """66,960 less 8.3 per cent is 61,402; 61,410 is 8.29 per cent less."""
    text = "There were 61,410 households listed. Down 8.3% from 66,960 households."
    assert ("agrees", "8.3%", "8.29 per cent") in told(find, text)
