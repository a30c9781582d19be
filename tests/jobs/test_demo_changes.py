"""The demo's change: registered today, judged in months, and a duty for whoever registered it."""

from datetime import UTC, date, datetime

import pytest
from django.conf import settings

from peelian import catalogue
from peelian.engines.evaluations.models import Evaluation
from peelian.jobs.demo.changes import make_demo_changes
from peelian.jobs.demo.people import make_demo_people
from peelian.records.happenings import Happening
from peelian.spine.happenings import What

AT = datetime(2026, 11, 22, 14, 30, 20, tzinfo=UTC)


@pytest.mark.django_db
def test_a_change_is_registered_before_it_begins(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "STORE_ROOT", tmp_path / "store")
    monkeypatch.setattr(settings, "PEELIAN_HOME", tmp_path)
    monkeypatch.setenv("PEELIAN_DEMO", "1")
    make_demo_people(at=AT)

    assert make_demo_changes(AT) == 1

    one = Evaluation.objects.get()
    assert (one.starts_on, one.check_on) == (date(2026, 12, 1), date(2027, 6, 15))
    assert catalogue.measure(one.measure).key == "investigation.quality.passed"
    assert Happening.objects.filter(name=str(What.CHANGE_REGISTERED)).count() == 1
    assert make_demo_changes(AT) == 0
