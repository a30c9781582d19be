"""A conflict with a person shuts the rows about them, whatever their type calls the key (T01)."""

from datetime import timedelta

import pytest
from django.apps import apps

from access.test_rows_about_records import sees
from peelian.access.conflict import Conflict
from peelian.areas.contact.models import Call
from peelian.engines.linkage.keys import PLACES
from peelian.records.base import Record
from peelian.records.happens import moments_of
from peelian.records.protection import person_of, protection_of
from people import FORCE, NOW, small_force

RECORD_TYPES = [model for model in apps.get_models() if issubclass(model, Record)]


@pytest.fixture
def force(db):
    return small_force()


@pytest.fixture
def call(force):
    """The call handler has called the police themselves."""
    return Call.objects.create(
        record_id="call-1",
        source="extracts",
        force_id=FORCE,
        call_ref="C-1",
        received_at=NOW,
        month="2026-03",
        line="999",
        caller_key="person-call-handler",
    )


@pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.__name__)
def test_every_key_of_a_person_is_named(model):
    """A new name for such a key fails here, until the type says whose key it is."""
    keys = {field.name for field in model._meta.concrete_fields if field.name.endswith("_key")}
    person = protection_of(model).person

    assert keys - set(PLACES) == ({person} if person else set())
    assert {moment.person for moment in moments_of(model)} <= {person}


def test_nobody_sees_their_own_call(force, call):
    assert person_of(call) == "person-call-handler"
    assert not sees(force["call-handler"], call)
    assert sees(force["standards-investigator"], call)


def test_a_declared_tie_to_the_caller_shuts_the_call(force, call):
    Conflict.objects.create(
        user=force["standards-investigator"],
        kind="family",
        force_id=FORCE,
        person_key="person-call-handler",
        declared_by="person:x",
        starts_at=NOW - timedelta(days=1),
    )

    assert not sees(force["standards-investigator"], call)
