"""Which cases come before a panel: by lot from all, and those of triggers on top."""

import csv
import hashlib
import io

import pytest

from engines.panels.searches import LATER, SEED
from peelian.access.decide import NotAllowed
from peelian.areas.stop_and_search.panels import SCRUTINY
from peelian.engines.panels.drawing import choose, draw_cases
from peelian.engines.panels.errors import PanelRefused
from peelian.engines.panels.freezing import freeze, frozen_file
from peelian.engines.panels.planning import abandon, plan
from peelian.engines.panels.preparing import prepare, put_forward, set_aside
from peelian.engines.panels.states import CameBy, CaseState
from peelian.numbers.drawing import Framed
from peelian.trail.models import Entry
from people import NOW


def test_ten_cases_are_six_by_lot_both_that_always_count_and_children(drawn):
    """Ten in all; the two with clothing off are there, by lot or by their trigger."""
    cases = list(drawn.cases.order_by("number"))
    assert len(cases) == 10
    assert [case.came_by for case in cases[:6]] == [CameBy.LOT] * 6
    assert {"search-07", "search-21"} <= {case.of_id for case in cases}
    assert all(case.triggers for case in cases[6:])
    assert cases[0].ref == f"{drawn.ref}-1"


def test_anybody_can_draw_the_same_cases_again(drawn):
    """From the downloaded file and the seed, with nothing but the standard library."""
    content = frozen_file(drawn)
    digest = hashlib.sha256(content).hexdigest()
    assert digest == drawn.frame_hash
    rows = list(csv.DictReader(io.StringIO(content.decode())))
    assert len(rows) == drawn.frame_size == 40
    lots = sorted(
        hashlib.sha256(f"{digest}:{SEED}:{row['record_id']}".encode()).hexdigest()
        + row["record_id"]
        for row in rows
    )
    wanted = [lot[64:] for lot in lots[:6]]
    assert [case.of_id for case in drawn.cases.filter(came_by=CameBy.LOT).order_by("number")] == (
        wanted
    )


def test_no_seed_before_the_frame_and_none_twice(planned, office, tables):
    with pytest.raises(PanelRefused, match="planned, so it cannot be drawn"):
        draw_cases(planned, SCRUTINY, seed=SEED, actor=office, at=NOW, tables=tables)
    freeze(planned, SCRUTINY, actor=office, at=NOW, tables=tables)
    draw_cases(planned, SCRUTINY, seed=SEED, actor=office, at=NOW, tables=tables)
    with pytest.raises(PanelRefused, match="drawn, so it cannot be drawn"):
        draw_cases(planned, SCRUTINY, seed="another", actor=office, at=NOW, tables=tables)
    with pytest.raises(PanelRefused, match="drawn, so it cannot be frozen"):
        freeze(planned, SCRUTINY, actor=office, at=NOW, tables=tables)


def test_triggers_that_always_count_may_outgrow_the_meeting():
    rows = [Framed(f"r{number}", "clothing", "") for number in range(8)]
    chosen = choose(rows, SCRUTINY, frame_hash="h", seed="s", cases=3, by_lot=2)
    assert len(chosen) == 8
    assert [one.came_by for one in chosen].count(CameBy.LOT) == 2


def test_a_small_frame_is_taken_whole():
    rows = [Framed("r1", "", ""), Framed("r2", "child", "")]
    chosen = choose(rows, SCRUTINY, frame_hash="h", seed="s", cases=10, by_lot=6)
    assert {one.record_id for one in chosen} == {"r1", "r2"}


def test_the_next_by_lot_takes_the_place_of_one_without_a_recording(drawn, force, tables):
    """Nobody chooses it; in the place of a triggered one comes none."""
    first, triggered = drawn.cases.get(number=1), drawn.cases.get(number=10)
    new = set_aside(
        first,
        SCRUTINY,
        because="The camera was off.",
        actor=force["auditor"],
        at=NOW + LATER,
        tables=tables,
    )
    assert new is not None
    assert (new.number, new.came_by) == (11, CameBy.LOT)
    first.refresh_from_db()
    assert (first.state, first.set_aside) == (CaseState.SET_ASIDE, "The camera was off.")
    assert (
        set_aside(
            triggered,
            SCRUTINY,
            because="Lost.",
            actor=force["auditor"],
            at=NOW + LATER,
            tables=tables,
        )
        is None
    )


def test_the_force_names_a_case_that_no_source_shows(drawn, force, tables):
    taken = set(drawn.cases.values_list("of_id", flat=True))
    free = next(f"search-{n:02}" for n in range(1, 41) if f"search-{n:02}" not in taken)
    made = put_forward(
        drawn,
        SCRUTINY,
        record_id=free,
        trigger="complaint",
        actor=force["auditor"],
        at=NOW,
        tables=tables,
    )
    assert (made.came_by, made.triggers) == (CameBy.NAMED, "complaint")
    with pytest.raises(PanelRefused, match="before the panel already"):
        put_forward(
            drawn,
            SCRUTINY,
            record_id=free,
            trigger="complaint",
            actor=force["auditor"],
            at=NOW,
            tables=tables,
        )


def test_only_whoever_runs_panels_plans_and_draws(planned, force, tables):
    for role in ("auditor", "panel-member", "supervisor", "chief-officer"):
        with pytest.raises(NotAllowed):
            freeze(planned, SCRUTINY, actor=force[role], at=NOW, tables=tables)


def test_a_panel_never_sees_only_what_stands_out(office, members):
    with pytest.raises(PanelRefused, match="only what stands out"):
        plan(
            SCRUTINY,
            held_on=NOW.date(),
            place="County hall",
            first="2026-03",
            last="2026-03",
            seed_source="dice",
            cases=10,
            by_lot=0,
            actor=office,
            at=NOW,
        )


def test_a_meeting_that_is_given_up_stays_listed_with_its_reason(planned, office):
    abandon(planned, because="Snow.", actor=office, at=NOW)
    planned.refresh_from_db()
    assert (planned.state, planned.ended_because) == ("abandoned", "Snow.")
    whats = Entry.objects.filter(record_type="panel-meeting", record_ref=planned.ref)
    assert whats.count() == 2


def test_a_name_among_the_minutes_to_show_is_masked(drawn, force, tables):
    """Members read the line, and whoever prepares a case writes as people write."""
    case = drawn.cases.get(number=1)
    prepare(
        case,
        SCRUTINY,
        video_ref=case.video_ref,
        stretch="From 02:10, when PC Demo investigator takes Silver's arm, to 05:30",
        hide_words="Silver",
        actor=force["auditor"],
        at=NOW + LATER,
        tables=tables,
    )

    case.refresh_from_db()
    assert "investigator" not in case.stretch
    assert "Silver" not in case.stretch
    assert case.stretch.startswith("From 02:10, when ")
    assert case.stretch.endswith(" to 05:30")
