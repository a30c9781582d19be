"""Late and short feeds: a rhythm in words, and the state of each feed at a moment."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from peelian.records.deliveries import Brought, Delivery, FeedKey, deliver
from peelian.records.feeds import Rhythm, WrongRhythm, feed_states, parse
from peelian.records.store.snapshot import Part, snapshot_of

PART = Part(
    type_key="call",
    source="extracts",
    force_id="kent",
    month="2026-01",
    path="",
    rows=1000,
    read=1000,
    rejected=0,
    rejects_path="",
    origin="calls.csv",
    origin_sha256="",
    loaded_at="2026-02-01T06:00:00+00:00",
    feed="Calls",
    rhythm="month, late after 3 days",
)


def states(*parts, at):
    snapshot = snapshot_of(parts, made_at="", made_by="")
    return feed_states(snapshot, datetime.fromisoformat(at).replace(tzinfo=UTC))


def state_of(*parts, at):
    (only,) = states(*parts, at=at)
    return only


@pytest.mark.parametrize(
    ("text", "rhythm"),
    [
        ("month", Rhythm("month")),
        ("week, late after 1 day", Rhythm("week", 1)),
        ("month, late after 60 days, short below 0.5", Rhythm("month", 60, 0.5)),
        ("year, short below 1", Rhythm("year", 0, 1.0)),
        ("hour", Rhythm("hour")),
        ("hour, late after 2 hours", Rhythm("hour", late_hours=2)),
        ("day, late after 6 hours, short below 0.5", Rhythm("day", 0, 0.5, late_hours=6)),
    ],
)
def test_a_rhythm_in_words(text, rhythm):
    assert parse(text) == rhythm
    assert parse(str(rhythm)) == rhythm


@pytest.mark.parametrize("text", ["", "monthly", "month late after 3 days", "day, short below 2"])
def test_a_text_that_is_no_rhythm_is_refused(text):
    with pytest.raises(WrongRhythm, match="Write it as 'month, late after 60 days"):
        parse(text)


@pytest.mark.parametrize(
    ("every", "reached", "due"),
    [
        ("day", date(2026, 1, 31), date(2026, 2, 3)),
        ("week", date(2026, 1, 31), date(2026, 2, 9)),
        ("month", date(2026, 1, 31), date(2026, 3, 2)),
        ("month", date(2026, 1, 10), date(2026, 3, 2)),
        ("quarter", date(2026, 3, 31), date(2026, 7, 2)),
        ("year", date(2025, 3, 31), date(2026, 4, 2)),
    ],
)
def test_the_day_until_which_the_next_delivery_is_in_time(every, reached, due):
    """One period after the rows end, and two days of grace."""
    assert Rhythm(every, 2).due(reached) == due


def test_a_feed_is_late_from_the_day_after_it_was_due():
    """January is held; February is expected by 28 February, and three days later at most."""
    assert state_of(PART, at="2026-03-03T23:30").state == "fresh"
    late = state_of(PART, at="2026-03-04T00:30")
    assert (late.state, late.newest, late.feed) == ("late", "2026-01", "Calls")
    assert late.says == (
        "Its newest rows reach 31 January 2026; with one delivery every month more was expected "
        "by 3 March 2026."
    )


def test_the_day_is_the_local_one():
    """Half past eleven in the evening of 3 July, UTC, is the fourth in London."""
    june = replace(PART, month="2026-05")
    assert state_of(june, at="2026-07-03T22:30").state == "fresh"
    assert state_of(june, at="2026-07-03T23:30").state == "late"


def test_a_daily_feed_is_judged_by_the_last_day_of_its_rows():
    daily = replace(PART, rhythm="day, late after 1 day", until="2026-01-20")
    assert state_of(daily, at="2026-01-22T12:00").state == "fresh"
    assert state_of(daily, at="2026-01-23T12:00").says.startswith(
        "Its newest rows reach 20 January 2026; with one delivery every day"
    )


HOURLY = replace(PART, rhythm="hour, late after 2 hours", loaded_at="2026-02-01T06:00:00+00:00")


@pytest.mark.parametrize("text", ["hour, late after 1 day", "week, late after 3 hours"])
def test_hours_are_for_what_comes_every_hour_or_day(text):
    with pytest.raises(WrongRhythm, match="lateness in hours is for what comes every hour"):
        parse(text)


@pytest.mark.django_db
class TestRhythmsInHours:
    """Judged by when the feed was last delivered: three hours after it, to the minute."""

    def test_late_from_the_minute_after(self):
        assert state_of(HOURLY, at="2026-02-01T09:00").state == "fresh"
        late = state_of(HOURLY, at="2026-02-01T15:00")
        assert (late.state, late.says) == (
            "late",
            "It was last delivered at 06:00 today; with one delivery every hour the next was "
            "expected at 09:00 today, 6 hours ago.",
        )

    def test_a_delivery_with_nothing_new_in_it_is_one(self):
        of = FeedKey("call", "extracts", "Calls", "kent")
        other = replace(of, force_id="surrey")
        at = datetime(2026, 2, 1, 14, 30, tzinfo=UTC)
        deliver([Brought(of, rows=9, unchanged=9)], at=at)
        deliver([Brought(other, rows=9, new=9)], at=at + timedelta(hours=9))

        found = state_of(HOURLY, at="2026-02-01T15:00")

        assert (found.state, found.delivered_at) == ("fresh", at)
        assert state_of(HOURLY, at="2026-02-01T17:31").state == "late"

    def test_the_night_in_which_clocks_go_forward_has_no_missing_hour(self):
        """Delivered at half past midnight; three true hours later it is half past four."""
        night = replace(HOURLY, loaded_at="2026-03-29T00:30:00+00:00")
        assert state_of(night, at="2026-03-29T03:30").state == "fresh"
        late = state_of(night, at="2026-03-29T03:31")
        assert "expected at 04:30 today, 1 minute ago" in late.says

    def test_rows_without_a_month_are_judged_too(self):
        units = replace(HOURLY, type_key="unit", month="")
        assert state_of(units, at="2026-02-01T15:00").state == "late"

    def test_a_daily_feed_can_be_judged_by_its_delivery(self):
        daily = replace(HOURLY, rhythm="day, late after 6 hours")
        assert state_of(daily, at="2026-02-02T12:00").state == "fresh"
        assert state_of(daily, at="2026-02-02T12:01").state == "late"

    def test_what_was_delivered_is_told_by_feed_and_old_ones_are_forgotten(self):
        of = FeedKey("call", "extracts", "Calls", "kent")
        long_ago = datetime(2024, 1, 1, tzinfo=UTC)
        deliver([Brought(of, rows=1)], at=long_ago)
        deliver([Brought(of, 5, 3, 1, 1), Brought(of, 2, 2)], at=datetime(2026, 2, 1, tzinfo=UTC))

        (row,) = Delivery.objects.all()

        assert (row.rows, row.new, row.unchanged, row.refused) == (7, 5, 1, 1)


def months_of(*rows, rhythm="month, short below 0.5", until=""):
    """One part for each month from January on; the newest reaches `until`."""
    parts = [
        replace(PART, month=f"2026-{number:02d}", rows=count, rhythm=rhythm)
        for number, count in enumerate(rows, start=1)
    ]
    return [*parts[:-1], replace(parts[-1], until=until)]


def test_a_feed_is_short_below_its_share_of_the_median():
    assert state_of(*months_of(1000, 900, 1100, 500), at="2026-05-01T00:00").state == "fresh"
    short = state_of(*months_of(1000, 900, 1100, 499), at="2026-05-01T00:00")
    assert (short.state, short.says) == (
        "short",
        "April 2026 holds 499 rows, fewer than 50% of what is usual (1,000).",
    )


def test_three_months_before_are_needed_to_know_what_is_usual():
    assert state_of(*months_of(1000, 900, 1), at="2026-04-01T00:00").state == "fresh"


def test_a_month_that_is_still_being_delivered_is_held_against_as_many_days():
    """200 of a usual 1,000 by 6 April are as many as six days of thirty bring."""
    daily = "day, late after 3 days, short below 0.5"
    fine = months_of(1000, 1000, 1000, 200, rhythm=daily, until="2026-04-06")
    assert state_of(*fine, at="2026-04-07T00:00").state == "fresh"
    short = months_of(1000, 1000, 1000, 90, rhythm=daily, until="2026-04-06")
    assert state_of(*short, at="2026-04-07T00:00").says == (
        "April 2026 holds 90 rows up to 6 April 2026, fewer than 50% of what is usual (200)."
    )


def test_a_feed_can_be_late_and_short():
    both = state_of(*months_of(1000, 1000, 1000, 1), at="2026-12-01T00:00")
    assert (both.states, both.state) == (("late", "short"), "late")


def test_an_archive_has_no_state():
    assert states(replace(PART, rhythm=""), at="2030-01-01T00:00") == ()


def test_each_force_of_a_feed_has_its_own_state():
    other = replace(PART, force_id="surrey", month="2026-02")
    found = states(PART, other, at="2026-03-10T00:00")
    assert [(one.force_id, one.state) for one in found] == [("kent", "late"), ("surrey", "fresh")]


def test_the_newest_part_tells_the_rhythm():
    """A feed that has ended is archived by loading its last month without a rhythm."""
    ended = replace(PART, month="2026-02", rhythm="")
    assert states(PART, ended, at="2030-01-01T00:00") == ()
