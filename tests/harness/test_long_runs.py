"""The long runs of the harnesses: `make long` prints what each of them may claim."""

import pytest

from harness.deeds import Loads, Rebases, TrailEntries
from harness.kills import kill_often
from harness.trials import Renaming, TrailAndRebases
from harness.writers import run_trial

# A load grows slower with each file that the store holds, so it has fewer of the thousand.
KILLS = ((Rebases(), 400), (TrailEntries(), 400), (Loads(), 200))
ACTIONS = 10_000

pytestmark = pytest.mark.long


@pytest.fixture
def say(capsys):
    """Prints past pytest, so that a run that passes is seen to have passed by how much."""

    def aloud(what, outcome):
        with capsys.disabled():
            print(f"\n{what}: {outcome}")

    return aloud


@pytest.mark.kill
@pytest.mark.parametrize(("deeds", "kills"), KILLS, ids=[deeds.name for deeds, _ in KILLS])
def test_many_kills(deeds, kills, own_database, say):
    tally = kill_often(deeds, own_database, kills=kills, seed=1829, points=deeds.POINTS)
    say(deeds.name, tally)

    assert tally.wrong == []


@pytest.mark.parametrize("trial", [TrailAndRebases(), Renaming()], ids=lambda one: one.name)
def test_many_random_actions(trial, own_database, say):
    outcome = run_trial(trial, own_database, actions=ACTIONS, seed=1829)
    say(trial.name, outcome)

    assert outcome.faults == ()
    assert outcome.turned_away < ACTIONS / 1000
