"""The slow twin holds to the hand-worked answers too: ten examples, and all others."""

import pytest

from engines.measures import plain
from peelian.areas.crime.measures import MEASURES

EXAMPLES = [(measure, example) for measure in MEASURES for example in measure.examples]


def test_there_are_at_least_ten_to_hold_it_to():
    assert len(EXAMPLES) >= 10


@pytest.mark.parametrize(
    ("measure", "example"), EXAMPLES, ids=[f"{m.key}: {e.says}" for m, e in EXAMPLES]
)
def test_plain_python_shows_what_was_worked_by_hand(measure, example):
    assert plain.shows(measure.key, example) == example.shows
