"""The organisation on pages: its tree on a day, what is kept by hand, and one's own team."""

from datetime import UTC, date, datetime, timedelta

from django.urls import reverse

from peelian.spine.post import Holding
from peelian.spine.shift import Absence, Shift
from peelian.spine.unit import Unit
from people import FORCE, NOW

TODAY = date(2026, 3, 2)


def text(response):
    return response.content.decode()


def test_the_tree_shows_units_posts_and_holders_on_a_day(desk):
    page = text(desk("people-services").get(reverse("organisation"), {"day": "2026-03-02"}))

    assert "North team one" in page
    assert "Demo investigator (no-investigator)" in page
    before = text(desk("people-services").get(reverse("organisation"), {"day": "2019-03-02"}))
    assert "No unit is known on 2 March 2019" in before
    odd = desk("people-services").get(reverse("organisation"), {"day": "2026-13-45"})
    assert odd.status_code == 200


def test_an_administrator_sees_numbers_where_names_are_not_theirs(desk):
    page = text(desk("administrator").get(reverse("organisation")))

    assert "no-investigator" in page
    assert "Demo investigator (" not in page


def test_units_posts_and_holders_are_kept_on_pages(desk, force):
    browser, admin = desk("people-services"), desk("administrator")
    on = "2026-03-02"
    browser.post(
        reverse("make-unit"),
        {"unit_ref": "N3", "name": "Third", "kind": "Team", "parent": "N", "on": on},
    )
    browser.post(reverse("move-unit"), {"unit": "S1", "parent": "N", "on": on})
    assert Unit.objects.get(unit_ref="N3").parent_ref == "N"
    assert Unit.objects.get(unit_ref="S1", starts_on=TODAY).parent_ref == "N"
    admin.post(
        reverse("make-post"),
        {"post_ref": "n3", "title": "Third", "unit": "N3", "roles": ["analyst"], "on": on},
    )
    browser.post(reverse("hold-post"), {"post_ref": "n3", "officer_ref": "no-analyst", "on": on})
    held = Holding.objects.get(post_ref="n3")
    assert "Third leaves" not in text(browser.get(reverse("end-holding", args=[held.pk])))
    browser.post(reverse("end-holding", args=[held.pk]), {"last_day": "2026-03-02"})
    held.refresh_from_db()
    assert held.ends_on == TODAY
    refused = browser.post(reverse("move-unit"), {"unit": "N", "parent": "N3", "on": on})
    assert "would stand under" in text(refused)


def test_shifts_and_absences_are_written_down_on_pages(desk):
    browser = desk("people-services")
    browser.post(
        reverse("record-shift"),
        {
            "officer_ref": "no-investigator",
            "unit_ref": "N1",
            "starts_at": "2026-07-01T07:00",
            "ends_at": "2026-07-01T16:00",
        },
    )
    assert Shift.objects.get().starts_at == datetime(2026, 7, 1, 6, tzinfo=UTC)
    browser.post(
        reverse("record-absence"),
        {"officer_ref": "no-investigator", "starts_on": "2026-03-02", "kind": "Sickness"},
    )
    assert Absence.objects.get().kind == "Sickness"


def test_a_supervisor_sees_who_is_on_duty_and_never_why_somebody_is_not(desk, force):
    own = {"source": "typed", "force_id": FORCE, "unit_ref": "N1"}
    Shift.objects.create(
        record_id="s1",
        officer_ref="no-investigator",
        starts_at=NOW - timedelta(hours=1),
        ends_at=NOW + timedelta(hours=7),
        **own,
    )
    Absence.objects.create(
        record_id="a1",
        officer_ref="no-patrol-officer",
        starts_on=TODAY,
        ends_on=None,
        kind="Sickness",
        **own,
    )
    page = text(desk("supervisor").get(reverse("team")))

    assert "1 of 3 are on duty now; 1 is unavailable." in page
    assert "On duty until 2 March 2026, 17:00" in page
    assert "Demo investigator" in page
    assert "until further notice" in page
    assert "Sickness" not in page
    assert "Demo other-team" not in page
