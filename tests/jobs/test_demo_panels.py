"""The demo's panels: one meeting held, with views and feedback, and one whose cases wait."""

from datetime import UTC, datetime

import pytest
from django.conf import settings

from peelian.engines.audits.feedback_models import Feedback
from peelian.engines.panels.models import Briefing, Meeting, Member, PanelFinding
from peelian.engines.panels.states import CaseState, State
from peelian.jobs.demo.encounters import load_demo_encounters
from peelian.jobs.demo.panels import CASES, FED_BACK, MEMBERS, make_demo_panels
from peelian.jobs.demo.people import make_demo_people

AT = datetime(2026, 11, 22, 14, 30, 20, tzinfo=UTC)


@pytest.fixture
def demo(tmp_path, monkeypatch, db):
    monkeypatch.setattr(settings, "STORE_ROOT", tmp_path / "store")
    monkeypatch.setattr(settings, "PEELIAN_HOME", tmp_path)
    monkeypatch.setenv("PEELIAN_DEMO", "1")
    make_demo_people(at=AT)
    load_demo_encounters(AT)
    return make_demo_panels(AT)


def test_one_meeting_is_held_and_one_waits(demo):
    assert demo == 2
    held, waiting = Meeting.objects.order_by("pk")
    assert (held.state, waiting.state) == (State.CLOSED, State.DRAWN)
    ready = held.cases.filter(state=CaseState.READY)
    assert ready.count() >= CASES - 1
    assert PanelFinding.objects.count() == ready.count() * 6
    assert waiting.cases.exclude(state=CaseState.DRAWN).count() == 0
    assert Feedback.objects.filter(from_kind="Panel").count() == FED_BACK
    assert Briefing.objects.get().words.startswith("Invented.")
    assert Member.objects.filter(panel=held.panel).count() == len(MEMBERS)


def test_it_is_made_once(demo):
    assert make_demo_panels(AT) == 0
    assert Meeting.objects.count() == 2
