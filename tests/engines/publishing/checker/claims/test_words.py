"""Words for a share beside the figures they are said of."""

import pytest

from engines.publishing.checker.claims.worked import findings, refused
from peelian.engines.publishing.checker.claims.worded.words import find


def test_most_is_held_against_its_counts():
    """118 of 260 are 45.4 per cent, which is not most."""
    text = "Most of those who came (118 of 260) wanted more."
    (found,) = findings(find, text)
    assert (found.verdict, found.about) == ("does not follow", "word for a quantity")
    assert found.computed == "118 of 260 is 45.38 per cent"
    assert [text[start:end] for start, end in found.marks] == ["Most", "118", "260"]


@pytest.mark.parametrize(
    "text",
    [
        "Most officers (62 percent) agreed.",
        "The majority, 167 of 294, agreed.",
        "A majority \u2013 six of the ten chief officers \u2013 had served elsewhere.",
        "The vast majority of carers (47 of 50) would, and only a minority (14 of 50) would not.",
        "Nearly all cases (98 of 100) were recorded.",
        "A third (31.6%) of absence was authorised.",
        "Nearly half (48.8%) were stopped.",
        "Nearly two-thirds (64.8%) of calls were about other things.",
        "Just over a quarter (26.4%) had been offered one.",
        "More than half of the 748 who replied (381) agreed.",
        "Fewer than one in ten (9.6%) thought so.",
        "Nine out of ten (89%) said yes.",
        "Around half of officers (46%) had been trained.",
        "48.8% (almost half) were stopped.",
        "Three-quarters of the 240 officers (180) had a camera.",
    ],
)
def test_a_word_that_fits_its_figures_agrees(text):
    verdicts = {str(one.verdict) for one in findings(find, text)}
    assert verdicts == {"agrees"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Most officers (48 percent) agreed.", "Most"),
        ("Most respondents \u2013 38 per cent \u2013 said so.", "Most"),
        ("The majority (42%) of calls came from women.", "majority"),
        ("A majority of magistrates (47 of 98) never had.", "majority"),
        ("A small minority of respondents (68%) disagreed.", "minority"),
        ("Nearly all cases (61 of 100) were recorded.", "Nearly all"),
        ("Most sergeants (30 of 80 sergeants) agreed.", "Most"),
        ("Most of the 80 who replied, 30 in all, agreed.", "Most"),
        ("A third (61%) of absence was authorised.", "A third"),
        ("One in four (31%) had been a victim.", "One in four"),
        ("More than half of staff (48%) agreed.", "half"),
        ("More than half of the 748 who replied (371) agreed.", "half"),
        ("Fewer than one in ten (19.6%) thought so.", "one in ten"),
        ("Just over a quarter (35.1%) had been trained.", "a quarter"),
        ("A quarter of the 316 cases (112) had been closed.", "A quarter"),
    ],
)
def test_a_word_that_no_reading_of_its_figures_fits_is_refused(text, word):
    assert refused(find, text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        # "Most" that makes a superlative, and minorities that are peoples.
        "The most common offence (32%) was theft.",
        "Most serious of all (12%) was arson.",
        "At most (12%) it was a nuisance.",
        "People of a minority ethnic background (62%) were searched.",
        # Figures of something else, or of a part.
        "Most officers we met had been trained, and 45% had been so this year.",
        "Most pupils are in either academies (48%) or maintained schools (41%).",
        "The majority were against doctors (42%), nurses (22%) and clerks (10%).",
        "Waiting times rose by a minute and a half, more than 60 per cent.",
        "Half of all searches (25%) of young men found nothing.",
        "Half of searches occurred in 9% of neighbourhoods.",
        "A quarter fewer robberies (418) were recorded.",
        # A part of those who are meant, and a later time.
        "Most sergeants (30 of 80 strongly) agreed.",
        "Most sergeants (30 of the 80 women) agreed.",
        "More than half of the 80 replied, 30 in time.",
        "More than half of the 80 replied, 30 by post.",
        "The minority, 50 of 80, disagreed in 2019 and 30 now.",
        # Nothing beside it.
        "The majority of officers agreed.",
    ],
)
def test_words_that_say_no_share_of_these_figures_are_left_alone(text):
    assert refused(find, text) == []
