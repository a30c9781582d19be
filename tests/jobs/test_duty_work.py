"""The worker keeps the clocks of duties: each job by itself, and all of them by the timetable."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail

from peelian import catalogue
from peelian.engines.duties.models import Duty
from peelian.jobs import duty_work
from peelian.jobs.timetable import TIMETABLE
from peelian.records.happenings import Happened, happen
from peelian.spine.happenings import What
from people import FORCE, small_force

NOW = datetime(2026, 3, 27, 9, tzinfo=UTC)
OURS = ("note-happenings", "settle-duties", "tick-duties", "follow-posts", "send-digests")


def test_they_are_on_the_timetable_in_their_order():
    names = [job.name for job in TIMETABLE]

    assert [name for name in names if name in OURS] == list(OURS)


def test_every_rule_of_the_catalogue_is_kept():
    keys = [rule.key for rule in catalogue.rules()]

    assert len(keys) == len(set(keys))
    assert {"work.task", "work.decision", "work.feed"} <= set(keys)


@pytest.mark.django_db
def test_a_task_is_settled_reminded_of_and_told_by_letter(settings):
    small_force()
    happen(
        Happened(
            name=str(What.TASK_GIVEN),
            ref=("decision", "none"),
            force_id=FORCE,
            at=NOW,
            keys={"task_ref": "T-1"},
            facts={"post_ref": "post-supervisor", "due_on": "2026-03-28", "unit_ref": "N"},
        ),
        by="service:tests",
        noted_at=NOW,
    )

    assert duty_work.settle_duties(NOW) == "1 happenings settled"
    assert duty_work.tick_duties(NOW + timedelta(hours=16)) == "1 duties reminded of or late"
    assert duty_work.follow_posts(NOW) == "0 duties changed hands with their posts"
    assert duty_work.send_digests(NOW) == "1 letters about open duties sent"
    assert Duty.objects.get().notes.filter(what="reminder 1").exists()
    settings.HTTPS, settings.ALLOWED_HOSTS = True, [".peelian.force.example"]
    assert "http://localhost:8000/force/" in mail.outbox[0].body
    assert duty_work.first_page() == "https://peelian.force.example/force/"
