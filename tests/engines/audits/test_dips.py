"""A standing audit draws a sample of each month that is over, by itself and by nobody's choice."""

from datetime import UTC, datetime
from hashlib import sha256

import pytest
from django.conf import settings

from engines.audits.grounds import AT, GROUNDS, planned, search
from peelian.access.actors import service_account
from peelian.access.decide import NotAllowed
from peelian.access.held import RoleHeld
from peelian.areas.stop_and_search.models import StopSearch
from peelian.engines.audits.dips import go_on_with
from peelian.engines.audits.ending import abandon, close
from peelian.engines.audits.errors import WrongState
from peelian.engines.audits.framing import freeze
from peelian.engines.audits.models import Item, Run
from peelian.engines.audits.running import RHYTHM_ACCOUNT
from peelian.engines.audits.seeding import commitment_of
from peelian.jobs import audit_work
from peelian.jobs.timetable import TIMETABLE
from peelian.records.store.reader import open_reader
from peelian.spine.post import Holding
from peelian.trail.models import Entry
from stored_rows import put_rows

MAY = datetime(2026, 5, 2, 9, tzinfo=UTC)


@pytest.fixture
def months(root):
    """Searches of March and April."""
    for month in (3, 4):
        rows = [
            search(
                100 * month + n,
                month=f"2026-{month:02}",
                searched_at=datetime(2026, month, 5, 12, tzinfo=UTC),
            )
            for n in range(12)
        ]
        put_rows(root, StopSearch, rows, month=f"2026-{month:02}")
    return open_reader(root)


@pytest.fixture
def standing(force, months):
    return planned(months, force["auditor"], rhythm="month", last="", title="Monthly dip")


def round_of(months, at):
    return go_on_with([GROUNDS], by=service_account(RHYTHM_ACCOUNT), at=at, tables=months)


def monthly(standing):
    return {run.first: run for run in Run.objects.filter(begun_by_run=standing)}


def test_each_month_that_is_over_is_drawn_once(standing, months):
    assert round_of(months, AT).drawn == 1
    assert round_of(months, AT).drawn == 0
    assert round_of(months, MAY).drawn == 1
    runs = monthly(standing)
    assert sorted(runs) == ["2026-03", "2026-04"]
    assert {run.state for run in runs.values()} == {"drawn"}
    assert Item.objects.filter(run=runs["2026-04"]).count() == 4
    # The deed is Peelian's own, in the name of whoever planned it.
    told = Entry.objects.filter(record_ref=runs["2026-04"].ref)
    assert {entry.actor for entry in told} == {f"service:{RHYTHM_ACCOUNT}"}
    assert all(standing.made_by.trail_name in entry.detail for entry in told)


def test_the_seeds_of_all_months_were_bound_when_it_was_planned(standing, months, force):
    round_of(months, MAY)
    ended = close(standing, actor=force["auditor"], at=MAY)
    assert sha256(ended.seed.encode()).hexdigest() == commitment_of(standing)
    for month, run in monthly(standing).items():
        assert run.seed == sha256(f"{ended.seed}:{month}".encode()).hexdigest()
        assert commitment_of(run) == sha256(run.seed.encode()).hexdigest()


def test_nothing_goes_on_after_the_end(standing, months, force):
    close(standing, actor=force["auditor"], at=AT)
    assert round_of(months, MAY) == type(round_of(months, MAY))(0, 0, 0)


def test_a_standing_run_is_no_frame_itself(standing, months, force):
    with pytest.raises(WrongState, match="of its own each month"):
        freeze(standing, GROUNDS, actor=force["auditor"], at=AT, tables=months)


def test_nothing_goes_on_for_somebody_who_has_lost_the_power(standing, months):
    Holding.objects.filter(officer_ref="no-auditor").update(ends_on=AT.date().replace(day=1))
    RoleHeld.objects.filter(user=standing.made_by).delete()
    found = round_of(months, AT)
    assert (found.drawn, found.still) == (0, 1)


def test_peelian_itself_goes_on_with_nothing_that_a_person_planned(force, months):
    run = planned(months, force["auditor"])
    with pytest.raises(NotAllowed):
        freeze(run, GROUNDS, actor=service_account(RHYTHM_ACCOUNT), at=AT, tables=months)


def test_a_seed_from_outside_is_waited_for(force, months):
    standing = planned(
        months, force["auditor"], rhythm="month", last="", seed_source="the first lottery of May"
    )
    assert round_of(months, AT).waiting == 1
    assert monthly(standing)["2026-03"].state == "frozen"


def test_the_seed_is_shown_where_the_standing_run_is_given_up(standing, months, force):
    round_of(months, AT)
    ended = abandon(standing, why="No time.", actor=force["auditor"], at=MAY)
    assert sha256(ended.seed.encode()).hexdigest() == commitment_of(standing)


def test_a_month_whose_seed_is_known_is_not_frozen_any_more(standing, months, force, monkeypatch):
    """The seed of each month follows from the one that is shown at the close."""
    with monkeypatch.context() as patched:
        patched.setattr("peelian.engines.audits.dips._go_on", lambda run, *args, **more: run)
        round_of(months, AT)
    close(standing, actor=force["auditor"], at=AT)
    left = monthly(standing)["2026-03"]
    with pytest.raises(WrongState, match="seed is shown"):
        freeze(left, GROUNDS, actor=force["auditor"], at=AT, tables=months)


def test_a_month_that_was_abandoned_is_not_drawn_again(standing, months, force):
    round_of(months, AT)
    abandon(monthly(standing)["2026-03"], why="Wrong unit.", actor=force["auditor"], at=AT)
    assert round_of(months, AT).drawn == 0


@pytest.mark.parametrize("step", ["freeze", "publish_seed", "draw"])
def test_a_kill_between_two_steps_leaves_what_the_next_round_ends(
    standing, months, monkeypatch, step
):
    class Killed(BaseException):
        pass

    def dies(*args, **more):
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(f"peelian.engines.audits.dips.{step}", dies)
        with pytest.raises(Killed):
            round_of(months, AT)
    assert round_of(months, AT).drawn == 1
    assert len(monthly(standing)) == 1


def test_the_worker_does_it_every_hour(standing, months, monkeypatch):
    monkeypatch.setattr(settings, "STORE_ROOT", months.root)
    monkeypatch.setattr(audit_work.catalogue, "audits", lambda: (GROUNDS,))
    (job,) = [one for one in TIMETABLE if one.name == "audit-rhythm"]
    assert job.run(MAY) == "2 monthly samples drawn, 0 wait for their seed, 0 stand still"
