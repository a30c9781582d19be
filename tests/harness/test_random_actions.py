"""Sixteen writers at once lose no update and break no rule, and the checker sees when they do."""

import os

import pytest

from harness.trials import EntryOutside, Renaming, RenamingUnlocked, TrailAndRebases
from harness.working_day import WorkingDay
from harness.writers import run_trial

ACTIONS = int(os.environ.get("PEELIAN_ACTIONS", "480"))


@pytest.mark.parametrize(
    "trial", [TrailAndRebases(), Renaming()], ids=lambda one: str(type(one).__name__)
)
def test_no_update_is_lost_and_no_invariant_broken(trial, own_database):
    outcome = run_trial(trial, own_database, actions=ACTIONS, seed=2026)

    assert outcome.faults == (), outcome
    assert outcome.turned_away == 0
    assert str(outcome).startswith(f"0 in {ACTIONS} random actions: below 3 in {ACTIONS}")


def test_a_working_day_of_everybody_at_once_breaks_no_rule(own_database):
    outcome = run_trial(WorkingDay(), own_database, actions=ACTIONS // 3, seed=2026)

    assert outcome.faults == (), outcome
    assert outcome.turned_away == 0
    told = {event.step.name for event in outcome.events}
    assert {"saved", "stale", "held", "given", "tied", "exported", "refused"} <= told


def test_a_lost_update_is_caught(own_database):
    outcome = run_trial(RenamingUnlocked(), own_database, actions=96, seed=1)

    assert "lost update" in str(outcome)


def test_a_broken_invariant_is_caught(own_database):
    outcome = run_trial(EntryOutside(), own_database, actions=64, seed=1, writers=4)

    assert any("stand" in fault and "were told" in fault for fault in outcome.faults)
