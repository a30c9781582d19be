"""Days and moments in words."""

from datetime import UTC, date, datetime

from peelian.engines.publishing.days import day_in_words, loaded_at, moment_in_words


def test_a_day_has_no_leading_nought():
    assert day_in_words(date(2027, 11, 1)) == "1 November 2027"
    assert day_in_words(datetime(2026, 3, 22, 23, 59, tzinfo=UTC)) == "22 March 2026"


def test_a_moment_has_minutes():
    assert moment_in_words(datetime(2026, 11, 1, 9, 5, tzinfo=UTC)) == "1 November 2026 at 09:05"


def test_what_the_store_wrote_is_read_in_local_time():
    """In summer London is an hour ahead of UTC, which can be another day."""
    assert moment_in_words(loaded_at("2026-06-30T23:30:00+00:00")) == "1 July 2026 at 00:30"
