"""The demo's incidents, victims and contacts: invented, loaded as extracts, delivered again."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings

from peelian.areas.victims.models import VictimContact
from peelian.jobs.demo.victims import load_demo_victims
from peelian.records.store.reader import open_reader
from peelian.spine.incident import Incident
from peelian.spine.victim import Victim

AT = datetime(2026, 11, 22, 14, 30, 20, tzinfo=UTC)


@pytest.fixture
def demo(tmp_path, monkeypatch, db):
    monkeypatch.setattr(settings, "STORE_ROOT", tmp_path / "store")
    monkeypatch.setattr(settings, "PEELIAN_HOME", tmp_path)
    return load_demo_victims(AT)


def rows(model):
    tables = open_reader(settings.STORE_ROOT)
    return tables.to_arrow(tables.table(model)).to_pylist()


def test_every_row_loads_and_some_of_each_is_late(demo):
    assert [report.rejected for report in demo] == [0, 0, 0]
    incidents, victims, contacts = rows(Incident), rows(Victim), rows(VictimContact)
    assert len(incidents) >= 40
    assert len(victims) == 36
    abuse = [row for row in incidents if row["domestic_abuse"] and row["arrived_at"]]
    assert any(AT - row["arrived_at"] > timedelta(hours=9) for row in abuse)
    assert any(row["arrived_at"] is None and row["needs_attendance"] for row in incidents)
    assert any(row["contract_agreed_at"] is None for row in victims)
    assert any(row["by_safe_route"] is False for row in contacts)
    assert {row["investigation_ref"] for row in contacts} <= {
        row["investigation_ref"] for row in victims
    }


def test_one_person_was_reported_before_so_that_records_meet_a_criterion(demo):
    abuse = [row for row in rows(Incident) if row["domestic_abuse"]]
    newest = max(abuse, key=lambda row: row["opened_at"])

    assert sum(row["person_key"] == newest["person_key"] for row in abuse) >= 3


def test_a_second_demo_delivers_the_same_rows_again(demo):
    before = rows(Victim)
    again = load_demo_victims(AT + timedelta(days=2))

    assert [report.loaded for report in again] == [0, 0, 0]
    assert rows(Victim) == before
