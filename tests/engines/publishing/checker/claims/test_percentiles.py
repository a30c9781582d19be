"""Percentiles and the shares beyond a limit that they leave."""

import pytest

from engines.publishing.checker.claims.worked import told
from peelian.engines.publishing.checker.claims.averages.percentiles import find


@pytest.mark.parametrize(
    ("text", "verdict", "allowed"),
    [
        (
            "The 95th percentile of queue times was 20 minutes, while 12% of callers waited longer "
            "than 25 minutes.",
            "does not follow",
            "at most 5 per cent",
        ),
        (
            "The 95th percentile of queue times was 20 minutes. Some 4% of callers waited longer "
            "than 25 minutes.",
            "agrees",
            "at most 5 per cent",
        ),
        (
            "The 75th percentile of queue times was 20 minutes, and 10% of callers waited longer "
            "than 15 minutes.",
            "does not follow",
            "at least 25 per cent",
        ),
    ],
)
def test_a_share_beyond_a_limit_is_held_against_the_percentile(text, verdict, allowed):
    ((said, _, range_allowed),) = told(find, text)
    assert (said, range_allowed) == (verdict, allowed)


@pytest.mark.parametrize(
    "text",
    [
        "The 95th percentile was 20 minutes in spring, while in autumn 12% waited longer than 25 "
        "minutes.",
        "The 95th percentile of queue times was 20 minutes in 2019. In 2022, 12% of callers waited "
        "longer than 25 minutes.",
        "The 95th percentile of queue times was 20 minutes, while 12% of callers waited longer "
        "than 20 minutes.",
        "The top percentile of queue times was 20 minutes, while 12% of callers waited longer than "
        "25 minutes.",
    ],
)
def test_other_groups_other_years_and_the_limit_itself_say_nothing(text):
    assert told(find, text) == []
