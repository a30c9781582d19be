"""T52: sixteen people change one organisation at once and it stays one (PEELIAN_ACTIONS: more)."""

import os

from access.giving.organisation_trial import Postings
from harness.writers import run_trial

ACTIONS = int(os.environ.get("PEELIAN_ACTIONS", "320"))


def test_a_post_has_one_holder_and_the_tree_no_circle_whoever_writes_at_once(own_database):
    outcome = run_trial(Postings(), own_database, actions=ACTIONS, seed=52)

    assert outcome.faults == (), outcome
