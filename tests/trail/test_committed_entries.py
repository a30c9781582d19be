"""Entries that were committed can be emptied by the tests' own housekeeping, and by that alone."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from peelian.trail.append import append
from peelian.trail.models import Entry


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("run", ["first", "second"])
def test_each_test_begins_with_an_empty_trail(run):
    with transaction.atomic():
        append(
            actor="service:tests",
            verb="altered",
            ref=("crime", run),
            detail={},
            at=datetime(2026, 3, 1, tzinfo=UTC),
        )

    assert Entry.objects.count() == 1
