"""Sixteen people who save the same few records at once lose nothing (T27, T52)."""

import os

from harness.saving import Saving
from harness.writers import run_trial

ACTIONS = int(os.environ.get("PEELIAN_ACTIONS", "160"))


def test_no_save_is_lost(own_database):
    outcome = run_trial(Saving(), own_database, actions=ACTIONS, seed=2026)

    assert outcome.faults == (), outcome
    assert outcome.turned_away == 0
    told = [event.step.name for event in outcome.events]
    assert {"saved", "stale", "looked"} == set(told)
