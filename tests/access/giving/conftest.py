"""A small force, and the deeds of its people in the trail."""

import json

import pytest

from peelian.trail.models import Entry
from people import small_force


@pytest.fixture
def force(db):
    return small_force()


@pytest.fixture
def last_entry():
    """Who did what to what in the newest entry, with its detail."""

    def read():
        entry = Entry.objects.order_by("-sequence").first()
        ref = (entry.record_type, entry.record_ref)
        return entry.actor, entry.verb, ref, json.loads(entry.detail)

    return read
