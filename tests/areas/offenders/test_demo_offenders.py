"""What the demo loads of offenders: everything, once, and through the mappings that ship."""

from datetime import UTC, datetime

import pytest
from django.conf import settings

from peelian.areas.offenders.bail import Bail
from peelian.areas.offenders.breach import NotificationBreach
from peelian.areas.offenders.managed import ManagedPerson
from peelian.areas.offenders.visit import HomeVisit
from peelian.areas.workforce.assault import StaffAssault
from peelian.catalogue import faults_of
from peelian.jobs.demo.offenders import load_demo_offenders
from peelian.jobs.demo.organisation import make_organisation
from peelian.records.store.reader import open_reader
from peelian.spine.suspect import Suspect

TYPED = (HomeVisit, NotificationBreach, StaffAssault)
AT = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def home(db, monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "PEELIAN_HOME", tmp_path)
    monkeypatch.setattr(settings, "STORE_ROOT", tmp_path / "store")
    make_organisation()


def loaded(model):
    tables = open_reader(settings.STORE_ROOT)
    return [model(**row) for row in tables.to_arrow(tables.loaded(model)).to_pylist()]


def test_every_row_is_taken_once_and_only_the_faults_that_it_means_to_show_are_in_it(home):
    """Loading costs most of the time, so that it is done once for all that is asked of it."""
    load_demo_offenders(AT)
    rows = {model: loaded(model) for model in (Suspect, Bail, ManagedPerson)}
    typed = {model: list(model.objects.all()) for model in TYPED}
    every = [row for held in (*rows.values(), *typed.values()) for row in held]
    faults = {fault.split(".")[0].split(",")[0] for row in every for fault in faults_of(row)}

    assert {model: len(held) for model, held in rows.items()} == {
        Suspect: 32,
        Bail: 18,
        ManagedPerson: 25,
    }
    assert [len(held) for held in typed.values()] == [58, 6, 3]
    assert faults == {
        "It ends on 25 February 2027",
        "It lapsed without a decision",
        "Nothing says why bail is not necessary: write the reason down",
        "Released under investigation",
    }
    assert all(row.visor_ref.startswith("INVENTED-") for row in rows[ManagedPerson])
    load_demo_offenders(AT)
    assert {model: len(loaded(model)) for model in rows} == {
        model: len(held) for model, held in rows.items()
    }
    assert [model.objects.count() for model in TYPED] == [58, 6, 3]
