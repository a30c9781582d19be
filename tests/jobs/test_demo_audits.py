"""The demo's audits: one over, one under way, one of chosen files; made as on a page."""

from datetime import UTC, datetime

import pytest
from django.conf import settings

from peelian import catalogue
from peelian.areas.stop_and_search.audits import GROUNDS_AUDIT
from peelian.engines.audits.agreement import agreement_of
from peelian.engines.audits.models import Finding, Item, Marking, Run, State, Turn
from peelian.engines.audits.results import results_of
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.request import request
from peelian.frameworks.peel.victim_service import VICTIM_SERVICE
from peelian.jobs.demo.audits import BEGUN, CHOSEN_BY_OUTCOME, make_demo_audits
from peelian.jobs.demo.encounters import load_demo_encounters
from peelian.jobs.demo.people import make_demo_people
from peelian.jobs.demo.victims import load_demo_victims
from peelian.records.mirror import mirror
from peelian.records.store.reader import open_reader

AT = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)


@pytest.fixture
def made(tmp_path, monkeypatch, db):
    monkeypatch.setenv("PEELIAN_DEMO", "1")
    monkeypatch.setattr(settings, "STORE_ROOT", tmp_path / "store")
    monkeypatch.setattr(settings, "PEELIAN_HOME", tmp_path)
    make_demo_people(at=AT)
    load_demo_victims(AT)
    load_demo_encounters(AT)
    return make_demo_audits(AT)


def run_of(audit):
    return Run.objects.get(audit=audit.key)


def one_cell(audit, question):
    """The cell of a question over all of the demo, from the store as figures read it."""
    measure = catalogue.measure(f"{audit.key}.{question}")
    (cell,) = calculate(request(measure), open_reader(settings.STORE_ROOT)).cells
    return cell


def test_one_is_over_one_is_under_way_and_one_is_of_chosen_files(made):
    assert made == 4
    assert make_demo_audits(AT) == 0

    grounds, chosen = run_of(GROUNDS_AUDIT), run_of(VICTIM_SERVICE)
    assert (grounds.state, chosen.state) == (State.CLOSED, State.CLOSED)
    assert grounds.ended_because == ""
    under_way = Run.objects.get(state=State.DRAWN)
    assert Marking.objects.filter(item__run=under_way, done_at__isnull=False).count() == BEGUN
    assert Run.objects.get(rhythm="month").state == State.PLANNED
    check_marked_twice_and_decided_where_two_differed(grounds)


def check_marked_twice_and_decided_where_two_differed(run):
    items = Item.objects.filter(run=run)

    assert not items.filter(settled_at=None, set_aside="").exists()
    for item in items.filter(second=True, set_aside=""):
        by_turn = {one.turn: one for one in item.markings.all()}
        differs = by_turn[Turn.FIRST].answers != by_turn[Turn.SECOND].answers
        assert (Turn.DECIDING in by_turn) == differs
        assert len({one.user_id for one in by_turn.values()}) == len(by_turn)
    agreement = agreement_of(run, GROUNDS_AUDIT)
    assert agreement

    results = results_of(run, GROUNDS_AUDIT)
    reasonable = next(one for one in results.questions if one.key == "reasonable")
    assert 0 < reasonable.yes < reasonable.among
    assert reasonable.estimate.lower < reasonable.estimate.value < reasonable.estimate.upper


def test_its_answers_are_figures_at_once_and_those_of_chosen_files_have_no_likely_range(made):
    """Marking the file is the only entry."""
    mirror(settings.STORE_ROOT, at=AT)
    run = run_of(GROUNDS_AUDIT)
    found = Finding.objects.filter(sample_ref=run.ref, question="reasonable")

    cell = one_cell(GROUNDS_AUDIT, "reasonable")

    assert cell.denominator == found.count()
    assert cell.numerator == found.filter(answer="yes").count()
    assert cell.lower is not None
    drawn = Item.objects.filter(run=run_of(VICTIM_SERVICE))

    cell = one_cell(VICTIM_SERVICE, "passed")

    assert drawn.filter(stratum="20").count() == CHOSEN_BY_OUTCOME["20"]
    assert cell.denominator
    assert (cell.lower, cell.upper) == (None, None)
    assert "it is no estimate for all" in cell.note
