"""A feed that becomes late, and fresh again, has happened: once each time, whoever notices."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from peelian.records.deliveries import Brought, FeedKey, deliver
from peelian.records.happenings import Happening
from peelian.records.noting_feeds import FEED_FRESH, FEED_LATE, note_feeds
from peelian.records.store.snapshot import snapshot_of
from peelian.spine.happenings import What
from records.test_feeds import HOURLY

pytestmark = pytest.mark.django_db

OF = FeedKey("call", "extracts", "Calls", "kent")


def note(hour, *parts, day=1):
    snapshot = snapshot_of(parts or (HOURLY,), made_at="", made_by="")
    at = datetime(2026, 2, day, hour, tzinfo=UTC)
    return note_feeds(snapshot, by="service:noting", at=at)


def told():
    rows = Happening.objects.order_by("pk")
    return [(row.name, row.at.hour, row.facts["state"]) for row in rows]


def test_the_words_are_those_of_the_spine():
    assert (FEED_LATE, FEED_FRESH) == (What.FEED_LATE, What.FEED_FRESH)


def test_late_and_fresh_are_told_when_they_begin():
    assert [note(hour) for hour in (8, 9, 10, 11)] == [0, 0, 1, 0]
    deliver([Brought(OF, rows=1)], at=datetime(2026, 2, 1, 12, tzinfo=UTC))
    assert [note(hour) for hour in (12, 13, 16, 17)] == [1, 0, 1, 0]

    assert told() == [
        (What.FEED_LATE, 10, "late"),
        (What.FEED_FRESH, 12, "fresh"),
        (What.FEED_LATE, 16, "late"),
    ]
    row = Happening.objects.first()
    assert row.facts["feed_ref"] == "call/kent/Calls"
    assert (row.force_id, row.facts["force_id"], row.facts["unit_ref"]) == ("kent", "kent", None)
    assert [key.value for key in row.keys.all()] == ["call/kent/Calls"]


def test_each_feed_is_told_for_itself():
    other = replace(HOURLY, force_id="surrey", loaded_at="2026-02-01T10:00:00+00:00")
    assert [note(hour, HOURLY, other) for hour in (10, 14)] == [1, 1]
    assert [row.force_id for row in Happening.objects.order_by("pk")] == ["kent", "surrey"]


def test_a_feed_that_is_no_longer_expected_is_nobodys_work():
    note(10)
    assert note(11, replace(HOURLY, rhythm="")) == 1
    assert told()[-1] == (What.FEED_FRESH, 11, "fresh")


def test_two_who_notice_at_once_tell_it_once(monkeypatch):
    """The second has looked before the first wrote."""
    monkeypatch.setattr("peelian.records.noting_feeds._last", dict)
    note(10)
    note(10)
    assert len(told()) == 1
