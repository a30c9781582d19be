"""An empty home is made ready by whatever command comes first."""

import pytest
from django.core.management import CommandError
from django.db.migrations.executor import MigrationExecutor

from peelian.jobs.prepare import open_store
from peelian.trail.models import Entry

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_empty_home_gets_the_reference_tables(empty_home):
    snapshot = open_store().snapshot
    assert {part.type_key for part in snapshot.parts} == {
        "lsoapopulation",
        "districtlink",
        "areadeprivation",
        "districtethnicity",
    }
    assert {part.rejected for part in snapshot.parts} == {0}


def test_a_ready_home_is_left_as_it_is(empty_home):
    first = open_store().snapshot
    assert open_store().snapshot == first
    assert Entry.objects.count() == 1


def test_what_was_collected_stands_in_the_trail_with_its_hashes(empty_home):
    snapshot = open_store().snapshot
    entry = Entry.objects.get()
    assert entry.verb == "collected"
    assert entry.actor == "service:command-line"
    assert (entry.record_type, entry.record_ref) == ("snapshot", snapshot.id)
    for part in snapshot.parts:
        assert part.origin_sha256 in entry.detail


def test_a_home_of_an_older_version_is_changed_by_upgrade_alone(empty_home, monkeypatch):
    """Its backup comes first; an empty home and a demo have nothing to lose."""
    open_store()
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda self, targets: ["one more"])

    with pytest.raises(CommandError, match="Run `peelian upgrade`: it makes a backup"):
        open_store()
