"""Reviewers side by side never have the same turn, and a kill leaves no half review.

T40, T52. The long run is 16 workers at 400 files.
"""

import pytest

from harness.crowds import work_off
from harness.reviewed import Reviewed

pytestmark = pytest.mark.kill


def test_a_few_reviewers_have_each_turn_once_while_some_are_killed(own_database):
    outcome = work_off(Reviewed(12), own_database, workers=4, kills=5, seed=2026)

    assert outcome.faults == (), outcome
    assert outcome.kills == 5


@pytest.mark.long
def test_sixteen_reviewers_have_each_turn_once(own_database, capsys):
    outcome = work_off(Reviewed(400), own_database, workers=16, kills=100, seed=1829)
    with capsys.disabled():
        print(f"\nfiles reviewed: {outcome}")

    assert outcome.faults == (), outcome
