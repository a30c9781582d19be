"""Words for a share whose counts stand in an aside, or in the sentence beside them."""

import pytest

from engines.publishing.checker.claims.worked import refused
from peelian.engines.publishing.checker.claims.worded.words import find


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A majority of the 640 members who replied, 290 of them, were against.", "majority"),
        ("Nearly all of the 46 wards inspected, 27 of them, had enough nurses.", "Nearly all"),
        (
            "Two in three of the 900 drivers tested, 450 of them, were over the limit.",
            "Two in three",
        ),
        ("Only a minority of the 120 councils, 71 of them, have a plan.", "minority"),
        ("Most households, 46% of them, recycle food.", "Most"),
        ("Almost all trusts replied: 61 of the 140 did so.", "Almost all"),
        ("A majority of 42.6% of respondents agreed.", "majority"),
        ("Most teachers were content. Of the 500 teachers asked, 210 were content.", "Most"),
        ("We completed 134 reviews. A third of the reviews, 29 in all, found fault.", "A third"),
        (
            "The trust received 86 complaints. Most of them, 34 complaints, were about delay.",
            "Most",
        ),
    ],
)
def test_a_word_is_held_against_the_counts_beside_it(text, word):
    assert refused(find, text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        # The aside is of some of them.
        "A majority of the 640 members who replied, 290 of them women, were against.",
        "Most of the 810 owners, 322 of whom voted by post, were for it.",
        "Half of the 300 staff, 120 of them, and 40 managers were asked.",
        "Most of the 240 councils in the study, 96 of them, in the north, had a plan.",
        # The percentage is of all, the word of those just named.
        "Some 58 per cent said yes, with the majority (31 per cent) choosing to pay more.",
        "Half of those asked plan to hire, with the majority (38%) adding one to five.",
        # No majority at all, or one of votes.
        "The largest group, though no majority (43 per cent), were dissatisfied.",
        "A majority of 10% of the votes gave her the seat.",
        # Two sentences of two things.
        "Most teachers were content. Of the 500 primary teachers asked, 210 were content.",
        "Most pupils were happy. The survey found that 38% of pupils were very happy.",
        "Most pupils were happy. In 2019, 38% of pupils were happy.",
        "We completed 134 reviews. A third of the late reviews, 9 in all, found fault.",
        "We had 86 complaints, 50 of them in May. Most of these, 34 complaints, were about delay.",
    ],
)
def test_a_word_of_something_else_is_left_alone(text):
    assert refused(find, text) == []
