"""The head of a register's list says how old its rows are, and warns where the feed is late."""

from datetime import timedelta

from django.utils import timezone

from peelian.areas.investigation.models import Investigation
from peelian.records.store.publish import stamp
from stored_rows import put_rows, stored_investigation
from web.force.signed_in import browser_of, text_of

LIST = "/force/records/investigation/"


def loaded(desk, hours):
    """One investigation, delivered by an hourly feed so many hours ago."""
    put_rows(
        desk.root,
        Investigation,
        [stored_investigation("L-1")],
        feed="Crime system",
        rhythm="hour, late after 2 hours",
        loaded_at=stamp(timezone.now() - timedelta(hours=hours)),
    )


def test_a_fresh_feed_is_a_quiet_line(force, desk):
    loaded(desk, 0)
    page = text_of(browser_of(force["supervisor"]), LIST)
    assert "Investigations: delivered" in page
    assert "govuk-warning-text" not in page


def test_a_late_feed_is_a_warning_above_the_rows(force, desk):
    loaded(desk, 9)
    page = text_of(browser_of(force["supervisor"]), LIST)
    assert "Investigations (Crime system) are late. It was last delivered" in page
    assert "6 hours ago." in page
    assert page.index("are late") < page.index("L-1")
    assert "govuk-warning-text" in page


def test_what_is_typed_here_is_said_to_be(force, desk):
    page = text_of(browser_of(force["supervisor"]), LIST)
    assert "Investigations: kept here by hand." in page
