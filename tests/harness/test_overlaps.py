"""Whether two ever had the same thing, told from what each was told."""

import pytest

from harness.histories import Event, Step
from harness.overlaps import overlaps


def told(*lines):
    """Events from `begun ended name thing taking`."""
    rows = [line.split() for line in lines]
    return [
        Event(1, int(begun), int(ended), Step(name, None, thing, taking))
        for begun, ended, name, thing, taking in rows
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("0 1 held post a", "2 3 left post a", "4 5 held post b"),
        # The second was told while the first was leaving: one order explains it.
        ("0 1 held post a", "2 9 left post a", "3 4 held post b"),
        ("0 1 held post a", "0 1 held other b"),
        # Over before it was told.
        ("0 9 held post a", "2 3 left post a", "4 5 held post b"),
    ],
)
def test_one_at_a_time(lines):
    assert overlaps(told(*lines), taken="held", left="left") == []


def test_two_at_once():
    events = told("0 1 held post a", "2 3 held post b", "4 5 left post a")

    assert overlaps(events, taken="held", left="left") == ["post: a and b at the same time"]
