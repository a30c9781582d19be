"""The demo's surveys: printed counts, two waves by lot, a consultation, two rounds still open."""

from datetime import UTC, datetime

import pytest
from django.conf import settings

from peelian.areas.neighbourhood.survey_perception import PERCEPTION
from peelian.areas.workforce.survey_ideas import CONSULTATION
from peelian.areas.workforce.survey_inspectorate import PEEL_SURVEY
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.request import request
from peelian.engines.surveys.change import change_of
from peelian.engines.surveys.coding import agreement_of
from peelian.engines.surveys.idea import Idea
from peelian.engines.surveys.measuring import measures_of
from peelian.engines.surveys.models import Round, State
from peelian.engines.surveys.published import published_of
from peelian.engines.surveys.results import results_of
from peelian.jobs.demo.people import make_demo_people
from peelian.jobs.demo.surveys import make_demo_surveys
from peelian.records.mirror import mirror
from peelian.records.store.reader import open_reader

AT = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)


@pytest.fixture
def made(tmp_path, monkeypatch, db):
    monkeypatch.setenv("PEELIAN_DEMO", "1")
    monkeypatch.setattr(settings, "STORE_ROOT", tmp_path / "store")
    monkeypatch.setattr(settings, "PEELIAN_HOME", tmp_path)
    make_demo_people(at=AT)
    return make_demo_surveys(AT)


@pytest.mark.ledger("INS-10", "NEI-31", "NEI-43", "WRK-02", "WRK-08", "WRK-50")
def test_every_kind_of_round_can_be_looked_at(made):
    assert made == 6
    assert make_demo_surveys(AT) == 0
    states = [held.state for held in Round.objects.order_by("pk")]
    assert states == [State.RECORDED, State.CLOSED, State.CLOSED, State.CLOSED, "open", "open"]

    printed = Round.objects.get(survey=PEEL_SURVEY.key)
    assert [check.follows for _row, check in published_of(printed)].count(False) == 2

    before, now = Round.objects.filter(survey=PERCEPTION.key).order_by("pk")
    first, second = (results_of(held, PERCEPTION).tables[0] for held in (before, now))
    assert change_of(now, second.everyone, before, first.everyone).verdict == "rose"
    assert second.weighted.percent
    assert results_of(now, PERCEPTION).progress.rate is not None

    ideas = Round.objects.get(survey=CONSULTATION.key)
    assert Idea.objects.exclude(decision=None).count() == 3
    assert agreement_of(ideas, CONSULTATION, "idea")[0].agreement.n == 4


def test_the_ten_percentages_are_cells_of_measures(made):
    mirror(settings.STORE_ROOT, at=AT)
    tables = open_reader(settings.STORE_ROOT)
    by_key = {measure.key: measure for measure in measures_of(PEEL_SURVEY)}
    [cell] = calculate(request(by_key["workforce.inspection_survey.balance"]), tables).cells
    assert (cell.numerator, cell.denominator, cell.lower) == (542, 748, None)
    assert "chose to answer" in cell.note
    role = by_key["workforce.inspection_survey.debrief_by_role"]
    [officers] = calculate(request(role, where={"role": "officer"}), tables).cells
    assert (officers.numerator, officers.denominator) == (109, 294)
