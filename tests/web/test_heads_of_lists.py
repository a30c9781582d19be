"""The head of a list: a quiet line where all is fresh, a warning where a feed is not."""

from datetime import UTC, datetime

from django.template.loader import render_to_string

from peelian.records.feed_ages import FeedAge
from peelian.web.components.feed_ages import feeds_line

CAME = datetime(2026, 3, 1, 6, tzinfo=UTC)
FRESH = FeedAge("suspect", "Suspects", "Custody", CAME, "at 06:00 today", "fresh", "They came.")
BY_HAND = FeedAge("victim", "Victims", "", None, "", "by hand", "Victims are kept here by hand.")
LATE = FeedAge("bail", "Bail", "Custody", CAME, "at 06:00 today", "late", "Bail is 6 hours late.")


def test_what_is_fresh_is_one_quiet_line():
    shown = feeds_line([FRESH, BY_HAND])
    assert shown.line == "Suspects: delivered at 06:00 today; Victims: kept here by hand."
    assert "govuk-warning-text" not in render_to_string(
        "components/feed_ages.html", {"feeds": shown}
    )


def test_what_nobody_can_tell_is_no_warning_but_is_said():
    """Units that are loaded once a year need no alarm at the head of their list."""
    unknown = FeedAge("unit", "Units", "hr", CAME, "on 1 March 2026", "unknown", "…")
    never = FeedAge("shift", "Shifts", "", None, "", "none", "…")
    shown = feeds_line([unknown, never])
    assert shown.line == (
        "Units: delivered on 1 March 2026, how often is not stated; Shifts: never delivered."
    )
    assert shown.warnings == ()


def test_what_is_late_is_a_warning_with_the_name_the_time_and_how_late():
    page = render_to_string("components/feed_ages.html", {"feeds": feeds_line([FRESH, LATE])})
    assert page.count("govuk-warning-text__text") == 1
    assert "Bail is 6 hours late." in page
    assert "Suspects: delivered at 06:00 today." in page


def many(*states):
    """Feeds that were delivered one after the other, from six in the morning on."""
    return [
        FeedAge(
            f"kind-{hour}",
            f"Kind {hour}",
            "System",
            CAME.replace(hour=hour),
            f"at {hour:02d}:00 today",
            state,
            f"Kind {hour} says it.",
        )
        for hour, state in enumerate(states, start=6)
    ]


def test_many_feeds_are_one_sentence_with_the_rest_to_open():
    shown = feeds_line([*many("fresh", "fresh", "fresh"), BY_HAND])
    assert shown.line == "All 3 feeds are fresh; the oldest was delivered at 06:00 today."
    assert shown.rest[-1] == "Victims: kept here by hand."
    page = render_to_string("components/feed_ages.html", {"feeds": shown})
    assert page.count("<li>") == 4
    assert "govuk-details" in page
    assert "govuk-warning-text" not in page


def test_many_feeds_of_which_some_are_not_known_to_be_fresh():
    assert feeds_line(many("late", "fresh", "unknown")).line == (
        "1 of 3 feeds is fresh; the oldest was delivered at 07:00 today."
    )
    assert feeds_line(many("unknown", "late", "unknown")).line == (
        "None of 3 feeds is known to be fresh."
    )
    assert feeds_line([BY_HAND] * 3).line == "Nothing here comes from a feed."


def test_a_system_that_is_down_is_one_warning_and_not_ten():
    shown = feeds_line(many("late", "late", "late", "fresh"))
    assert shown.warnings == (
        "3 feeds are late or short: Kind 6, last delivered at 06:00 today; Kind 7, last delivered "
        "at 07:00 today; Kind 8, last delivered at 08:00 today. What they would bring is not here.",
    )
    assert shown.rest[0] == "Kind 6 says it."


def test_nothing_to_say_takes_no_room():
    shown = render_to_string("components/feed_ages.html", {"feeds": feeds_line([])})
    assert not shown.strip()
