"""The canonical form is written out here by hand, as a stand-alone verifier would do it."""

import hashlib
from datetime import UTC, datetime

from peelian.trail.chain import GENESIS, Link, canonical_time, digest_of


def test_the_hash_is_that_of_the_documented_form():
    link = Link(
        sequence=12,
        at=datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
        actor="person:é",
        verb="consulted",
        record_type="crime",
        record_ref="a1",
        detail="{}",
        previous_hash=GENESIS,
        hash="",
    )
    by_hand = (
        "2:12,27:2026-03-01T09:30:00.000000Z,9:person:é,9:consulted,5:crime,2:a1,2:{},"
        "64:0000000000000000000000000000000000000000000000000000000000000000,"
    )

    assert digest_of(link) == hashlib.sha256(by_hand.encode("utf-8")).hexdigest()


def test_moving_a_character_between_parts_changes_the_hash():
    """Lengths stand before the parts, so 'ab' + 'c' is not 'a' + 'bc'."""
    at = datetime(2026, 3, 1, tzinfo=UTC)
    one = Link(1, at, "person:1", "altered", "ab", "c", "{}", GENESIS, "")
    other = Link(1, at, "person:1", "altered", "a", "bc", "{}", GENESIS, "")

    assert digest_of(one) != digest_of(other)


def test_times_keep_microseconds_and_early_years():
    assert canonical_time(datetime(987, 1, 2, 3, 4, 5, 6, tzinfo=UTC)) == (
        "0987-01-02T03:04:05.000006Z"
    )
