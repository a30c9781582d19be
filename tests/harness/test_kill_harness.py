"""Deeds that were acknowledged survive a kill whole, and the harness sees when they do not."""

import os

import pytest

from harness.deeds import InTwoTransactions, Loads, Rebases, ToldTooEarly, TrailEntries
from harness.deeds_records import Alterations, Attachings, Exports, TypedRecords
from harness.deeds_rights import PostsAndRoles, SealsAndGlass
from harness.deeds_store import LoadsAndMirrors
from harness.deeds_visits import SignIns
from harness.kills import CrashPoint, kill_often
from harness.processes import ProcessFailed

KILLS = int(os.environ.get("PEELIAN_KILLS", "8"))

pytestmark = pytest.mark.kill
KINDS = [
    Rebases(),
    TrailEntries(),
    Loads(),
    TypedRecords(),
    Alterations(),
    Attachings(),
    Exports(),
    PostsAndRoles(),
    SealsAndGlass(),
    LoadsAndMirrors(),
    SignIns(),
]


@pytest.mark.parametrize("deeds", KINDS, ids=lambda one: one.name)
def test_what_was_acknowledged_stands_whole_after_each_kill(deeds, own_database):
    tally = kill_often(deeds, own_database, kills=KILLS, seed=2026, points=deeds.POINTS)

    assert tally.wrong == [], tally
    assert tally.acknowledged > 0
    assert f"0 in {KILLS} kills: below 3 in {KILLS}" in str(tally)


def test_a_deed_done_but_never_announced_is_counted_and_no_fault(own_database):
    """The process dies when its deed is done and before it can say so."""
    points = [point for point in Rebases.POINTS if point.name == "before-reply"]
    tally = kill_often(Rebases(), own_database, kills=4, seed=1, points=points * 3)

    assert tally.wrong == []
    assert tally.unannounced >= 3


def test_a_deed_told_too_early_is_caught(own_database):
    tally = kill_often(ToldTooEarly(), own_database, kills=4, seed=3)

    assert tally.lost
    assert "acknowledged and lost: " in str(tally)


def test_half_a_deed_is_caught(own_database):
    tally = kill_often(
        InTwoTransactions(), own_database, kills=2, seed=4, points=InTwoTransactions.POINTS
    )

    assert tally.half
    assert "half done: " in str(tally)


def test_a_deed_that_fails_by_itself_is_no_kill(own_database):
    with pytest.raises(ProcessFailed, match=r"No module named 'peelian\.nowhere'"):
        kill_often(
            Rebases(),
            own_database,
            kills=1,
            seed=5,
            points=[CrashPoint("nowhere", "peelian.nowhere:missing", "before")],
        )
