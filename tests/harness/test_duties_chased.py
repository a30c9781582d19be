"""Workers who are killed and clocks that jump do everything about a duty once, and lose nothing.

T51. The long run is 16 workers at 10,000 duties.
"""

import os

import pytest

from harness.chased import Chased, Unwritten
from harness.crowds import work_off
from harness.deeds_duties import Duties
from harness.kills import kill_often

DUTIES = int(os.environ.get("PEELIAN_DUTIES", "10000"))
KILLS = int(os.environ.get("PEELIAN_KILLS", "10"))

pytestmark = pytest.mark.kill


def test_a_duty_and_what_is_sent_of_it_stand_whole_after_each_kill(own_database):
    tally = kill_often(Duties(), own_database, kills=KILLS, seed=2026, points=Duties.POINTS)

    assert tally.wrong == [], tally
    assert tally.acknowledged > 0


def test_a_few_workers_do_everything_once_while_some_are_killed(own_database):
    outcome = work_off(Chased(60), own_database, workers=4, kills=6, seed=2026)

    assert outcome.faults == (), outcome
    assert outcome.kills == 6


def test_an_effect_without_its_entry_is_caught(own_database):
    outcome = work_off(Unwritten(3), own_database, workers=1, kills=0, seed=1)

    assert "notes and entries differ" in str(outcome)


@pytest.mark.long
def test_sixteen_workers_do_everything_once_for_ten_thousand_duties(own_database, capsys):
    outcome = work_off(Chased(DUTIES), own_database, workers=16, kills=200, seed=1829)
    with capsys.disabled():
        print(f"\nduties chased: {outcome}")

    assert outcome.faults == (), outcome
