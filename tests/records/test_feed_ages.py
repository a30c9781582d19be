"""How old what a list rests on is, in words, and whether the list may say that nothing is due."""

from datetime import UTC, datetime

import pytest

from peelian.engines.duties.models import Duty
from peelian.records.deliveries import Brought, FeedKey, deliver
from peelian.records.feed_ages import all_fresh, feed_ages
from peelian.records.mirror import mirror
from peelian.records.store.reader import open_reader
from peelian.spine.incident import Incident
from peelian.spine.suspect import Suspect
from peelian.spine.victim import Victim
from people import FORCE
from records.test_noting import suspect
from stored_rows import put_rows

pytestmark = pytest.mark.django_db

HOURLY = {"feed": "Custody", "rhythm": "hour, late after 2 hours"}


@pytest.fixture
def root(tmp_path):
    """Suspects, delivered every hour, last at six in the morning of 1 March."""
    root = tmp_path / "store"
    put_rows(root, Suspect, [suspect("A")], **HOURLY)
    return root


def ages(root, at, *models, force=FORCE):
    moment = datetime.fromisoformat(at).replace(tzinfo=UTC)
    return feed_ages(models or (Suspect,), force, open_reader(root), at=moment)


def age(root, at, *models, **more):
    (only,) = ages(root, at, *models, **more)
    return only


def test_a_fresh_feed_says_when_it_came(root):
    found = age(root, "2026-03-01T08:00")

    assert (found.state, found.delivered, found.feed) == ("fresh", "at 06:00 today", "Custody")
    assert found.says == "Suspects (Custody) were last delivered at 06:00 today."
    assert all_fresh([found])


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2026-03-01T23:59", "at 06:00 today"),
        ("2026-03-02T00:00", "yesterday at 06:00"),
        ("2026-03-03T09:00", "on 1 March 2026"),
    ],
)
def test_when_it_came_in_words(root, at, words):
    assert age(root, at).delivered == words


def test_words_are_in_local_time(root):
    """Half past eleven in the evening of 1 June, UTC, is tomorrow already."""
    at = datetime(2026, 6, 1, 23, 30, tzinfo=UTC)
    deliver([Brought(FeedKey("suspect", "extracts", "Custody", FORCE))], at=at)
    assert age(root, "2026-06-02T01:00").delivered == "at 00:30 today"


def test_a_feed_six_hours_late_says_so_and_forbids_nothing_due(root):
    found = age(root, "2026-03-01T15:00")

    assert (found.state, found.late, all_fresh([found])) == ("late", True, False)
    assert found.words == (
        "Suspects (Custody) are late. It was last delivered at 06:00 today; with one delivery "
        "every hour the next was expected at 09:00 today, 6 hours ago."
    )


def test_a_delivery_of_what_is_held_makes_it_fresh(root):
    of = FeedKey("suspect", "extracts", "Custody", FORCE)
    deliver([Brought(of, rows=1, unchanged=1)], at=datetime(2026, 3, 1, 14, 30, tzinfo=UTC))

    assert age(root, "2026-03-01T15:00").says == (
        "Suspects (Custody) were last delivered at 14:30 today."
    )


def test_without_a_rhythm_nobody_can_tell(root):
    put_rows(root, Suspect, [suspect("A")], feed="Custody")
    found = age(root, "2026-03-01T08:00")
    assert (found.state, found.late) == ("unknown", True)


def test_a_type_that_is_kept_by_hand_says_so_and_one_that_is_nowhere_too(root):
    assert [(one.state, one.says) for one in ages(root, "2026-03-01T08:00", Victim, Duty)] == [
        ("by hand", "Victims are kept here by hand."),
        ("by hand", "Duties are kept here by hand."),
    ]
    nowhere = age(root, "2026-03-01T08:00", Incident)
    assert (nowhere.state, nowhere.says) == ("none", "No incidents have ever been delivered.")


def test_what_was_typed_into_a_type_without_a_source_is_kept_by_hand(root):
    Incident.objects.create(
        record_id="incident-1", source="typed", force_id=FORCE, month="2026-03", incident_ref="1"
    )
    mirror(root, at=datetime(2026, 3, 1, 8, tzinfo=UTC))
    assert age(root, "2026-03-01T08:00", Incident).state == "by hand"


def test_a_force_sees_its_own_feeds_alone(root):
    put_rows(root, Suspect, [suspect("B")], force="kent", **HOURLY)
    assert [one.type_key for one in ages(root, "2026-03-01T08:00")] == ["suspect"]
    assert age(root, "2026-03-01T08:00", Incident, force="kent").state == "none"


def test_nothing_is_known_of_no_feed():
    assert not all_fresh([])
