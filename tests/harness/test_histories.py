"""Histories small enough to be judged by eye, and the checker's word on each."""

import pytest

from harness.histories import Event, Step, faults_of
from harness.zero import zero_in


def history(text):
    """Events from lines of `writer begun ended saw wrote`; `-` for an action that only looked."""
    rows = [line.split() for line in text.strip().splitlines()]
    return [
        Event(
            int(writer),
            int(begun),
            int(ended),
            Step("act", "register", saw, None if wrote == "-" else wrote),
        )
        for writer, begun, ended, saw, wrote in rows
    ]


@pytest.mark.parametrize(
    "told",
    [
        "",
        "1 0 9 a b",
        # Both at once: either may have been first.
        "1 0 9 b c\n2 0 9 a b\n3 9 9 c -",
        # A look while the change is under way may see the old value or the new one.
        "1 0 9 a b\n2 5 6 a -\n2 7 8 b -\n1 10 11 b c\n3 12 12 c -",
    ],
)
def test_histories_that_one_order_explains(told):
    events = history(told)
    last = max((event.step.wrote or "a" for event in events), default="a")

    assert faults_of(events, first="a", last=last) == []


@pytest.mark.parametrize(
    ("told", "last", "says"),
    [
        (
            "1 0 2 a b\n2 1 3 a c",
            "c",
            "lost update: writer 1 saw 'a' and left 'b' and writer 2 saw 'a' and left 'c'",
        ),
        ("1 0 1 a b", "a", "the last change left 'b', but 'a' stands"),
        ("1 0 1 x y", "a", "writer 1 saw 'x' and left 'y', but nothing ever led to 'x'"),
        (
            "1 0 1 b c\n2 2 3 a b",
            "c",
            "writer 1 saw 'b' and left 'c' stands after writer 2 saw 'a' and left 'b', "
            "which began later",
        ),
        (
            "1 0 1 a b\n2 2 3 a -",
            "b",
            "writer 2 saw 'a' though writer 1 saw 'a' and left 'b' before",
        ),
        ("2 0 1 b -\n1 2 3 a b", "b", "writer 2 saw 'b' before that was written"),
        ("2 0 1 z -", "a", "writer 2 saw 'z', which was never left"),
    ],
)
def test_histories_that_no_order_explains(told, last, says):
    assert faults_of(history(told), first="a", last=last) == [says]


def test_none_in_so_many_is_below_three_in_so_many():
    assert zero_in(10_000, "actions") == (
        "0 in 10,000 actions: below 3 in 10,000 (0.03%, with 95% confidence)"
    )
