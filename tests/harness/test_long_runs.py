"""The long runs of the harnesses: `make long` prints what each of them may claim."""

import pytest

from harness.deeds import Loads, Rebases, TrailEntries
from harness.deeds_records import Alterations, Attachings, Exports, TypedRecords
from harness.deeds_rights import PostsAndRoles, SealsAndGlass
from harness.deeds_store import LoadsAndMirrors
from harness.deeds_visits import SignIns
from harness.kills import kill_often
from harness.trials import Renaming, TrailAndRebases
from harness.working_day import WorkingDay
from harness.writers import run_trial
from harness.zero import zero_in

# A thousand kills over eight kinds of action, and some more of what they stand on.
KILLS = 125
EIGHT = (
    TypedRecords(),
    Alterations(),
    Attachings(),
    Exports(),
    PostsAndRoles(),
    SealsAndGlass(),
    LoadsAndMirrors(),
    SignIns(),
)
BENEATH = (Rebases(), TrailEntries(), Loads())
ACTIONS = 10_000

# Kills by kind of action, of the kinds that came through.
survived: dict[str, int] = {}

pytestmark = pytest.mark.long


@pytest.fixture
def say(capsys):
    """Prints past pytest, so that a run that passes is seen to have passed by how much."""

    def aloud(what, outcome):
        with capsys.disabled():
            print(f"\n{what}: {outcome}")

    return aloud


@pytest.mark.kill
@pytest.mark.parametrize("deeds", [*EIGHT, *BENEATH], ids=lambda one: one.name)
def test_many_kills(deeds, own_database, say):
    tally = kill_often(deeds, own_database, kills=KILLS, seed=1829, points=deeds.POINTS)
    say(deeds.name, tally)

    assert tally.wrong == []
    survived[deeds.name] = tally.kills


@pytest.mark.kill
def test_all_kinds_together(say):
    """One sentence over all of them."""
    say("together", zero_in(sum(survived.values()), f"kills of {len(survived)} kinds of action"))

    assert survived


@pytest.mark.parametrize(
    "trial", [TrailAndRebases(), Renaming(), WorkingDay()], ids=lambda one: one.name
)
def test_many_random_actions(trial, own_database, say):
    outcome = run_trial(trial, own_database, actions=ACTIONS, seed=1829)
    say(trial.name, outcome)

    assert outcome.faults == ()
    assert outcome.turned_away < ACTIONS / 1000
